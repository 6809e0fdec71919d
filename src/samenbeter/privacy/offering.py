"""What this room has for who has an account: its part of "Mijn SamenBeter", and reasons to make one."""

from samenbeter import _
from samenbeter.interfaces import IAccountReason
from samenbeter.interfaces import IMySection
from zope.interface import implementer


PERMISSION = "SamenBeter privacy: Use own data"


@implementer(IMySection)
class MyData:
    """The part of "Mijn SamenBeter" about what we know: the same four doors for everyone, nothing is read for it."""

    order = 800
    title = _("my_data", default="Wat wij van je weten")
    icon = "lock"
    empty = None
    available = True
    # beside the rest
    aside = True

    def __init__(self, context, request):
        """Take the address of the site."""
        self.url = context.absolute_url()

    def rows(self):
        """Return the pages about one's own data."""
        pages = (
            ("mijn-gegevens", _("my_data_look", default="Bekijk het, of wis het")),
            ("mijn-download", _("my_data_download", default="Haal alles op")),
            ("wie-zag-mijn-gegevens", _("rights_seen_title", default="Wie zag mijn gegevens?")),
            ("mijn-toestemmingen", _("my_data_consents", default="Waar je ja op zei")),
        )
        return [{"title": title, "url": f"{self.url}/@@{name}", "note": None} for name, title in pages]


@implementer(IAccountReason)
class Reason:
    """A reason of this room."""

    order = 50
    title = None
    text = None
    permission = PERMISSION

    def __init__(self, context, request):
        """Depend on nothing of the page."""


class Look(Reason):
    """Who saw my data."""

    title = _("reason_seen", default="Zien wie jouw gegevens opende")
    text = _(
        "reason_seen_text", default="Elke keer dat iemand van ons iets van jou leest, staat dat op jouw bladzijde."
    )


class Steer(Reason):
    """Download, correct, still, erase."""

    order = 60
    title = _("reason_steer", default="Zelf ophalen, verbeteren, stilzetten en wissen")
    text = _("reason_steer_text", default="Met een knop, wanneer jij wilt. Je hoeft het niemand te vragen.")


class Consents(Reason):
    """Yes and no."""

    order = 70
    title = _("reason_consents", default="Zien waar je ja op zei, en alsnog nee zeggen")
    text = _("reason_consents_text", default="Nee zeggen kost niet meer moeite dan ja zeggen. Het geldt meteen.")
