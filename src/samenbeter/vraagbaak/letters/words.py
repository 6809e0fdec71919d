"""What the mails of a desk say: each message is one paragraph, and none says what a question is about."""

from samenbeter import _


# -- to who asked

_READY = _("letter_ready_subject", default="Er staat iets voor je klaar")
_CHANGED = _("letter_changed_subject", default="Er is iets veranderd")
# word: (subject, first paragraph)
TO_ASKER = {
    "answered": (
        _READY,
        _("letter_answered", default="Er staat iets voor je klaar. Je kunt het nu lezen."),
    ),
    "asked_back": (
        _READY,
        _("letter_asked_back", default="Wij willen je iets vragen. Daarna gaan wij verder."),
    ),
    "approval": (
        _READY,
        _("letter_approval", default="Er staat een tekst voor je klaar. Mogen wij die gebruiken? Jij kiest."),
    ),
    "reminder": (
        _READY,
        _("letter_reminder", default="Er staat nog iets voor je klaar. Kijk je even?"),
    ),
    "withdrawn": (
        _CHANGED,
        _("letter_withdrawn", default="Wij haalden iets van de site. Je kunt zien hoe het nu is."),
    ),
    "closed": (
        _CHANGED,
        _("letter_closed", default="Wij zijn klaar. Je kunt nog lezen wat er staat."),
    ),
}
OPEN_WITH_CODE = _("letter_open_code", default="Open deze bladzijde en typ je code. De code staat op je bonnetje:")
OPEN_WITH_ACCOUNT = _("letter_open_account", default="Heb je een account? Dan kun je ook inloggen.")
NO_REPLY = _("letter_no_reply", default="Antwoord niet op deze mail. Schrijf het op de bladzijde, daar is het veilig.")
NOT_YOU = _("letter_not_you", default="Is deze mail niet voor jou? Doe dan niets.")

# -- to the desk

EDITOR_SUBJECT = _("letter_editor_subject", default="Er ligt iets op de werktafel")
# word: first paragraph
TO_EDITOR = {
    "assigned": _("letter_editor_assigned", default="Een vraag is van jou. Kijk wat er moet gebeuren:"),
    "reminder": _("letter_editor_reminder", default="Driekwart van de tijd voor deze vraag is om:"),
    "backup": _("letter_editor_backup", default="De tijd voor deze vraag is om. Jij neemt hem over:"),
    "chief": _(
        "letter_editor_chief", default="Deze vraag ligt te lang. De hoofdredactie kijkt nu wat er moet gebeuren:"
    ),
    "replied": _("letter_editor_replied", default="De vrager gaf antwoord op je vraag:"),
    "contributed": _("letter_editor_contributed", default="Er kwam een bijdrage binnen:"),
    "stuck": _("letter_editor_stuck", default="Het antwoord hielp nog niet. De vraag is weer open:"),
    "mail_failed": _(
        "letter_editor_mail_failed", default="Een mail aan de vrager kwam niet aan. Kijk of je nog iets kunt doen:"
    ),
}

# -- to an expert

_EXPERT_SUBJECT = _("letter_expert_subject", default="Er ligt een vraag voor je")
# word: (subject, first paragraph)
TO_EXPERT = {
    "asked": (
        _EXPERT_SUBJECT,
        _("letter_expert_asked", default="Er ligt een vraag voor je. Wil jij eraan meeschrijven?"),
    ),
    "reminder": (
        _EXPERT_SUBJECT,
        _("letter_expert_reminder", default="Er ligt nog een vraag voor je. Kun jij er vandaag naar kijken?"),
    ),
    "backup": (
        _EXPERT_SUBJECT,
        _("letter_expert_backup", default="Een ander kwam er nog niet aan toe. Wil jij naar deze vraag kijken?"),
    ),
    "withdrawn": (
        _("letter_expert_withdrawn_subject", default="Een vraag is niet meer nodig"),
        _("letter_expert_withdrawn", default="Een vraag die voor je lag, is niet meer nodig. Je hoeft niets te doen."),
    ),
}
LOG_IN = _("letter_expert_log_in", default="Je logt eerst in.")
ONLY_YOU = _("letter_expert_only_you", default="De link is alleen voor jou. Stuur hem niet door.")

# -- to an editor, each working day

DIGEST_SUBJECT = _("letter_digest_subject", default="Wat er vandaag ligt")
DIGEST_FIRST = _("letter_digest_first", default="Goedemorgen. Dit ligt er op de werktafel:")


def count(name, number):
    """Return how many cases are in a list of the digest, a message.

    :param name: "mine", "late", "today", "open" or "waiting".
    """
    mapping = {"count": number}
    return {
        "mine": _("letter_digest_mine", default="Van jou: ${count}", mapping=mapping),
        "late": _("letter_digest_late", default="Over tijd: ${count}", mapping=mapping),
        "today": _("letter_digest_today", default="Vandaag af: ${count}", mapping=mapping),
        "open": _("letter_digest_open", default="Samen nog open: ${count}", mapping=mapping),
        "waiting": _("letter_digest_waiting", default="Wacht op de vrager: ${count}", mapping=mapping),
    }[name]
