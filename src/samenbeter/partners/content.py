"""A partner organisation and what it offers (the fields of an HSDS service)."""

from plone.autoform import directives
from plone.schema.email import Email
from plone.supermodel import model
from samenbeter import _
from samenbeter.interfaces import IPartnerOrganisation
from samenbeter.interfaces import IServiceOffer
from samenbeter.shared import fields
from samenbeter.shared.content import Branch
from samenbeter.shared.content import Leaf
from samenbeter.shared.personal import not_personal
from samenbeter.shared.personal import personal
from samenbeter.shared.picture import PictureFieldWidget
from samenbeter.shared.widgets import ChecksFieldWidget
from samenbeter.shared.widgets import RadiosFieldWidget
from zope import schema
from zope.interface import implementer


class IPartnerSchema(model.Schema):
    """Who it is, where it is, when it is open, and how it handles data."""

    # a small organisation is reached at the number or the address of one person
    personal("phone", "email", "privacy_contact")
    not_personal(
        "title",
        "description",
        "kind",
        "disciplines",
        "text",
        "logo",
        "logo_alt",
        "street",
        "postal_code",
        "city",
        "accessibility",
        "opening_hours",
        "website",
        "privacy_role",
        "privacy_policy_url",
    )

    title = fields.title_field(
        _("partner_title", default="Naam"), _("partner_title_help", default="Zoals mensen in de wijk haar kennen.")
    )
    description = fields.text_field(
        _("partner_description", default="In één zin"),
        _("partner_description_help", default="Wat kun je hier? Zonder afkortingen."),
        300,
    )
    directives.widget("kind", RadiosFieldWidget)
    kind = schema.Choice(
        title=_("partner_kind", default="Soort partner"),
        vocabulary="samenbeter.partner_kinds",
        default="local_care",
    )
    directives.widget("disciplines", ChecksFieldWidget)
    disciplines = fields.choices_field(
        _("partner_disciplines", default="Disciplines"),
        _(
            "partner_disciplines_help",
            default="Welke vakmensen werken hier? De redactie vindt zo de juiste deskundige.",
        ),
        "samenbeter.disciplines",
    )
    text = fields.SafeRichText(
        title=_("partner_text", default="Meer over deze partner"),
        description=_("partner_text_help", default="Wie zijn jullie en voor wie? Hooguit een halve bladzijde."),
        required=False,
    )
    directives.widget("logo", PictureFieldWidget)
    logo = fields.RasterImage(
        title=_("partner_logo", default="Logo"),
        description=_("partner_logo_help", default="Een jpg, png of webp, liefst vierkant."),
        required=False,
    )
    logo_alt = fields.line_field(
        _("partner_logo_alt", default="Wat staat er op het logo?"),
        _("partner_logo_alt_help", default="Laat leeg als er alleen de naam op staat."),
    )

    model.fieldset(
        "visit",
        label=_("partner_fieldset_visit", default="Adres en openingstijden"),
        fields=["street", "postal_code", "city", "accessibility", "opening_hours", "phone", "email", "website"],
    )
    street = fields.line_field(_("partner_street", default="Straat en huisnummer"), "")
    postal_code = fields.line_field(_("partner_postal_code", default="Postcode"), "", 10)
    city = fields.line_field(_("partner_city", default="Plaats"), "")
    accessibility = fields.line_field(
        _("partner_accessibility", default="Hoe kom je binnen?"),
        _("partner_accessibility_help", default="Bijvoorbeeld: begane grond, geen drempel."),
    )
    opening_hours = fields.WeeklyHours(
        title=_("partner_opening_hours", default="Openingstijden"),
        description=_("partner_opening_hours_help", default="Eén regel per dag: ma-vr 9.00-12.30, 13.00-17.00"),
        required=False,
    )
    phone = fields.line_field(
        _("partner_phone", default="Telefoon"),
        _("partner_phone_help", default="Een nummer van de organisatie, niet van één mens."),
        30,
    )
    email = Email(
        title=_("partner_email", default="E-mail"),
        description=_("partner_email_help", default="Een adres van de organisatie, niet van één mens."),
        required=False,
    )
    website = fields.WebAddress(title=_("partner_website", default="Website"), required=False)

    model.fieldset(
        "privacy",
        label=_("partner_fieldset_privacy", default="Privacy"),
        fields=["privacy_role", "privacy_contact", "privacy_policy_url"],
    )
    directives.widget("privacy_role", RadiosFieldWidget)
    privacy_role = schema.Choice(
        title=_("partner_privacy_role", default="Rol volgens de AVG"),
        description=_("partner_privacy_role_help", default="Wie beslist er over gegevens die wij delen?"),
        vocabulary="samenbeter.privacy_roles",
        required=False,
    )
    privacy_contact = fields.line_field(
        _("partner_privacy_contact", default="Wie spreek je aan over privacy?"),
        _("partner_privacy_contact_help", default="Functie en adres, zoals: functionaris, privacy@voorbeeld.nl"),
    )
    privacy_policy_url = fields.WebAddress(
        title=_("partner_privacy_policy", default="Adres van het privacybeleid"), required=False
    )


class IOfferSchema(model.Schema):
    """An offer. HSDS 3.0 names: eligibility, fees, schedule, location, application process, assured date."""

    personal("phone", "email")
    not_personal(
        "title",
        "description",
        "text",
        "disciplines",
        "target_groups",
        "eligibility",
        "fees",
        "schedule",
        "location",
        "application",
        "waiting_time",
        "url",
        "assured_on",
    )

    title = fields.title_field(
        _("offer_title", default="Naam van het aanbod"), _("offer_title_help", default="Bijvoorbeeld: Slaapspreekuur.")
    )
    description = fields.text_field(
        _("offer_description", default="In één zin"),
        _("offer_description_help", default="Wat krijg of doe je hier?"),
        300,
    )
    text = fields.SafeRichText(title=_("offer_text", default="Meer uitleg"), required=False)
    directives.widget("disciplines", ChecksFieldWidget)
    disciplines = fields.choices_field(_("offer_disciplines", default="Disciplines"), "", "samenbeter.disciplines")
    directives.widget("target_groups", ChecksFieldWidget)
    target_groups = fields.choices_field(_("target_groups", default="Voor wie"), "", "samenbeter.target_groups")

    model.fieldset(
        "practical",
        label=_("offer_fieldset_practical", default="Praktisch"),
        fields=["schedule", "location", "fees", "eligibility", "application", "waiting_time", "phone", "email", "url"],
    )
    schedule = fields.line_field(
        _("offer_schedule", default="Wanneer"),
        _("offer_schedule_help", default="Bijvoorbeeld: woensdag van 9.00 tot 12.00 uur."),
    )
    location = fields.line_field(
        _("offer_location", default="Waar"), _("offer_location_help", default="Leeg: op het adres van de partner.")
    )
    fees = fields.line_field(
        _("offer_fees", default="Wat kost het"), _("offer_fees_help", default="Schrijf ook op dat het gratis is.")
    )
    eligibility = fields.line_field(_("offer_eligibility", default="Wie mag komen"), "")
    application = fields.line_field(
        _("offer_application", default="Hoe meld je je aan"),
        _("offer_application_help", default="Bijvoorbeeld: loop binnen, of bel."),
    )
    waiting_time = fields.line_field(_("offer_waiting_time", default="Hoe lang wacht je"), "")
    phone = fields.line_field(_("offer_phone", default="Telefoon"), "", 30)
    email = Email(title=_("offer_email", default="E-mail"), required=False)
    url = fields.WebAddress(title=_("offer_url", default="Webadres"), required=False)

    model.fieldset("assurance", label=_("offer_fieldset_assurance", default="Klopt dit nog?"), fields=["assured_on"])
    assured_on = schema.Date(
        title=_("offer_assured_on", default="Klopt nog op"),
        description=_("offer_assured_on_help", default="Op die dag heeft de partner gezegd: dit klopt."),
        required=False,
    )


@implementer(IPartnerOrganisation)
class PartnerOrganisation(Branch):
    """An organisation or community that works along."""


@implementer(IServiceOffer)
class ServiceOffer(Leaf):
    """What a partner offers."""
