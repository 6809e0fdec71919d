"""Behaviour of the stock Event: a meeting, online joined to physical."""

from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from samenbeter import _
from samenbeter.interfaces import IReadBeforePublic
from samenbeter.shared import fields
from samenbeter.shared.personal import not_personal
from samenbeter.shared.relations import Related
from samenbeter.shared.widgets import PartnerSelectionFieldWidget
from samenbeter.shared.widgets import RadiosFieldWidget
from zope import schema
from zope.interface import provider


@provider(IFormFieldProvider)
class IMeeting(model.Schema, IReadBeforePublic):
    """Where people meet: in a room, online, or both."""

    not_personal("attendance", "online_url", "organiser", "registration")

    model.fieldset(
        "meeting",
        label=_("meeting_fieldset", default="Bijeenkomst"),
        fields=["attendance", "online_url", "organiser", "registration"],
    )
    directives.widget("attendance", RadiosFieldWidget)
    attendance = schema.Choice(
        title=_("meeting_attendance", default="Waar doe je mee?"),
        vocabulary="samenbeter.attendance",
        default="physical",
        required=False,
    )
    online_url = fields.WebAddress(
        title=_("meeting_online_url", default="Adres om online mee te doen"),
        description=_("meeting_online_url_help", default="Iedereen kan dit adres zien."),
        required=False,
    )
    directives.widget("organiser", PartnerSelectionFieldWidget)
    organiser = Related(
        ("PartnerOrganisation",),
        title=_("meeting_organiser", default="Georganiseerd door"),
        description=_("meeting_organiser_help", default="De partner die dit doet."),
    )
    registration = fields.text_field(
        _("meeting_registration", default="Hoe doe je mee?"),
        _("meeting_registration_help", default="Bijvoorbeeld: loop binnen, of bel."),
        300,
    )
