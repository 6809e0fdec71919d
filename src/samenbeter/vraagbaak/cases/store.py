"""The verbs of a case: make, find, save, erase. None of them commits; a view calls ``transactions.committed``.

In the vault, all with room "vraagbaak": "case" (Case), "words" (what the asker wrote), both known by the
receipt code; "contact" (the mail address) and "account" (who has it with an account), known by the address
and by the account. So a mail address or an account finds its cases, and nothing in the clear ties two cases.
"""

from plone import api
from plone.app.uuid.utils import uuidToObject
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import mail_data
from samenbeter.shared import periods
from samenbeter.shared import vault
from samenbeter.shared.rights import PSEUDONYM
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import rows
from samenbeter.vraagbaak.cases.case import Case
from samenbeter.vraagbaak.cases.case import now
from samenbeter.vraagbaak.cases.codes import as_shown
from samenbeter.vraagbaak.cases.codes import code_from
from samenbeter.vraagbaak.cases.codes import new_code
from samenbeter.vraagbaak.cases.codes import new_number
from samenbeter.vraagbaak.cases.codes import subject_of
from samenbeter.vraagbaak.cases.codes import tidy_code
from samenbeter.vraagbaak.cases.damaged import unless_damaged


# codes are part of this vocabulary: callers need one module
__all__ = ("as_shown", "code_from", "new_code", "subject_of", "tidy_code")

ROOM = "vraagbaak"
CASE, WORDS, CONTACT, ACCOUNT = "case", "words", "contact", "account"
PURPOSE = "samenbeter.vraagbaak"
PROVIDER, CONTACTS = "samenbeter.vraagbaak.cases", "samenbeter.vraagbaak.contacts"
MACHINE = vault.Machine(PROVIDER)


# -- making


def new(desk, code, text, **known):
    """Keep a question that came in; return its Case. The clock does not run yet, and nobody owns it.

    :param desk: the Vraagbaak.
    :param code: the receipt code.
    :param text: what the asker wrote.
    :param known: fields of Case: language, channel, for_whom, publish, entered_by.
    """
    box, subject = vault.get(), subject_of(code)
    case = Case(id="", subject="", desk=api.content.get_uuid(desk), number=new_number(), received=now(), **known)
    while by_number(desk, case.number) is not None:
        case.number = new_number()
    until = periods.until(PROVIDER)
    case.id = box.add(ROOM, CASE, case.data(), purpose=PURPOSE, subject=subject, expires=until)
    case.subject = box.record(case.id).subject
    box.add(ROOM, WORDS, {"text": text, "replies": []}, purpose=PURPOSE, subject=subject, expires=until)
    return case


def add_contact(case, email):
    """Keep a mail address with a case: only for messages about it. The caller saves the case."""
    data = {"case": case.id, "email": email}
    case.contact = vault.get().add(
        ROOM, CONTACT, data, purpose=PURPOSE, subject=f"mail:{email.strip().lower()}", expires=erased_on(case)
    )


def add_account(case, userid):
    """Let an account have a case. The caller saves the case."""
    if userid not in account_ids(case):
        data = {"case": case.id, "userid": userid}
        case.accounts.append(
            vault.get().add(ROOM, ACCOUNT, data, purpose=PURPOSE, subject=f"member:{userid}", expires=erased_on(case))
        )


def account_ids(case):
    """Return the user ids of the accounts that have a case."""
    box, found = vault.get(), []
    for link in case.accounts:
        try:
            found.append(box.read(link, MACHINE)["userid"])
        except vault.NoRecord:
            continue
    return found


# -- finding


def load(case_id):
    """Return a Case.

    :raises vault.NoRecord: when it is not there, or it is no case.
    """
    box = vault.get()
    record = box.record(case_id)
    if (record.room, record.kind) != (ROOM, CASE):
        raise vault.NoRecord
    return Case(id=record.id, subject=record.subject, **box.read(case_id, MACHINE))


def is_frozen(case):
    """Return whether its asker let us hide it."""
    return vault.get().record(case.id).frozen


def by_code(code):
    """Return the Case of a receipt code, or None: nobody can tell a wrong code from no question."""
    if not tidy_code(code):
        return None
    return next(iter(of_subject(subject_of(code))), None)


def of_subject(subject):
    """Return the Cases that a subject of the vault has: a receipt code, a mail address or an account, newest first."""
    return sorted(filter(None, map(_maybe, ids_of(subject))), key=lambda case: case.received, reverse=True)


def ids_of(subject, before=None):
    """Return the ids of those cases.

    :param before: leave out what somebody has since after this moment.
    """
    box, ids = vault.get(), set()
    for record in [box.record(record_id) for record_id in box.find(subject=subject, room=ROOM)]:
        if before is not None and record.created > before:
            continue
        if record.kind == CASE:
            ids.add(record.id)
        elif record.kind in (CONTACT, ACCOUNT):
            link = unless_damaged(box.read, record.id, MACHINE)
            ids.update([link["case"]] if link else ())
    return ids


def _maybe(case_id):
    try:
        return load(case_id)
    except vault.NoRecord:
        return None


def by_account_link(link, userid):
    """Return the Case behind the record by which an account has it, or None when it is not that of this account."""
    try:
        record = vault.get().record(link)
        if (record.room, record.kind) != (ROOM, ACCOUNT):
            return None
        return _maybe(vault.get().read(link, vault.Own(f"member:{userid}"))["case"])
    except vault.NoRecord:
        return None


def by_number(desk, number):
    """Return the Case of a desk with a number, or None."""
    word = index.word("desk", api.content.get_uuid(desk), "number", str(number).strip().upper())
    found = index.get().ids([word], limit=1)
    return _maybe(found[0]) if found else None


def by_question(uid):
    """Return the Case whose redaction is a question with this UID, or None."""
    found = index.get().ids([index.word("question", uid)], limit=1) if uid else []
    return _maybe(found[0]) if found else None


def desk_of(case):
    """Return the Vraagbaak of a case; None when it is gone. For the platform: it does not ask who may see it."""
    return uuidToObject(case.desk, unrestricted=True) if case.desk else None


def question_of(case):
    """Return the VraagbaakQuestion of a case, or None. For the platform: it does not ask who may see it."""
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=case.question) if case.question else ()
    return found[0]._unrestrictedGetObject() if found else None


# -- the asker's words


def words_id(case):
    """Return the id of the record with what the asker wrote; None when it is not there."""
    subject = f"{PSEUDONYM}{case.subject}"
    return next(iter(vault.get().find(subject=subject, room=ROOM, kind=WORDS)), None)


def words(case, access):
    """Return {"text", "replies": [{"id", "t", "text"}]} of what the asker wrote.

    :param access: vault.Staff for a person of the desk (that is audited), vault.Own for the asker, vault.Machine.
    :raises vault.NoRecord: when it is not there, or not for who asks.
    """
    found = words_id(case)
    if found is None:
        raise vault.NoRecord
    return vault.get().read(found, access)


def add_reply(case, asked_id, text):
    """Keep what the asker wrote to a question back, or when the answer did not help ("")."""
    found = words_id(case)
    kept = vault.get().read(found, MACHINE)
    kept["replies"].append({"id": asked_id, "t": now(), "text": text})
    vault.get().replace(found, kept)


def email_of(case):
    """Return the mail address of the asker, for the platform to mail to; "" for none. No page shows it."""
    if not case.contact:
        return ""
    try:
        return vault.get().read(case.contact, MACHINE)["email"]
    except vault.NoRecord:
        return ""


# -- saving


def save(case):
    """Keep a case as it is now, and let the desk find it so."""
    vault.get().replace(case.id, case.data())
    rows.put(case)


# -- letting go


def erased_on(case):
    """Return the date on which a case and the asker's words are erased."""
    return vault.get().record(case.id).expires


def keep_from_answer(case):
    """Count the days that a case and its contact are kept from today: the answer is there."""
    box, today = vault.get(), clock.today()
    until = periods.until(PROVIDER, since=today)
    for record_id in filter(None, (case.id, words_id(case), *case.accounts)):
        if _is_there(record_id):
            box.set_expires(record_id, until)
    if case.contact and _is_there(case.contact):
        box.set_expires(case.contact, periods.until(CONTACTS, since=today) or until)


def contact_erased_on(case):
    """Return the date on which the mail address is erased; None when there is none."""
    return vault.get().record(case.contact).expires if case.contact and _is_there(case.contact) else None


def _is_there(record_id):
    try:
        vault.get().record(record_id)
    except vault.NoRecord:
        return False
    return True


def erase(case_id):
    """Take a case away with all that belongs to it, see ``desk.leaving``; return whether it was there.

    What is on the site stays, without a tie. Of one that is damaged goes what its receipt code and its row find; the
    rest has days of its own.
    """
    from samenbeter.vraagbaak.desk import leaving  # the desk asks for cases too

    box, row = vault.get(), index.get().words(case_id)
    index.get().drop(case_id)
    case = unless_damaged(_maybe, case_id)
    leaving.leave(case.question if case is not None else leaving.question_known_by(row))
    if case is None:
        return _erase_damaged(case_id)
    if case.clock.get("job"):
        jobs.cancel(case.clock["job"])
    mails = mail_data.waiting(unless_damaged(email_of, case), case.id)
    for record_id in filter(None, (words_id(case), case.contact, *case.accounts, *mails)):
        box.erase(record_id)
    return box.erase(case_id)


def _erase_damaged(case_id):
    box = vault.get()
    if not _is_there(case_id):
        return False
    known = f"{PSEUDONYM}{box.record(case_id).subject}"
    for record_id in list(box.find(subject=known, room=ROOM, kind=WORDS)):
        box.erase(record_id)
    return box.erase(case_id)
