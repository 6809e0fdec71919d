"""The panel "Eigen woorden van de vrager": closed, until an editor says for what it has to be open.

The verb ``open_words`` is the only way in which a person of the desk reads them. It is in the audit log each time,
with its purpose, and the asker sees on the page of the receipt that it was done.
"""

from functools import cached_property
from html import escape
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import case as kinds
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import redacting
from samenbeter.vraagbaak.desk.case_page import Panel
from zExceptions import Unauthorized


SECTION = "vraagbaak.words"
PERMISSION = "SamenBeter vraagbaak: Open what the asker wrote"
REDACT, CALLS, CLAIM = "redact", "calls", "claim"
# why somebody opens it: a fixed list, so that nobody writes about people here
PURPOSES = {
    REDACT: _("case_purpose_redact", default="Nakijken en gegevens weghalen"),
    CALLS: _("case_purpose_calls", default="De vrager belt of staat voor je"),
    CLAIM: _("case_purpose_claim", default="Klacht, of een recht van de vrager"),
}
CHANNELS = {
    "web": _("case_channel_web", default="Op de site"),
    "phone": _("case_channel_phone", default="Aan de telefoon"),
    "table": _("case_channel_table", default="Aan tafel"),
    "rest": _("case_channel_rest", default="Via een ander programma"),
}
FOR_WHOM = {
    kinds.MYSELF: _("case_for_myself", default="Voor zichzelf"),
    kinds.OTHER: _("case_for_other", default="Voor iemand anders"),
}


class NotOpened(ValueError):
    """It stays closed; ``message`` says what to do at ``field``."""

    def __init__(self, message):
        super().__init__("purpose")
        self.field = "purpose"
        self.message = message


def may_open(desk):
    """Return whether who is logged in may read what askers of a desk wrote."""
    return bool(api.user.has_permission(PERMISSION, obj=desk))


def open_words(case, purpose, by, again=False):
    """Return what the asker wrote, as ``store.words`` does; that is in the audit log. The caller saves the case.

    :param purpose: one of PURPOSES.
    :param by: user id of the editor, who is logged in.
    :param again: True within one piece of work: then the timeline does not say it once more.
    :raises NotOpened: without a purpose.
    :raises Unauthorized: for who may not.
    :raises vault.NoRecord: when it is not there, or its asker had it hidden.
    """
    if purpose not in PURPOSES:
        raise NotOpened(_("case_purpose_choose", default="Kies eerst waarvoor je dit opent."))
    if not may_open(store.desk_of(case)):
        raise Unauthorized("what an asker wrote")
    found = store.words(case, vault.Staff(store.PURPOSE, section=f"{SECTION}.{purpose}"))
    if not again:
        case.note_event("opened", by, purpose)
    return found


def marked_up(text, places):
    """Return HTML of a text with its marks, numbered.

    :param places: the Places in it, in their order.
    """
    parts, at = [], 0
    for place in places:
        words = escape(text[place.mark.start : place.mark.end])
        parts.append(escape(text[at : place.mark.start]))
        parts.append(f'<mark class="sb-red">{words}<sup>{place.number}</sup></mark>')
        at = place.mark.end
    html = "".join([*parts, escape(text[at:])]).replace("\r\n", "\n")
    return "".join(f"<p>{one.replace(chr(10), '<br />')}</p>" for one in html.split("\n\n") if one.strip())


class Opened:
    """What the asker wrote, for the answer to one POST.

    :param page: the CasePage.
    :param words: as ``open_words`` returned it.
    :param purpose: for which it was opened.
    """

    def __init__(self, page, words, purpose):
        self.page, self.words, self.purpose = page, words, purpose
        self.places = redacting.places(page.case, words)
        self.decided = redacting.decided(words)

    @cached_property
    def pieces(self):
        """Return [{"html", "when", "asked"}]: the question, then the replies, each with what was asked."""
        asked = {one["id"]: one["text"] for one in self.page.case.asked_back}
        known = [(self.page.case.received, ""), *((one["t"], asked.get(one["id"], "")) for one in self._replies)]
        return [
            {
                "html": marked_up(text, [place for place in self.places if place.piece == number]),
                "when": kinds.moment(when),
                "asked": question,
            }
            for number, (text, (when, question)) in enumerate(zip(redacting.pieces(self.words), known, strict=True))
        ]

    @property
    def _replies(self):
        return self.words["replies"]


class OriginalPanel(Panel):
    """Closed; with the button "Toon"."""

    name = "original"
    order = 10
    template = ViewPageTemplateFile("templates/original.pt")
    purposes = PURPOSES

    @property
    def opened(self):
        """Return an Opened in the answer to "Toon", else None."""
        return getattr(self.page, "opened", None)

    @property
    def may_open(self):
        """Return whether this person may."""
        return may_open(self.context)

    @property
    def channel(self):
        """Return how the question came in, a message."""
        return CHANNELS.get(self.case.channel, self.case.channel)

    @property
    def for_whom(self):
        """Return for whom it was asked, a message."""
        return FOR_WHOM.get(self.case.for_whom, self.case.for_whom)

    @property
    def erased_on(self):
        """Return the date on which the words are erased, or None."""
        return store.erased_on(self.case)

    def do_show(self):
        """Open it in this answer; what the log says is kept before anything is shown."""
        self.show(self.page.field("purpose"))

    def show(self, purpose, again=False):
        """Let the page have an Opened, or an error at the field.

        :param again: see ``open_words``.
        """
        try:
            words = self.page.change(open_words, purpose, self.page.me, again)
        except NotOpened as not_opened:
            self.page.errors[not_opened.field] = not_opened.message
        else:
            self.page.opened = Opened(self.page, words, purpose)
