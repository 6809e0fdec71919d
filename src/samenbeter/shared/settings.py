"""Settings of the whole platform: registry prefix ``samenbeter.shared``."""

from samenbeter import _
from samenbeter.shared.terms import TermLines
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.shared"

THEMES = """\
slapen|Slapen|Sleeping
piekeren|Piekeren en spanning|Worry and stress
geld|Geld en regelen|Money and paperwork
alleen|Alleen zijn|Being alone
bewegen|Bewegen|Exercise
eten|Eten en gewicht|Food and weight
mantelzorg|Zorgen voor een ander|Caring for someone
roken|Stoppen met roken|Quitting smoking
kinderen|Kinderen|Children
ouder|Ouder worden|Growing older
ziekte|Leven met een ziekte|Living with an illness
rouw|Verlies en rouw|Loss and grief
wonen|Wonen en hulp thuis|Housing and help at home
werk|Werk en meedoen|Work and taking part""".splitlines()

DISCIPLINES = """\
huisarts|Huisarts|General practitioner
wijkverpleegkundige|Wijkverpleegkundige|Community nurse
praktijkondersteuner|Praktijkondersteuner|Practice nurse
fysiotherapeut|Fysiotherapeut|Physiotherapist
dietist|Diëtist|Dietitian
maatschappelijk-werk|Maatschappelijk werker|Social worker
sociaal-raadslid|Sociaal raadslid|Legal and money adviser
psycholoog|Psycholoog|Psychologist
slaapcoach|Slaapcoach|Sleep coach
mantelzorgconsulent|Mantelzorgconsulent|Carers’ adviser
ervaring|Buur met ervaring|Neighbour with experience
opbouwwerk|Buurtwerker|Community worker
apotheker|Apotheker|Pharmacist
jeugdverpleegkundige|Jeugdverpleegkundige|Youth nurse
lotgenoten|Lotgenoot|Fellow patient
gemeente|Medewerker van de gemeente|Municipal officer
budgetcoach|Budgetcoach|Budget coach
overheid|Overheid|Government""".splitlines()

TARGET_GROUPS = """\
iedereen|Iedereen|Everyone
volwassenen|Volwassenen|Adults
ouderen|Ouderen|Older people
ouders|Ouders|Parents
jongeren|Jongeren|Young people
mantelzorgers|Mantelzorgers|Carers""".splitlines()

TERMS_HELP = _(
    "setting_terms_help",
    default="Eén per regel: kort woord|Nederlands|Engels. Het korte woord blijft gelijk, de namen mag je wijzigen.",
)


class ISharedSettings(Interface):
    """The neighbourhood's name, help lines, and the words that all rooms use."""

    neighbourhood = schema.TextLine(
        title=_("setting_neighbourhood", default="Naam van de wijk"),
        description=_("setting_neighbourhood_help", default="Staat op het straatnaambord bovenaan elke pagina."),
        default="Lindenhof",
        max_length=40,
    )
    help_phone = schema.TextLine(
        title=_("setting_help_phone", default="Telefoonnummer voor hulp"),
        description=_("setting_help_phone_help", default="Staat op elke pagina op dezelfde plek."),
        default="088 000 00 00",
        required=False,
        max_length=20,
    )
    urgent_numbers = schema.List(
        title=_("setting_urgent", default="Nummers bij haast"),
        description=_("setting_urgent_help", default="Eén per regel: tekst|nummer."),
        value_type=schema.TextLine(),
        default=["Gevaar|112", "Denk je aan zelfdoding|113", "Huisartsenpost|088 111 00 00"],
        required=False,
    )
    footer_links = schema.List(
        title=_("setting_footer", default="Links onderaan"),
        description=_("setting_footer_help", default="Eén per regel: tekst|/pad op deze site."),
        value_type=schema.TextLine(),
        default=[],
        required=False,
    )
    seal_address = schema.TextLine(
        title=_("setting_seal_address", default="E-mailadres voor de zegels van het logboek"),
        description=_(
            "setting_seal_address_help",
            default="Elke dag gaat het zegel daarheen. Kies iemand die de site niet beheert. Leeg: geen mail.",
        ),
        default="",
        required=False,
        max_length=200,
    )
    themes = TermLines(
        index="sb_themes",
        title=_("setting_themes", default="Thema’s"),
        description=TERMS_HELP,
        default=THEMES,
    )
    disciplines = TermLines(
        index="sb_disciplines",
        title=_("setting_disciplines", default="Disciplines"),
        description=TERMS_HELP,
        default=DISCIPLINES,
    )
    target_groups = TermLines(
        index="sb_target_groups",
        title=_("setting_target_groups", default="Voor wie"),
        description=TERMS_HELP,
        default=TARGET_GROUPS,
    )


ISharedSettings.setTaggedValue("samenbeter.prefix", PREFIX)
