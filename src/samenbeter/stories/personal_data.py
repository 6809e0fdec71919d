"""The personal data of stories: all that a teller says, and the portrait."""

from plone import api
from samenbeter import _
from samenbeter.shared.personal_data import ContentPersonalData
from samenbeter.shared.personal_data import DELETE


# people with these roles write down what others tell them
WRITERS = frozenset(("Manager", "Site Administrator", "Vraagbaak Editor", "Wijkwebber"))


class Stories(ContentPersonalData):
    """Stories that somebody wrote down."""

    title = _("personal_stories", default="Verhalen")
    description = _(
        "personal_stories_help",
        default="Je verhaal: hoe het was, wat je deed en hoe het nu is. Soms met je naam en een foto.",
    )
    categories = ("pd:Name", "pd:PhysicalCharacteristic", "pd:Health", "pd:LifeHistory")
    special = True
    purpose = "samenbeter.stories"
    recipients = "View"
    portal_types = ("SuccessStory",)
    action = DELETE
    clock = _("clock_stories", default="Het blijft tot jij het weghaalt. Dan is het meteen overal weg.")
    stays = _(
        "stories_stay",
        default="Verhalen die je voor een ander opschreef, blijven staan. Ze zijn van wie ze vertelde. Je naam is eraf.",
    )

    def is_own(self, obj, userid):
        """Return whether the story is that of who wrote it down; a wijkwebber writes for others."""
        user = api.user.get(userid=userid)
        return user is None or not WRITERS.intersection(user.getRoles())
