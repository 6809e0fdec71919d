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
from zope import schema
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory


class IVraagbaakSchema(model.Schema):
    """A desk: what it promises, and what it shows before a question is sent."""

    not_personal(
        "title",
        "description",
        "intro",
        "promise_hours",
        "promise_workdays",
        "promise_text",
        "editors_group",
        "crisis_text",
    )

    title = fields.title_field(
        _("desk_title", default="Naam"), _("desk_title_help", default="Bijvoorbeeld: Vraagbaak.")
    )
    description = fields.text_field(
        _("desk_description", default="In één zin"),
        _("desk_description_help", default="Staat in lijsten en bij zoeken."),
        300,
    )
    intro = fields.SafeRichText(
        title=_("desk_intro", default="Inleiding"),
        description=_("desk_intro_help", default="Staat boven de vragen. Houd het kort."),
        required=False,
    )

    model.fieldset(
        "promise",
        label=_("desk_fieldset_promise", default="Belofte"),
        fields=["promise_workdays", "promise_hours", "promise_text"],
    )
    promise_workdays = schema.Int(
        title=_("desk_promise_workdays", default="Antwoord binnen zoveel werkdagen"),
        description=_("desk_promise_workdays_help", default="Beloof alleen wat jullie elke week waarmaken."),
        min=1,
        max=20,
        default=1,
    )
    promise_hours = fields.WeeklyHours(
        title=_("desk_promise_hours", default="Werktijden"),
        description=_(
            "desk_promise_hours_help", default="Eén regel per dag: ma-vr 9.00-17.00. De klok loopt alleen dan."
        ),
        required=False,
        default="ma-vr 9.00-17.00",
    )
    promise_text = fields.text_field(
        _("desk_promise_text", default="Belofte in woorden"),
        _("desk_promise_text_help", default="Wat mag een bewoner van jullie verwachten?"),
        500,
    )

    model.fieldset(
        "people",
        label=_("desk_fieldset_people", default="Redactie"),
        fields=["editors_group"],
    )
    editors_group = schema.Choice(
        title=_("desk_editors_group", default="Groep van de redactie"),
        description=_("desk_editors_group_help", default="De mensen in deze groep werken aan de vragen van dit loket."),
        vocabulary="plone.app.vocabularies.Groups",
        required=False,
        default="Vraagbaak Editor",
    )

    model.fieldset("crisis", label=_("desk_fieldset_crisis", default="Bij nood"), fields=["crisis_text"])
    crisis_text = fields.SafeRichText(
        title=_("desk_crisis_text", default="Tekst bij nood"),
        description=_(
            "desk_crisis_text_help", default="Staat bij het stellen van een vraag. Noem 112, 113 en de huisartsenpost."
        ),
        required=False,
    )


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
    not_personal("discipline", "partner", "referrals", "referral_reason", "sources")

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
