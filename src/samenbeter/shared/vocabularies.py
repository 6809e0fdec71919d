"""The vocabularies. Those of TermVocabulary are edited in the control panels."""

from plone import api
from samenbeter import _
from samenbeter.shared.terms import TermVocabulary
from samenbeter.shared.widgets import PartnerTerm
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


themes = TermVocabulary("samenbeter.themes", "samenbeter.shared.themes")
disciplines = TermVocabulary("samenbeter.disciplines", "samenbeter.shared.disciplines")
target_groups = TermVocabulary("samenbeter.target_groups", "samenbeter.shared.target_groups")


def fixed(*terms):
    """Return a vocabulary factory of (token, message) pairs that code depends on."""

    @provider(IVocabularyFactory)
    def factory(context=None):
        """Return the vocabulary."""
        return SimpleVocabulary([SimpleTerm(token, token, title) for token, title in terms])

    return factory


attendance = fixed(
    ("physical", _("attendance_physical", default="In de wijk")),
    ("online", _("attendance_online", default="Online")),
    ("both", _("attendance_both", default="In de wijk en online")),
)


@provider(IVocabularyFactory)
def partners(context=None):
    """Return the partners that this person may see, by name."""
    found = api.portal.get_tool("portal_catalog")(portal_type="PartnerOrganisation", sort_on="sortable_title")
    return SimpleVocabulary([PartnerTerm(brain) for brain in found])
