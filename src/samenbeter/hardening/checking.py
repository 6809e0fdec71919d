"""How strict the site is now: what is on, what is off, what changed, and what only the proxy can do."""

from dataclasses import dataclass
from plone import api
from samenbeter import _
from samenbeter.hardening import switches
from samenbeter.hardening.proxy import duties
from zope.i18n import translate


GREEN, AMBER, RED = "green", "amber", "red"
# which is worse
ORDER = (GREEN, AMBER, RED)
LIGHTS = {
    GREEN: {"icon": "check", "tag": "ok", "word": _("hardening_green", default="In orde")},
    AMBER: {"icon": "warning", "tag": "warn", "word": _("hardening_amber", default="Let op")},
    RED: {"icon": "stop", "tag": "late", "word": _("hardening_red", default="Niet in orde")},
}


@dataclass(frozen=True)
class Line:
    """One switch, or one duty of the proxy, as it is now.

    :param on: True or False for a switch; None for what the site cannot turn.
    :param problems: messages: what to do about it.
    :param hindrance: why a switch cannot be turned on here; None when it can.
    :param drifted: whether turning it on once more sets right what somebody changed.
    """

    name: str
    title: object
    description: object
    light: str
    problems: tuple = ()
    on: bool | None = None
    hindrance: object = None
    drifted: bool = False

    @property
    def look(self):
        """Return {icon, tag, word} of the light."""
        return LIGHTS[self.light]


def switch_lines():
    """Return a Line for each switch, in the order of the page."""
    return [_switch(name, switch) for name, switch in switches.switches().items()]


def _switch(name, switch):
    on = switches.is_on(name)
    problems = tuple(switch.problems()) if on else ()
    hindrance = None if on else getattr(switch, "hindrance", lambda: None)()
    # a switch says by "alarming" that with its problems the door is still open
    bad = RED if getattr(switch, "alarming", False) else AMBER
    light = (bad if problems else GREEN) if on else (AMBER if hindrance else RED)
    drifted = bool(problems) and not isinstance(switch, switches.Flag)
    return Line(name, switch.title, switch.description, light, problems, on, hindrance, drifted)


def proxy_lines(request):
    """Return a Line for each duty of the proxy; what cannot be seen from here is for a person to look at."""
    found = []
    for duty in duties():
        seen = duty.seen(request)
        light = AMBER if seen is None else (GREEN if seen else RED)
        found.append(Line(duty.name, duty.title, duty.todo, light))
    return found


def worst(lines):
    """Return the worst light of some lines."""
    return max((line.light for line in lines), key=ORDER.index, default=GREEN)


def as_dict(line, request):
    """Return a Line as JSON can say it, in the language of the request."""
    told = {
        "id": line.name,
        "title": translate(line.title, context=request),
        "description": translate(line.description, context=request),
        "light": line.light,
        "problems": [translate(problem, context=request) for problem in line.problems],
    }
    if line.on is not None:
        told["on"] = line.on
        told["hindrance"] = translate(line.hindrance, context=request) if line.hindrance else None
    return told


def state(request):
    """Return the whole state as JSON can say it."""
    lines, others = switch_lines(), proxy_lines(request)
    return {
        "@id": f"{api.portal.get().absolute_url()}/@hardening",
        "light": worst([*lines, *others]),
        "switches": [as_dict(line, request) for line in lines],
        "proxy": [as_dict(line, request) for line in others],
    }
