"""Base of the sections on "Mijn werk"."""

from plone import api
from samenbeter.interfaces import IWorkSection
from zope.interface import implementer


@implementer(IWorkSection)
class WorkSection:
    """One list of what waits. A subclass sets order, title, empty, roles and query().

    Shown to people with one of ``roles`` on the site. Counts by one catalog
    query; no object is loaded.
    """

    order = 50
    title = None
    empty = None
    roles = ()
    sort_on = "modified"

    def __init__(self, context, request):
        self.context = context
        self.request = request

    @property
    def available(self):
        """True when this person has one of the roles."""
        return bool({*self.roles, "Manager", "Site Administrator"}.intersection(api.user.get_roles()))

    def query(self):
        """Return the catalog query of what waits."""
        raise NotImplementedError

    def brains(self):
        """Return the lazy catalog result, oldest change first."""
        return api.portal.get_tool("portal_catalog")(sort_on=self.sort_on, **self.query())
