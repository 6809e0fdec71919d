"""A module goes to the privacy check with a complete label."""

from samenbeter import _
from samenbeter.interfaces import IEHealthModule
from samenbeter.interfaces import IReadiness
from zope.component import adapter
from zope.interface import implementer


LABEL = (
    ("supplier", _("module_supplier", default="Aanbieder")),
    ("data_kept", _("module_data_kept", default="Wat bewaart de aanbieder?")),
    ("retention", _("module_retention", default="Hoe lang na het einde?")),
    ("policy_url", _("module_policy_url", default="Adres van het privacybeleid")),
    ("policy_version", _("module_policy_version", default="Versie van het beleid")),
)


@implementer(IReadiness)
@adapter(IEHealthModule)
class ModuleReadiness:
    """Without a label there is nothing to check."""

    def __init__(self, context):
        self.context = context

    def missing(self, transition):
        """Return the titles of the fields to fill first."""
        if transition != "request_check":
            return []
        return [title for name, title in LABEL if not getattr(self.context, name, None)]
