"""Entry codes: a word on a poster, in a story, on a partner's site, the same for everyone.

``/via/<code>`` counts an arrival and sends on to a page of this site. From there the code
travels in the address and in a hidden field ``van``, never in a cookie, and it is never
kept with a person: what is kept is that on a day so many people with this code made a
step (``counters``). What somebody types instead of a code is counted as "overig", and
neither kept nor shown.
"""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone import api
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import visits
from urllib.parse import parse_qsl
from urllib.parse import quote
from urllib.parse import urlencode
from zope.annotation.interfaces import IAnnotations

import re
import secrets


KEY = "samenbeter.entry"
# the first word of the counters' keys
COUNTER = "entry"
FIELD = "van"
VIA = "via"
# the steps from a poster to a page of one's own
ARRIVED, OPENED, SENT, MEMBER, HOME = "arrived", "opened", "sent", "member", "home"
STEPS = {
    ARRIVED: _("entry_arrived", default="Kwam binnen"),
    OPENED: _("entry_opened", default="Zag meteen het formulier"),
    SENT: _("entry_sent", default="Vulde een mailadres in"),
    MEMBER: _("entry_member", default="Maakte een account"),
    HOME: _("entry_home", default="Zag de eigen pagina"),
}
# who takes these read a mail or a slip of paper first: whatever the browser calls itself, that is a person
PROVED = (MEMBER, HOME)
KINDS = {
    "poster": _("entry_poster", default="Poster of kaartje"),
    "partner": _("entry_partner", default="Partner"),
    "story": _("entry_story", default="Verhaal"),
    "invitation": _("entry_invitation", default="Uitnodiging"),
    "wijkkrant": _("entry_wijkkrant", default="Wijkkrant"),
    "overig": _("entry_other_kind", default="Iets anders"),
}
# what is counted for a code that is none (any more), and for who came without one
OTHER, NONE = "overig", "-"
RESERVED = (OTHER, "geen", "via", "uit")
CODE = re.compile(r"[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]")
# no letters and digits that look alike
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LONGEST_TITLE = 100
PATH = re.compile(r"[A-Za-z0-9@+._~/-]{0,300}")
# the pages where somebody makes an account, as the last part of a path
SIGN_UP = {"account-maken", "@@account-maken"}


class Refused(ValueError):
    """A code that cannot be made: ``field`` says which field is wrong, ``message`` what to do."""

    def __init__(self, field, message):
        super().__init__(field)
        self.field = field
        self.message = message


class EntryCode(Persistent):
    """A code.

    :param path: of the page that it leads to, from the site down; "" for the front page.
    """

    ended = None

    def __init__(self, code, kind, title, path):
        self.code = code
        self.kind = kind
        self.title = title
        self.path = path
        self.created = clock.today()


def store():
    """Return {code: EntryCode}; make it when this is the first time."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    return annotations[KEY]


def codes():
    """Return the EntryCodes, the newest first; changes nothing."""
    found = IAnnotations(api.portal.get()).get(KEY, {})
    return sorted(found.values(), key=lambda one: (one.ended is not None, -one.created.toordinal(), one.code))


def get(code):
    """Return the EntryCode of a code, also one that has ended; None for what is none."""
    return IAnnotations(api.portal.get()).get(KEY, {}).get(tidy(code))


def tidy(code):
    """Return what somebody typed as a code is written; "" for what cannot be one."""
    text = code.strip().lower() if isinstance(code, str) else ""
    return text if CODE.fullmatch(text) else ""


# -- making and ending


def make(kind, title, target="", code=""):
    """Make a code in the current transaction, and return its EntryCode.

    :param kind: one of ``KINDS``.
    :param title: what it is for, in words of the editors.
    :param target: the path or the whole address of a page of this site; "" for the front page.
    :param code: "" for a random one.
    :raises Refused: when something is wrong with it.
    """
    if kind not in KINDS:
        raise Refused("kind", _("entry_kind_wrong", default="Kies wat voor code dit is."))
    title = " ".join(title.split()) if isinstance(title, str) else ""
    if not title or len(title) > LONGEST_TITLE:
        raise Refused(
            "title", _("entry_title_wrong", default="Schrijf in een paar woorden waar de code hangt of staat.")
        )
    path = path_of(target)
    known = store()
    code = _new_code(code, known)
    known[code] = EntryCode(code, kind, title, path)
    return known[code]


def _new_code(wanted, known):
    wanted = wanted.strip() if isinstance(wanted, str) else ""
    if not wanted:
        while True:
            code = "".join(secrets.choice(LETTERS) for _place in range(6))
            if code not in known:
                return code
    code = tidy(wanted)
    if not code:
        raise Refused(
            "code",
            _("entry_code_wrong", default="Gebruik 3 tot 40 kleine letters, cijfers en streepjes. Geen spaties."),
        )
    if code in known or code in RESERVED:
        raise Refused("code", _("entry_code_taken", default="Deze code is er al. Kies een andere."))
    return code


def end(code):
    """Let a code end, in the current transaction; return whether there was one that had not.

    What was printed goes on working; it is counted as "overig" from now on.
    """
    found = get(code)
    if found is None or found.ended is not None:
        return False
    found.ended = clock.today()
    return True


def path_of(target):
    """Return the path of a page of this site, from the site down.

    :param target: a path, or the whole address, as somebody copied it.
    :raises Refused: for what leads elsewhere, or to nothing.
    """
    target = target.strip() if isinstance(target, str) else ""
    here = api.portal.get().absolute_url()
    if target == here or target.startswith(f"{here}/"):
        target = target.removeprefix(here)
    path = target.partition("#")[0].partition("?")[0]
    if path.startswith("//") or not PATH.fullmatch(path) or ".." in path.split("/"):
        raise Refused("target", _("entry_target_elsewhere", default="Kies een pagina van deze site."))
    path = path.strip("/")
    if not exists(path):
        raise Refused("target", _("entry_target_missing", default="Deze pagina is er niet. Kijk het adres na."))
    return path


def exists(path):
    """Return whether a path from the site down leads to something."""
    if not path:
        return True
    try:
        return api.portal.get().unrestrictedTraverse(path, None) is not None
    except Exception:  # whatever a name that somebody typed does to traversal: it leads nowhere
        return False


# -- following


def known(code):
    """Return a code that holds now as it is written; OTHER for anything else."""
    found = get(code)
    return found.code if found is not None and found.ended is None else OTHER


def carried(request):
    """Return the code that came along with a request; "" when there is none, OTHER for what is none.

    :param request: its form has it as ``van``, from the address or from a hidden field.
    """
    value = request.form.get(FIELD, "")
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    if not value:
        return ""
    return known(value)


def tidied(query):
    """Return the query of an address with OTHER in the place of a code that is none, to be repeated in a link."""
    if f"{FIELD}=" not in query:
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, known(value) if name == FIELD and value else value) for name, value in pairs])


def with_code(url, request):
    """Return an address with the code that came along; the same one when none did.

    Only for links to pages where somebody logs in or makes an account.
    """
    code = carried(request)
    if not code:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode({FIELD: code})}"


def count(step, request_or_code, request=None):
    """Count a step, whatever becomes of the current transaction; it never fails.

    :param step: one of ``STEPS``.
    :param request_or_code: the request, with the code in it if any; or a code ("" for none).
    :param request: with a code: who asks, to leave out who wants that.
    """
    if step not in STEPS:
        raise ValueError("not a step")
    asked = request if isinstance(request_or_code, str) else request_or_code
    kind = visits.PEOPLE if asked is None else visits.kind_of(asked)
    if kind == visits.NOBODY:
        return
    if step in PROVED:
        kind = visits.PEOPLE
    if isinstance(request_or_code, str):
        code = known(request_or_code) if request_or_code else ""
    else:
        code = carried(request_or_code)
    counters.count(COUNTER, code or NONE, step, kind)


def arrived(code, request):
    """Count an arrival by a code, and return the address to send on to.

    :param code: what stood in the address behind ``/via/``.
    """
    portal_url = api.portal.get().absolute_url()
    found = get(code)
    name = known(code)
    kind = visits.kind_of(request)
    path = found.path if found is not None and exists(found.path) else ""
    if kind != visits.NOBODY:
        counters.count(COUNTER, name, ARRIVED, kind)
        if path.rpartition("/")[2] in SIGN_UP:
            counters.count(COUNTER, name, OPENED, kind)
    url = f"{portal_url}/{quote(path, safe='/@+~')}" if path else portal_url
    # who wants to be left out is not followed; what is no code says nothing more
    if kind == visits.NOBODY or found is None:
        return url
    return f"{url}?{urlencode({FIELD: name})}"


# -- reading


def funnel(since=None, until=None):
    """Return {code: {step: {"people": number, "bots": number}}} of what was counted; also OTHER and NONE."""
    result = {}
    for (_first, code, step, kind), periods in counters.series(COUNTER, since=since, until=until).items():
        steps = result.setdefault(code, {name: {visits.PEOPLE: 0, visits.BOTS: 0} for name in STEPS})
        steps[step][kind] += sum(periods.values())
    return result


def weeks(code, step=ARRIVED):
    """Return {Monday as a date: number of people} of a code, the oldest first."""
    found = {}
    for period, n in counters.days(COUNTER, code, step, visits.PEOPLE).items():
        week = counters.week_of(period)
        found[week] = found.get(week, 0) + n
    return dict(sorted(found.items()))
