"""An e-Health module and its privacy label."""

from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.supermodel import model
from samenbeter import _
from samenbeter.interfaces import IEHealthModule
from samenbeter.shared import fields
from samenbeter.shared.content import Leaf
from samenbeter.shared.personal import not_personal
from samenbeter.shared.picture import PictureFieldWidget
from samenbeter.shared.relations import Related
from samenbeter.shared.widgets import ChecksFieldWidget
from samenbeter.shared.widgets import PartnerSelectionFieldWidget
from samenbeter.shared.widgets import RadiosFieldWidget
from zope import schema
from zope.interface import implementer


class IModuleSchema(model.Schema):
    """What it is, for whom, what it costs, and what its supplier learns."""

    not_personal(
        "title",
        "description",
        "text",
        "supplier",
        "target_groups",
        "suitable_for",
        "not_suitable_for",
        "duration",
        "costs",
        "quality_marks",
        "picture",
        "picture_alt",
        "data_asked",
        "data_kept",
        "retention",
        "data_location",
        "data_shared",
        "policy_url",
        "policy_version",
        "protocol",
        "launch_url",
    )

    title = fields.title_field(
        _("module_title", default="Naam van de module"),
        _("module_title_help", default="Bijvoorbeeld: Beter slapen in vijf weken."),
    )
    description = fields.text_field(
        _("module_description", default="In één zin"), _("module_description_help", default="Wat leer of doe je?"), 300
    )
    text = fields.SafeRichText(
        title=_("module_text", default="Wat ga je doen?"),
        description=_("module_text_help", default="Stap voor stap, in gewone taal."),
        required=False,
    )
    directives.widget("supplier", PartnerSelectionFieldWidget)
    supplier = Related(
        ("PartnerOrganisation",),
        title=_("module_supplier", default="Aanbieder"),
        description=_("module_supplier_help", default="De partner die de module maakt."),
    )
    directives.widget("target_groups", ChecksFieldWidget)
    target_groups = fields.choices_field(_("target_groups", default="Voor wie"), "", "samenbeter.target_groups")
    suitable_for = fields.text_field(_("module_suitable_for", default="Iets voor jou als"), "", 600)
    not_suitable_for = fields.text_field(
        _("module_not_suitable_for", default="Niets voor jou als"),
        _("module_not_suitable_for_help", default="Noem ook bij wie je dan wel moet zijn."),
        600,
    )
    duration = fields.line_field(
        _("module_duration", default="Hoe lang"),
        _("module_duration_help", default="Bijvoorbeeld: 5 weken, 10 minuten per dag."),
    )
    costs = fields.line_field(
        _("module_costs", default="Wat kost het"), _("module_costs_help", default="Schrijf ook op dat het gratis is.")
    )
    directives.widget("quality_marks", TextLinesFieldWidget)
    quality_marks = fields.lines_field(
        _("module_quality_marks", default="Keurmerken en onderzoek"), _("one_per_line", default="Eén per regel.")
    )
    directives.widget("picture", PictureFieldWidget)
    picture = fields.RasterImage(
        title=_("module_picture", default="Plaatje"),
        description=_("picture_help", default="Een jpg, png of webp, liggend."),
        required=False,
    )
    picture_alt = fields.line_field(
        _("picture_alt", default="Wat zie je op het plaatje?"),
        _("picture_alt_help", default="Voor mensen die het plaatje niet zien."),
    )

    model.fieldset(
        "label",
        label=_("module_fieldset_label", default="Wat weet de aanbieder?"),
        description=_(
            "module_fieldset_label_help",
            default="Dit staat als etiket op de pagina. Zonder etiket kan de module niet op de site.",
        ),
        fields=["data_asked", "data_kept", "retention", "data_location", "data_shared", "policy_url", "policy_version"],
    )
    directives.widget("data_asked", TextLinesFieldWidget)
    data_asked = fields.lines_field(
        _("module_data_asked", default="Wat vraagt de aanbieder?"),
        _("module_data_asked_help", default="Eén per regel. Bijvoorbeeld: je e-mailadres. Leeg: niets."),
    )
    data_kept = fields.text_field(_("module_data_kept", default="Wat bewaart de aanbieder?"), "", 600)
    retention = fields.line_field(
        _("module_retention", default="Hoe lang na het einde?"),
        _("module_retention_help", default="Bijvoorbeeld: 30 dagen."),
    )
    data_location = fields.line_field(_("module_data_location", default="Waar staan de gegevens?"), "")
    data_shared = schema.Bool(
        title=_("module_data_shared", default="De aanbieder deelt gegevens met anderen"), default=False, required=False
    )
    policy_url = fields.WebAddress(title=_("module_policy_url", default="Adres van het privacybeleid"), required=False)
    policy_version = fields.line_field(_("module_policy_version", default="Versie van het beleid"), "", 40)

    model.fieldset("launch", label=_("module_fieldset_launch", default="Starten"), fields=["protocol", "launch_url"])
    directives.widget("protocol", RadiosFieldWidget)
    protocol = schema.Choice(
        title=_("module_protocol", default="Hoe start de module?"),
        description=_(
            "module_protocol_help",
            default="Alleen een link is het minst veilig: de aanbieder vraagt dan zelf wie iemand is.",
        ),
        vocabulary="samenbeter.module_protocols",
        default="link",
    )
    launch_url = fields.WebAddress(title=_("module_launch_url", default="Adres van de module"), required=False)


@implementer(IEHealthModule)
class EHealthModule(Leaf):
    """An e-Health module."""
