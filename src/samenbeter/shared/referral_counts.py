"""How referrals go, counted without anybody's data: the room that refers counts, the figures of a desk read.

Counters: ("partners", "referral", outcome, theme, UID of the desk). The outcome is one of OUTCOMES, on the day on which
it came; the theme is the first of the question, OTHER when it has none; the desk is NO_DESK when it has none.
"""

from samenbeter import _
from samenbeter.shared import counters


PREFIX = ("partners", "referral")
SENT, ACCEPTED, DECLINED, STARTED, HELPED, STOPPED = "sent", "accepted", "declined", "started", "helped", "stopped"
OUTCOMES = {
    SENT: _("referral_count_sent", default="Verwezen"),
    ACCEPTED: _("referral_count_accepted", default="Partner zei ja"),
    DECLINED: _("referral_count_declined", default="Partner zei nee"),
    STARTED: _("referral_count_started", default="Begonnen"),
    HELPED: _("referral_count_helped", default="Verwijzing hielp"),
    STOPPED: _("referral_count_stopped", default="Bewoner stopte"),
}
OTHER = "_other"
NO_DESK = "-"


def theme_of(themes):
    """Return the word of a key for the themes of something: the first, so that each thing counts once.

    :param themes: tokens, or None.
    """
    first = next(iter(themes or ()), OTHER)
    return first if counters.WORD.fullmatch(first) else OTHER


def count(outcome, themes=(), desk=""):
    """Count what became of a referral, once the current transaction is committed.

    :param outcome: one of OUTCOMES.
    :param themes: of what was asked.
    :param desk: UID of the desk that referred; "" for none.
    :raises ValueError: for another outcome.
    """
    if outcome not in OUTCOMES:
        raise ValueError("no outcome of a referral")
    counters.count_later(*PREFIX, outcome, theme_of(themes), desk or NO_DESK)


def read(desk, since=None, until=None):
    """Return [(outcome, theme, {day or month: number})] of a desk: one look at the counters.

    :param desk: UID.
    """
    series = counters.series(*PREFIX, since=since, until=until)
    return [(*key[2:4], periods) for key, periods in series.items() if len(key) == 5 and key[4] == desk]
