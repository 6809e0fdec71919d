"""Switches that change settings of Plone, and put them back exactly as they were.

A change knows how to read what is there, how to write it, and what it should become.
Somebody may change the same setting while the switch is on: that choice is newer than
ours and than what was there before, so undoing leaves it alone and says so.
"""

from AccessControl.Permission import Permission as ZopePermission
from AccessControl.Permission import pname
from Acquisition import aq_base
from plone import api
from plone.registry.interfaces import IRegistry
from samenbeter import _
from samenbeter.interfaces import ISwitch
from zope.component import getUtility
from zope.interface import implementer


class Change:
    """One setting. ``what`` is its name, for people who look it up."""

    what = ""

    def is_there(self, site):
        """Return whether this site has the setting at all."""
        return True

    def read(self, site):
        """Return what is there now, as a plain value."""
        raise NotImplementedError

    def write(self, site, value):
        """Put a value there that ``read`` once returned."""
        raise NotImplementedError

    def wanted(self, now):
        """Return what should be there, where ``now`` is."""
        raise NotImplementedError

    def undo(self, site, before):
        """Put back what was there before; return False when somebody chose another value meanwhile."""
        now = self.read(site)
        if now == before:
            return True
        if now != self.wanted(before):
            return False
        self.write(site, before)
        return True


class Record(Change):
    """A record of the registry gets a value."""

    def __init__(self, name, value):
        self.what = name
        self.value = value

    def is_there(self, site):
        """Return whether the registry has the record."""
        return self.what in getUtility(IRegistry)

    def read(self, site):
        """Return its value."""
        value = getUtility(IRegistry)[self.what]
        return tuple(value) if isinstance(value, list) else value

    def write(self, site, value):
        """Give it a value."""
        getUtility(IRegistry)[self.what] = list(value) if isinstance(value, tuple) else value

    def wanted(self, now):
        """Return the value."""
        return self.value


class RecordWithout(Record):
    """A list in the registry loses words; what others add to it meanwhile stays."""

    def __init__(self, name, *words):
        super().__init__(name, None)
        self.words = words

    def wanted(self, now):
        """Return the list without the words."""
        return tuple(word for word in now or () if word not in self.words)

    def undo(self, site, before):
        """Put the words back that were there."""
        now = self.read(site) or ()
        if now == self.wanted(before):
            self.write(site, before)
        else:
            self.write(site, (*now, *(word for word in before if word in self.words and word not in now)))
        return True


class Permission(Change):
    """A permission on the site itself is for these roles only."""

    def __init__(self, name, *roles):
        self.what = name
        self.roles = roles

    def read(self, site):
        """Return (acquired, roles); None when the site says nothing about it."""
        # not getRoles(): what the site says nothing about, it answers as if it had been said
        roles = vars(aq_base(site)).get(pname(self.what))
        return None if roles is None else (isinstance(roles, list), tuple(roles))

    def write(self, site, value):
        """Give it to roles, acquired or not, or let it be as if the site had never heard of it."""
        if value is None:
            if pname(self.what) in vars(aq_base(site)):
                delattr(site, pname(self.what))
            return
        acquired, roles = value
        ZopePermission(self.what, (), site).setRoles(list(roles) if acquired else tuple(roles))

    def wanted(self, now):
        """Return the roles; nothing comes from above."""
        return (False, self.roles)


class PluginOff(Change):
    """A plugin of the site's user folder no longer does one of its tasks."""

    def __init__(self, plugin_id, task):
        self.plugin_id = plugin_id
        self.task = task
        self.what = f"acl_users/{plugin_id} ({task.__name__})"

    def is_there(self, site):
        """Return whether the site has the plugin."""
        return self.plugin_id in site.acl_users and self.task.providedBy(site.acl_users[self.plugin_id])

    def read(self, site):
        """Return the ids of the plugins that do this task, in their order."""
        return tuple(site.acl_users.plugins.listPluginIds(self.task))

    def write(self, site, value):
        """Let exactly these plugins do it, in this order."""
        plugins = site.acl_users.plugins
        for plugin_id in self.read(site):
            plugins.deactivatePlugin(self.task, plugin_id)
        for plugin_id in value:
            if plugin_id in site.acl_users:
                plugins.activatePlugin(self.task, plugin_id)

    def wanted(self, now):
        """Return the others."""
        return tuple(plugin_id for plugin_id in now if plugin_id != self.plugin_id)

    def undo(self, site, before):
        """Put it back in its place; plugins that came or went meanwhile stay as they are."""
        now = self.read(site)
        if self.plugin_id in before and self.plugin_id not in now:
            later = before[before.index(self.plugin_id) + 1 :]
            place = next((now.index(plugin_id) for plugin_id in later if plugin_id in now), len(now))
            self.write(site, (*now[:place], self.plugin_id, *now[place:]))
        return True


class Property(Change):
    """A property of a plugin of the site's user folder gets a value."""

    def __init__(self, plugin_id, name, value):
        self.plugin_id = plugin_id
        self.name = name
        self.value = value
        self.what = f"acl_users/{plugin_id}/{name}"

    def is_there(self, site):
        """Return whether the site has it."""
        plugin = site.acl_users._getOb(self.plugin_id, None)
        return plugin is not None and plugin.hasProperty(self.name)

    def read(self, site):
        """Return its value."""
        return site.acl_users[self.plugin_id].getProperty(self.name)

    def write(self, site, value):
        """Give it a value."""
        site.acl_users[self.plugin_id]._updateProperty(self.name, value)

    def wanted(self, now):
        """Return the value."""
        return self.value


@implementer(ISwitch)
class Changes:
    """A switch that makes some changes. A room of switches gives it ``order``, ``title`` and ``description``."""

    order = 0
    title = ""
    description = ""
    changes = ()

    def turn_on(self):
        """Make each change; return {what: what was there before}."""
        site = api.portal.get()
        before = {}
        for change in self._here(site):
            before[change.what] = change.read(site)
            change.write(site, change.wanted(before[change.what]))
        return before

    def turn_off(self, before):
        """Put back what was there before; return what was left alone, as messages."""
        site = api.portal.get()
        return [
            _("hardening_left", default="Dit bleef zoals iemand het intussen koos: ${what}.", mapping={"what": what})
            for change in self._here(site)
            for what in (change.what,)
            if what in before and not change.undo(site, before[what])
        ]

    def problems(self):
        """Return which settings are not as the switch left them, as messages."""
        site = api.portal.get()
        return [
            _("hardening_changed", default="Iemand veranderde dit: ${what}.", mapping={"what": change.what})
            for change in self._here(site)
            for now in (change.read(site),)
            if now != change.wanted(now)
        ]

    def _here(self, site):
        return [change for change in self.changes if change.is_there(site)]
