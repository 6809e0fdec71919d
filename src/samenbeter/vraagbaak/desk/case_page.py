"""The page of one case, "@@dossier/V-7K3M-9Q" of a desk: a frame, and the panels that stand in it.

A POST names a panel and what it does; the panel changes the case in a transaction that is done again when
somebody else wrote at the same time. Looking changes nothing and shows nothing of what the asker wrote:
for that there is the button "Toon", which is in the audit log.
"""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.shared import vault
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


GONE = _("case_changed", default="Iemand anders deed intussen iets met deze vraag. Kijk hoe het nu is.")
MAIN, SIDE = "main", "side"


class Panel:
    """A part of the page of a case. A subclass has a ``template`` and methods ``do_<word>``.

    A method ``do_<word>`` looks at ``self.page.field(...)``, fills ``self.page.errors`` when something is wrong,
    and else calls ``self.page.change(act, ...)``. It returns the message for the next page, or None to
    show this one again, as after an error.
    """

    name = ""
    place = MAIN
    order = 50
    template = None

    def __init__(self, page):
        self.page = page
        self.context = page.context
        self.request = page.request

    @property
    def case(self):
        """Return the Case as it is now."""
        return self.page.case

    @property
    def available(self):
        """Return whether it is shown."""
        return True

    def refuse(self):
        """Show what was filled in again: a citizen service number was cut out of it, and nothing is done."""

    def render(self):
        """Return its HTML."""
        return self.template()


@implementer(IPublishTraverse)
class CasePage(PrivatePage):
    """One case, for the editors of its desk."""

    number = ""

    def publishTraverse(self, request, name):
        """Take the number from the address; nothing stands below it."""
        if self.number:
            raise NotFound(name)
        self.number = name
        return self

    def __call__(self):
        """Show it, or do what a panel asks; a number that is none of this desk is not found."""
        if self.case is None:
            raise NotFound(self.number)
        return super().__call__()

    @cached_property
    def case(self):
        """Return the Case, or None."""
        return store.by_number(self.context, self.number)

    @property
    def frozen(self):
        """Return whether its asker had it hidden: then nothing is shown or done."""
        return store.is_frozen(self.case)

    @property
    def title(self):
        """Return how the desk calls it."""
        return _("case_title", default="Vraag ${number}", mapping={"number": self.case.number})

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@dossier/{self.case.number}"

    @cached_property
    def me(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    @cached_property
    def question(self):
        """Return the VraagbaakQuestion that the redaction became, or None."""
        return api.content.get(UID=self.case.question) if self.case.question else None

    # -- panels

    @cached_property
    def panels(self):
        """Return the Panels, in their order."""
        from samenbeter.vraagbaak.desk.panels import PANELS

        return sorted((panel(self) for panel in PANELS), key=lambda panel: panel.order)

    def panels_of(self, place):
        """Return the HTML of the panels of a place."""
        return [panel.render() for panel in self.panels if panel.place == place and panel.available]

    def act(self):
        """Let a panel do something; then show the page anew by its own address."""
        panel = self._panel
        do = getattr(panel, f"do_{self.field('do')}", None) if panel is not None and panel.available else None
        if do is None or self.frozen:
            raise NotFound(self.field("panel"))
        try:
            message = do()
        except (states.WrongStep, vault.NoRecord):
            message = GONE
        if message is None:
            return None
        self.tell(message)
        self.request.response.redirect(self.here, status=303)
        return ""

    @property
    def _panel(self):
        return next((panel for panel in self.panels if panel.name == self.field("panel")), None)

    def refuse(self):
        """Let the panel show its form again."""
        if self._panel is not None and self._panel.available:
            self._panel.refuse()

    def change(self, act, *args, holds=True, **kw):
        """Let ``act(case, ...)`` change the case, and save it; done again when others wrote at the same time.

        Who changes it holds it for a while, so that others see who is on it. Return what ``act`` returned.

        :param holds: False for who goes away from it.
        """

        def once():
            case = store.load(self.case.id)
            found = act(case, *args, **kw)
            if holds:
                case.hold(self.me)
            store.save(case)
            return found

        found = committed(once)
        self.case = store.load(self.case.id)
        return found
