"""What keeps spam out of public forms, and never an honest text: what it doubts goes to a person, not to a wall.

A form has the macro "guard" of ``form_parts``, with what ``fields(view, form)`` says. The view
asks ``judge(request, form)`` before it does anything:

>>> verdict = guard.judge(self.request, "residents.sign_up")
>>> def act():
...     if verdict.once():          # False: the same form came in twice, it is done already
...         if verdict.doubtful:
...             doubtful.put("residents.sign_up", data, verdict.reasons, email=address)
...         else:
...             do_it(data)
>>> committed(act)

``once()`` belongs into the transaction that keeps what was sent: when that is undone, the
token is as good as new. A form that is shown again because something is wrong with it is
not used up.
"""

from dataclasses import dataclass
from dataclasses import field
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import guard_rate
from samenbeter.shared import guard_used
from samenbeter.shared import keys
from samenbeter.shared import proofs

import hmac
import re
import secrets


# the second is a name that no browser fills in by itself, as it does "adres" or "website"
TOKEN, TRAP = "guard", "bijlage_kenmerk"
# who is faster did not read the form
SECONDS = 2
# how much faster people are than that: tests are nought
PACE = 1
# a page may stay open for so long
HOURS = 24
MOST_LINKS = 2
LINK = re.compile(r"https?:|www\.|\[url|\[link|<a\s", re.IGNORECASE)
FILLED, FAST, NO_TOKEN, OLD, REUSED, LINKS, MANY, BUSY = (
    "filled",
    "fast",
    "no_token",
    "old",
    "reused",
    "links",
    "many",
    "busy",
)
REASONS = {
    FILLED: _("guard_filled", default="Een veld dat mensen niet zien, was ingevuld."),
    FAST: _("guard_fast", default="Het formulier was binnen een paar tellen ingevuld."),
    NO_TOKEN: _("guard_no_token", default="Het formulier kwam niet van onze pagina."),
    OLD: _("guard_old", default="De pagina stond langer dan een dag open."),
    REUSED: _("guard_reused", default="Hetzelfde formulier kwam twee keer, met iets anders erin."),
    LINKS: _("guard_links", default="Er staan veel links in."),
    MANY: _("guard_many", default="Er kwam veel van dezelfde plek."),
    BUSY: _("guard_busy", default="Er kwam op dat moment heel veel binnen."),
}
# what is not part of what somebody wrote
NOT_CONTENT = {TOKEN, TRAP, "_authenticator", "van", "-C"}


@dataclass(frozen=True)
class Verdict:
    """What the guard thinks of a form that came in.

    :param ok: True when it can go its own way.
    :param reasons: why not, a tuple of ``REASONS``.
    :param again: True when exactly this form came in before: it is done already.
    """

    ok: bool
    reasons: tuple = ()
    again: bool = False
    _used: tuple = field(default=(), repr=False)

    @property
    def doubtful(self):
        """True when a person looks first."""
        return not self.ok

    @property
    def key(self):
        """Return what names this form with this in it; "" when it did not come from our page.

        The same form that comes in twice has the same one; nobody can make it without our key.
        """
        return self._used[1] if self._used else ""

    def once(self):
        """Write down, in the current transaction, that this form came in; return False when it had already."""
        return not self._used or guard_used.use(*self._used)


def fields(view, form):
    """Return what the macro "guard" puts into a form: {"token", "trap"}.

    :param view: whose request is asked: what was sent goes along again while it is good.
    :param form: the name of the form, such as "residents.sign_up".
    """
    sent = _text(view.request.form.get(TOKEN, ""))
    nonce, issued = _read(sent, form)
    good = nonce and not _is_old(issued) and not guard_used.known(_hashed(nonce))
    return {"token": sent if good else _token(form), "token_name": TOKEN, "trap": TRAP}


def judge(request, form, seconds=None, text_fields=None):
    """Return a Verdict on the form that came in with a request. It changes nothing but counts.

    :param form: the name under which ``fields`` was asked.
    :param seconds: the least time that a person needs for it; None: ``SECONDS``.
    :param text_fields: the names of the fields in which links are counted; None: all.
    """
    reasons = []
    if _text(request.form.get(TRAP, "")).strip():
        reasons.append(FILLED)
    nonce, issued = _read(_text(request.form.get(TOKEN, "")), form)
    used, again = (), False
    if not nonce:
        reasons.append(NO_TOKEN)
    else:
        reasons += _time_reasons(issued, PACE * (SECONDS if seconds is None else seconds))
        hashed, content = _hashed(nonce), _hashed(f"{nonce}\0{_content(request.form)}")
        used, again = (hashed, content), guard_used.known(content)
        if guard_used.known(hashed) and not again:
            reasons.append(REUSED)
    if _links(request.form, text_fields) > MOST_LINKS:
        reasons.append(LINKS)
    if not again:
        reasons += [{"network": MANY, "all": BUSY}[which] for which in guard_rate.reached(request, form)]
        for reason in reasons or ("ok",):
            counters.count("guard", form, reason)
    return Verdict(not reasons, tuple(reasons), again, used)


def _time_reasons(issued, seconds):
    if _is_old(issued):
        return [OLD]
    return [FAST] if clock.now().timestamp() - issued < seconds else []


def _is_old(issued):
    return clock.now().timestamp() - issued > HOURS * 3600


# -- the token: when the form was shown, and a number that is used once


def _token(form):
    try:
        # milliseconds, rounded down: a form is never from the future
        nonce, issued = secrets.token_hex(12), str(int(clock.now().timestamp() * 1000))
        return f"{issued}-{nonce}-{_mac(form, issued, nonce)}"
    except keys.VaultProblem:
        # nothing can be kept now; what comes in says so itself
        return ""


def _read(token, form):
    """Return (number, moment) of a token of ours for this form; ("", 0) for anything else."""
    issued, _dash, rest = token.partition("-")
    nonce, _dash, mac = rest.partition("-")
    try:
        good = hmac.compare_digest(mac.encode(), _mac(form, issued, nonce).encode())
        return (nonce, int(issued) / 1000) if good else ("", 0)
    except (keys.VaultProblem, ValueError):
        return "", 0


def _mac(form, issued, nonce):
    return proofs.hashed("guard", f"{form}\0{issued}\0{nonce}")[:32]


def _hashed(text):
    return proofs.hashed("guard used", text)[:32]


# -- what was written


def _text(value):
    if isinstance(value, (list, tuple)):
        return "\n".join(map(_text, value))
    return value if isinstance(value, str) else ""


def _content(form):
    return repr(sorted((name, _text(value)) for name, value in form.items() if name not in NOT_CONTENT))


def _links(form, names):
    chosen = form if names is None else [name for name in names if name in form]
    return sum(len(LINK.findall(_text(form[name]))) for name in chosen if name not in NOT_CONTENT)
