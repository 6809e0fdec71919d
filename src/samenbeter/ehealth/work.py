"""What waits about modules, for editors and for the privacy officer."""

from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.work import WorkSection
from zope.component import adapter


class OfModules(WorkSection):
    """Modules in one state."""

    state = None

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "EHealthModule", "review_state": self.state}


def of_the_site(cls):
    """Register-ready: an adapter of the site, in sites with the add-on."""
    return adapter(IPloneSiteRoot, ISamenBeterLayer)(cls)


@of_the_site
class Drafts(OfModules):
    """Modules that an editor is writing."""

    order = 45
    title = _("work_modules", default="Modules in klad")
    empty = _("work_modules_empty", default="Er staan geen modules in klad.")
    roles = ("Vraagbaak Editor",)
    state = "draft"


@of_the_site
class Suspended(OfModules):
    """Modules that nobody can start now."""

    order = 46
    title = _("work_suspended", default="Stilgezette modules")
    empty = _("work_suspended_empty", default="Er staan geen modules stil.")
    roles = ("Vraagbaak Editor",)
    state = "suspended"


@of_the_site
class ToCheck(OfModules):
    """Modules whose label the privacy officer has to check."""

    order = 5
    title = _("work_privacy_check", default="Modules om na te kijken")
    empty = _("work_privacy_check_empty", default="Alle modules zijn nagekeken.")
    roles = ("Privacy Officer",)
    state = "privacy_check"
