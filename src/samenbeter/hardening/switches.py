"""Which switches there are, which are on, and what was there before each."""

from persistent.mapping import PersistentMapping
from plone import api
from samenbeter.interfaces import ISwitch
from samenbeter.shared import hardened
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.interface import implementer


PREFIX = "samenbeter.hardening."

is_on = hardened.is_on


class NotNow(Exception):
    """A switch cannot be turned on here and now; its argument is a message that says why."""


@implementer(ISwitch)
class Flag:
    """A switch that changes no setting: code asks ``shared.hardened.is_on`` about it at run time.

    A room of switches gives it a short name (``name``), ``order``, ``title`` and ``description``.
    """

    order = 0
    title = ""
    description = ""

    def turn_on(self):
        """Nothing was there before."""
        return {}

    def turn_off(self, before):
        """Nothing has to be put back."""
        return []

    def problems(self):
        """Return nothing: what is asked at run time cannot be changed elsewhere."""
        return []


def switches():
    """Return {short name: switch}, in the order of the page."""
    found = {name.removeprefix(PREFIX): switch for name, switch in getUtilitiesFor(ISwitch) if name.startswith(PREFIX)}
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))


def turn_on(name):
    """Turn a switch on, or once more when something was changed since; what was there at first stays kept.

    :raises KeyError: there is no such switch.
    :raises NotNow: it cannot be turned on here.
    """
    switch = switches()[name]
    state = _state()
    before = switch.turn_on()
    if name not in state:
        state[name] = before
    elif isinstance(before, dict):
        # a later version of a switch can change more than the one that was turned on
        state[name] = {**before, **state[name]}


def turn_off(name):
    """Turn a switch off: put back what was there before. Off already: nothing happens.

    :returns: what was left as it is, because somebody chose it while the switch was on: a list of messages.
    :raises KeyError: there is no such switch.
    """
    switch = switches()[name]
    state = _state()
    if name not in state:
        return []
    return list(switch.turn_off(state.pop(name)) or ())


def turn_all_on():
    """Turn on each switch that is off; return {short name: why not} of what cannot be turned on here."""
    refused = {}
    for name in switches():
        if is_on(name):
            continue
        try:
            turn_on(name)
        except NotNow as why:
            refused[name] = why.args[0]
    return refused


def turn_all_off():
    """Turn each switch off, the last first; return what was left as it is, as a list of messages."""
    return [message for name in reversed(switches()) for message in turn_off(name)]


def forget():
    """Take away all that was kept, for a site from which the add-on goes."""
    annotations = IAnnotations(api.portal.get())
    for name in [name for name in annotations if name == hardened.KEY or name.startswith(PREFIX)]:
        del annotations[name]


def _state():
    annotations = IAnnotations(api.portal.get())
    if hardened.KEY not in annotations:
        annotations[hardened.KEY] = PersistentMapping()
    return annotations[hardened.KEY]
