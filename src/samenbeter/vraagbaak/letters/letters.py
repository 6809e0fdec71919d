"""The mails of a desk. They only say that there is something, never what: that is read behind a code or a log-in.

No mail has a word of the question, a theme, or anything about health in it, and its link opens nothing by itself.
All functions queue in the current transaction; whoever has no address gets no mail, and that is no error.
"""

from plone import api
from samenbeter.shared import mail
from samenbeter.shared.mailed_links import page_address
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.letters import people
from samenbeter.vraagbaak.letters import words
from zope.i18n import translate


RECEIPT_PAGE, CASE_PAGE = "@@mijn-bonnetje", "@@dossier"
WAITS, BOUNCED = "waits", "bounced"


def to_asker(case, what):
    """Mail to who asked that there is something to see, when there is an address; the caller saves the case.

    :param case: a Case; its ``mail`` says from now on how it goes.
    :param what: a word of ``words.TO_ASKER``.
    """
    subject, first = words.TO_ASKER[what]
    address = store.email_of(case)
    if not address or case.mail == BOUNCED:
        return
    lines = [first, words.OPEN_WITH_CODE, page_of(store.desk_of(case), RECEIPT_PAGE)]
    if case.accounts:
        lines.append(words.OPEN_WITH_ACCOUNT)
    language = people.known_language(case.language)
    body = text_of([*lines, words.NO_REPLY, words.NOT_YOU], language)
    try:
        mail.send(address, subject, body, language=language, html=True, reference=case.id)
    except mail.NoAddress:
        return
    case.mail = WAITS


def to_editor(userid, what, case):
    """Mail to an editor that a case needs them.

    :param userid: of a member.
    :param what: a word of ``words.TO_EDITOR``.
    :param case: a Case; the mail has its number and nothing else of it.
    """
    link = page_of(store.desk_of(case), f"{CASE_PAGE}/{case.number}")
    _to_member(userid, words.EDITOR_SUBJECT, [words.TO_EDITOR[what], link])


def to_expert(userid, what, question, link=""):
    """Mail to an expert about a question that was laid before them.

    :param userid: of a member.
    :param what: a word of ``words.TO_EXPERT``.
    :param question: a VraagbaakQuestion; the mail has its address and nothing else of it.
    :param link: the address that is mailed in its place: one that works without a log-in.
    """
    subject, first = words.TO_EXPERT[what]
    lines = [first]
    if what != "withdrawn":
        lines += [link or page_of(question), words.ONLY_YOU if link else words.LOG_IN]
    _to_member(userid, subject, lines)


def _to_member(userid, subject, lines):
    member = people.member_of(userid)
    if member is None:
        return
    language = people.language_of(member)
    try:
        mail.send(
            member.getProperty("email", "") or "",
            subject,
            text_of(lines, language),
            about=people.about(userid),
            language=language,
            html=True,
        )
    except mail.NoAddress:
        return


def text_of(lines, language):
    """Return the text of a mail: one paragraph for each message or address.

    A message holds one paragraph only: translations know no empty lines.
    """
    return "\n\n".join(translate(line, target_language=language) for line in filter(None, lines))


def page_of(obj, page=""):
    """Return the address of an object, or a page of it, for in a mail; of the site when the object is gone.

    It begins as the settings say: what a request says of its host never gets into a mail.
    """
    parts = obj.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :] if obj is not None else ()
    return page_address("/".join([*parts, page] if page and obj is not None else parts))
