"""The page on which an administrator makes the site stricter, takes that back, and sees what is left to do."""

from AccessControl.security import checkPermission
from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.hardening import checking
from samenbeter.hardening import switches
from samenbeter.hardening import zmi
from samenbeter.shared import audit
from samenbeter.shared.pages import PrivatePage


class HardeningPage(PrivatePage):
    """All switches, and the duties of the proxy. A POST with a token turns one, or all."""

    title = _("hardening_title", default="Veiligheid van de site")

    def act(self):
        """Do what the button says."""
        word, _colon, name = self.field("do").partition(":")
        act = {
            "on": self.turn_on,
            "off": self.turn_off,
            "all-on": self.turn_all_on,
            "all-off": self.turn_all_off,
            "zmi-open": self.open_zmi,
            "zmi-shut": self.shut_zmi,
        }.get(word)
        of_one = word in ("on", "off")
        if act is None or of_one != bool(name) or (of_one and name not in switches.switches()):
            return None
        act(*([name] if of_one else []))
        return self.back(self.__name__)

    # -- what a POST does

    def turn_on(self, name):
        """Turn one switch on, or once more."""
        try:
            switches.turn_on(name)
        except switches.NotNow as why:
            self.tell(why.args[0])
            return
        self._note(name)
        self.tell(_("hardening_turned_on", default="Staat aan: ${what}.", mapping={"what": self._title(name)}))

    def turn_off(self, name):
        """Turn one switch off, and say what could not be put back."""
        left = switches.turn_off(name)
        self._note(name)
        self.tell(
            _(
                "hardening_turned_off",
                default="Teruggezet: ${what}. Alles is zoals het was.",
                mapping={"what": self._title(name)},
            )
            if not left
            else _("hardening_turned_off_partly", default="Staat uit: ${what}.", mapping={"what": self._title(name)})
        )
        self._tell_all(left)

    def turn_all_on(self):
        """Turn all switches on."""
        refused = switches.turn_all_on()
        self._note("all")
        if refused:
            self.tell(_("hardening_most_on", default="Wat hier aan kan, staat aan. Hieronder staat wat niet kon."))
        else:
            self.tell(_("hardening_all_on", default="Alles staat aan."))
        self._tell_all(refused.values())

    def turn_all_off(self):
        """Turn all switches off."""
        left = switches.turn_all_off()
        self._note("all")
        self.tell(_("hardening_all_off", default="Alles staat uit. De instellingen zijn zoals ze waren."))
        self._tell_all(left)

    def open_zmi(self):
        """Open the management of Zope for a while; only for who may use it."""
        if self.may_open_zmi:
            zmi.open_for_a_while()
            self._note("zmi")
            self.tell(
                _(
                    "hardening_zmi_opened",
                    default="Het beheer van Zope staat ${minutes} minuten open.",
                    mapping={"minutes": zmi.MINUTES},
                )
            )

    def shut_zmi(self):
        """Close it."""
        zmi.shut()
        self._note("zmi")
        self.tell(_("hardening_zmi_shut", default="Het beheer van Zope is weer dicht."))

    def _note(self, name):
        """Write down who did it: who can turn this off can make the site leak."""
        audit.note("edit", section=f"{switches.PREFIX}{name}")

    def _title(self, name):
        return self.say(switches.switches()[name].title)

    def _tell_all(self, messages):
        for message in messages:
            self.tell(message)

    # -- what is shown

    @cached_property
    def lines(self):
        """Return a Line for each switch."""
        return checking.switch_lines()

    @cached_property
    def proxy(self):
        """Return a Line for each duty of the proxy."""
        return checking.proxy_lines(self.request)

    @property
    def summary(self):
        """Return {icon, tag, word} of the worst light."""
        return checking.LIGHTS[checking.worst([*self.lines, *self.proxy])]

    @property
    def count(self):
        """Return how many switches are on."""
        return sum(line.on for line in self.lines)

    @property
    def settings(self):
        """Return the address of the settings."""
        return f"{api.portal.get().absolute_url()}/@@samenbeter-hardening-settings"

    @property
    def may_open_zmi(self):
        """Return whether the button for the management of Zope is for this person."""
        return switches.is_on(zmi.NAME) and bool(checkPermission("cmf.ManagePortal", self.context))

    @property
    def zmi_until(self):
        """Return until when the management of Zope is open, or None."""
        return zmi.open_until() if switches.is_on(zmi.NAME) else None
