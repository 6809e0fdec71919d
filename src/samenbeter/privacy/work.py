"""What waits with personal data in texts, for editors."""

from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.work import WorkSection
from zope.component import adapter


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class MarkedTexts(WorkSection):
    """Texts in which somebody has to look at personal data first."""

    order = 15
    title = _("work_marks", default="Er staan nog persoonsgegevens in")
    empty = _("work_marks_empty", default="In geen tekst hoef je persoonsgegevens na te kijken.")
    roles = ("Vraagbaak Editor",)

    def query(self):
        """Return the catalog query."""
        return {"object_provides": IHasPersonalData.__identifier__}
