"""The verb of asking: what somebody wrote becomes a case with an owner and a promise. It does not commit."""

from dataclasses import dataclass
from plone import api
from samenbeter import _
from samenbeter.shared import desks
from samenbeter.shared.mailed_links import is_address
from samenbeter.vraagbaak.cases import case as words
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store


LONGEST = 4000  # letters of a question
TEXT, PUBLISH, FOR_WHOM, EMAIL, CHANNEL = "text", "publish", "for_whom", "email", "channel"

EMPTY = _("ask_text_empty", default="Schrijf eerst je vraag. Een paar woorden is genoeg.")
NO_PUBLISH = _("ask_publish_missing", default="Kies of je vraag op de site mag. Nee is ook goed.")
NO_FOR_WHOM = _("ask_for_whom_missing", default="Kies voor wie de vraag is.")
EMAIL_WRONG = _("rights_email_wrong", default="Dit adres klopt niet. Schrijf het zoals naam@voorbeeld.nl.")
EMAIL_AT = _("residents_email_at", default="In je adres mist een @. Schrijf het zoals naam@voorbeeld.nl.")
NO_CHANNEL = _("ask_channel_missing", default="Kies hoe de vraag binnenkwam.")
CLOSED = _("ask_closed", default="Hier kun je nu geen vraag stellen. Bel ons gerust.")


class Refused(ValueError):
    """What was asked cannot be taken like this.

    :param field: TEXT, PUBLISH, FOR_WHOM, EMAIL, CHANNEL, or "" when it is about none of them.
    :param message: what to do, a message.
    """

    def __init__(self, field, message):
        super().__init__(field)
        self.field = field
        self.message = message


@dataclass
class Asked:
    """What somebody asks.

    :param text: the question, in their own words.
    :param for_whom: "myself" or "other".
    :param publish: "yes" or "no": may it be on the site, without what says who they are?
    :param email: a mail address, or "".
    :param userid: of the account that asks; "" for none.
    :param language: of the asker.
    :param channel: one of ``case.CHANNELS``.
    :param entered_by: user id of who entered it for somebody else; "" when the asker did.
    """

    text: str
    for_whom: str = words.MYSELF
    publish: str = words.NO
    email: str = ""
    userid: str = ""
    language: str = "nl"
    channel: str = "web"
    entered_by: str = ""


def is_open(desk):
    """Return whether a desk takes questions."""
    return api.content.get_state(desk, default="") == desks.OPEN


def ask_url(desk):
    """Return the address of the page on which a question is asked; "" while the desk is closed."""
    return f"{desk.absolute_url()}/{desks.PAGE}" if is_open(desk) else ""


def tidy(text):
    """Return a text with one kind of line ends, without space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def problems(asked):
    """Return {field: message} of what has to be different, in the order of the form."""
    found = {}
    length = len(tidy(asked.text))
    if not length:
        found[TEXT] = EMPTY
    elif length > LONGEST:
        found[TEXT] = _too_long(length)
    if asked.publish not in (words.YES, words.NO):
        found[PUBLISH] = NO_PUBLISH
    if asked.for_whom not in (words.MYSELF, words.OTHER):
        found[FOR_WHOM] = NO_FOR_WHOM
    if asked.email and not is_address(asked.email):
        found[EMAIL] = EMAIL_WRONG if "@" in asked.email else EMAIL_AT
    if asked.channel not in words.CHANNELS:
        found[CHANNEL] = NO_CHANNEL
    return found


def _too_long(length):
    return _(
        "ask_text_long",
        default="Je vraag is te lang: ${count} letters. Maak hem niet langer dan ${longest} letters, of bel ons.",
        mapping={"count": length, "longest": LONGEST},
    )


def ask(desk, asked, code=None, *, laid_aside=False):
    """Make a case of what somebody asks; return (receipt code, Case). The same code gives the same case.

    :param desk: the Vraagbaak.
    :param asked: an Asked.
    :param code: the receipt code when it is known already; None: a new one.
    :param laid_aside: it came in while the desk was open and a person looked at it first.
    :raises Refused: when the desk is closed, or for the first thing that has to be different.
    """
    if not (laid_aside or is_open(desk)):
        raise Refused("", CLOSED)
    for field, message in problems(asked).items():
        raise Refused(field, message)
    code = code or store.new_code()
    known = store.by_code(code)
    if known is not None:
        return code, known
    case = store.new(
        desk,
        code,
        tidy(asked.text),
        language=asked.language,
        channel=asked.channel,
        for_whom=asked.for_whom,
        publish=asked.publish,
        entered_by=asked.entered_by,
    )
    if asked.email:
        store.add_contact(case, asked.email)
    if asked.userid:
        store.add_account(case, asked.userid)
    _begin(case, desk)
    return code, case


def _begin(case, desk):
    from samenbeter.vraagbaak.desk import counting
    from samenbeter.vraagbaak.desk import triage
    from samenbeter.vraagbaak.letters import letters

    counting.count_asked(desk)
    case.owner = triage.choose_owner(desk)
    promise.start(case, desk)
    case.note_event("received", words.ASKER)
    if case.owner:
        case.note_event("assigned", words.PLATFORM)
    store.save(case)
    if case.owner:
        letters.to_editor(case.owner, "assigned", case)
