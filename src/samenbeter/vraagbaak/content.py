"""The desk, the redacted question and the contributions."""

from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.supermodel import model
from samenbeter import _
from samenbeter.interfaces import IVraagbaak
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.shared import fields
from samenbeter.shared.content import Branch
from samenbeter.shared.content import IOpaqueId
from samenbeter.shared.content import Leaf
from samenbeter.shared.personal import not_personal
from samenbeter.shared.personal import personal
from samenbeter.shared.relations import REFERABLE
from samenbeter.shared.relations import Related
from samenbeter.shared.relations import RelatedList
from samenbeter.shared.terms import translated_title
from samenbeter.shared.widgets import ChecksFieldWidget
from samenbeter.shared.widgets import PartnerChecksFieldWidget
from samenbeter.shared.widgets import PartnerSelectionFieldWidget
from samenbeter.shared.widgets import RadiosFieldWidget
from samenbeter.shared.widgets import RelatedBrowserFieldWidget
from samenbeter.shared.widgets import SelectionFieldWidget
from samenbeter.vraagbaak.desk_schema import IVraagbaakSchema  # noqa: F401 - the type finds it here
from zope import schema
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory


class IQuestionSchema(model.Schema):
    """A question without personal data, and its one short answer."""

    not_personal(
        "title",
        "question",
        "other_wordings",
        "target_groups",
        "answer_type",
        "summary",
        "difference_topic",
        "consulted",
        "checked_on",
        "review_on",
        "source_name",
        "source_url",
        "source_licence",
        "source_changed",
        "source_id",
    )

    title = fields.title_field(
        _("question_title", default="Korte vraag"),
        _("question_title_help", default="Zoals een bewoner het zegt. Zonder namen of andere gegevens van mensen."),
    )
    question = fields.text_field(
        _("question_question", default="De vraag"),
        _("question_question_help", default="De vraag in gewone woorden. Haal alles weg wat over één mens gaat."),
    )
    directives.widget("other_wordings", TextLinesFieldWidget)
    other_wordings = fields.lines_field(
        _("question_other_wordings", default="Ook zo gevraagd"),
        _(
            "question_other_wordings_help",
            default="Eén per regel. Zo vinden mensen het antwoord met hun eigen woorden.",
        ),
    )
    directives.widget("target_groups", ChecksFieldWidget)
    target_groups = fields.choices_field(
        _("target_groups", default="Voor wie"),
        _("target_groups_help", default="Voor wie is dit vooral bedoeld?"),
        "samenbeter.target_groups",
    )

    model.fieldset(
        "answer",
        label=_("question_fieldset_answer", default="Antwoord"),
        fields=["answer_type", "summary", "difference_topic"],
    )
    directives.widget("answer_type", RadiosFieldWidget)
    answer_type = schema.Choice(
        title=_("question_answer_type", default="Soort antwoord"),
        description=_(
            "question_answer_type_help",
            default="Advies over de ziekte van één mens geven wij niet. Kies dan: ga naar je huisarts.",
        ),
        vocabulary="samenbeter.answer_types",
        required=False,
    )
    summary = fields.SafeRichText(
        title=_("question_summary", default="Kort antwoord"),
        description=_(
            "question_summary_help",
            default="Eén antwoord in gewone taal (B1). Korte zinnen. Begin met wat je kunt doen.",
        ),
        required=False,
    )
    difference_topic = fields.line_field(
        _("question_difference_topic", default="Hier denken wij verschillend over"),
        _(
            "question_difference_topic_help",
            default="Waarover zijn de deskundigen het niet eens? Schrijf het als vraag.",
        ),
    )

    model.fieldset("consulting", label=_("question_fieldset_consulting", default="Deskundigen"), fields=["consulted"])
    # who works on a question is not for its readers
    directives.read_permission(consulted="cmf.ModifyPortalContent", source_id="cmf.ModifyPortalContent")
    directives.widget("consulted", PartnerChecksFieldWidget)
    consulted = RelatedList(
        ("PartnerOrganisation",),
        title=_("question_consulted", default="Voorgelegd aan"),
        description=_(
            "question_consulted_help",
            default="De deskundigen van deze partners zien de vraag en schrijven een bijdrage.",
        ),
    )

    model.fieldset(
        "quality",
        label=_("question_fieldset_quality", default="Controle en bron"),
        fields=[
            "checked_on",
            "review_on",
            "source_name",
            "source_url",
            "source_licence",
            "source_changed",
            "source_id",
        ],
    )
    checked_on = schema.Date(
        title=_("question_checked_on", default="Gecontroleerd op"),
        description=_("question_checked_on_help", default="Op die dag las de redactie alles na."),
        required=False,
    )
    review_on = schema.Date(
        title=_("question_review_on", default="Nakijken op"),
        description=_(
            "question_review_on_help", default="Vanaf die dag staat het antwoord bij Mijn werk om na te kijken."
        ),
        required=False,
    )
    source_name = fields.line_field(
        _("question_source_name", default="Bron"),
        _("question_source_name_help", default="Komt het antwoord van een andere site? Noem die."),
    )
    source_url = fields.WebAddress(title=_("question_source_url", default="Adres van de bron"), required=False)
    source_licence = fields.line_field(
        _("question_source_licence", default="Licentie"),
        _("question_source_licence_help", default="Bijvoorbeeld: CC0 1.0."),
    )
    source_changed = schema.Date(title=_("question_source_changed", default="Bron gewijzigd op"), required=False)
    source_id = fields.line_field(
        _("question_source_id", default="Nummer bij de bron"),
        _("question_source_id_help", default="Alleen bij ingelezen vragen."),
    )


class IAnswerSchema(model.Schema):
    """What one expert contributes."""

    # the text is the work of an expert, who may ask for it
    personal("contribution", "difference")
    not_personal("discipline", "partner", "referrals", "referral_reason", "sources", "verified_on")

    contribution = fields.SafeRichText(
        title=_("answer_contribution", default="Bijdrage"),
        description=_(
            "answer_contribution_help", default="Schrijf voor de bewoner: je, korte zinnen, algemene uitleg."
        ),
    )
    directives.widget("discipline", SelectionFieldWidget)
    discipline = schema.Choice(
        title=_("answer_discipline", default="Discipline"),
        description=_("answer_discipline_help", default="Vanuit welk vak of welke ervaring schrijf je dit?"),
        vocabulary="samenbeter.disciplines",
    )
    directives.widget("partner", PartnerSelectionFieldWidget)
    partner = Related(
        ("PartnerOrganisation",),
        title=_("answer_partner", default="Partner"),
        description=_("answer_partner_help", default="Namens welke organisatie schrijf je dit?"),
    )
    difference = fields.text_field(
        _("answer_difference", default="Hier denk ik anders over"),
        _("answer_difference_help", default="Alleen invullen als de redactie een verschil van mening laat zien."),
        600,
    )

    model.fieldset(
        "referrals",
        label=_("answer_fieldset_referrals", default="Verwijzing en bronnen"),
        fields=["referrals", "referral_reason", "sources"],
    )
    directives.widget("referrals", RelatedBrowserFieldWidget)
    referrals = RelatedList(
        REFERABLE,
        title=_("answer_referrals", default="Hier kun je terecht"),
        description=_("answer_referrals_help", default="Aanbod, partner, module, verhaal of bijeenkomst."),
    )
    referral_reason = fields.text_field(
        _("answer_referral_reason", default="Waarom hierheen?"),
        _("answer_referral_reason_help", default="Eén of twee zinnen die de bewoner helpen kiezen."),
        600,
    )
    directives.widget("sources", TextLinesFieldWidget)
    sources = fields.lines_field(
        _("answer_sources", default="Bronnen"), _("answer_sources_help", default="Eén per regel: naam | https://adres")
    )
    # the platform says it, when an editor saw a proof of the trade of who wrote it
    directives.omitted("verified_on")
    verified_on = schema.Date(
        title=_("answer_verified_on", default="Bewijs van het vak gezien op"), required=False, readonly=True
    )


@implementer(IVraagbaak)
class Vraagbaak(Branch):
    """A question desk."""


@implementer(IVraagbaakQuestion, IOpaqueId)
class VraagbaakQuestion(Branch):
    """A redacted question."""


@implementer(IVraagbaakAnswer, IOpaqueId)
class VraagbaakAnswer(Leaf):
    """A contribution. Its title follows from its discipline: no name of a person."""

    @property
    def title(self):
        """The discipline in the reader's language."""
        vocabulary = getUtility(IVocabularyFactory, "samenbeter.disciplines")(self)
        return translated_title(vocabulary, getattr(self, "discipline", None) or "", getRequest())

    @title.setter
    def title(self, value):
        """Factories set a title; ours is derived, so there is nothing to keep."""
