"""The schema of a desk: what it promises, and what it shows before a question is sent."""

from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.supermodel import model
from samenbeter import _
from samenbeter.shared import fields
from samenbeter.shared.personal import not_personal
from samenbeter.shared.roles_elsewhere import EVERYBODY
from zope import schema


NOT_EVERYBODY = _(
    "desk_group_everybody",
    default="In deze groep zit iedereen met een account. Kies een groep van mensen die aan de vragen werken.",
)


def not_everybody(group):
    """Return True for a group that can work at a desk.

    :raises fields.FieldError: for that of all accounts: what residents wrote would be open to all of them.
    """
    if group == EVERYBODY:
        raise fields.FieldError(NOT_EVERYBODY)
    return True


class IVraagbaakSchema(model.Schema):
    """A desk: what it promises, and what it shows before a question is sent."""

    not_personal(
        "title",
        "description",
        "intro",
        "promise_hours",
        "promise_working_hours",
        "closed_days",
        "promise_text",
        "editors_group",
        "chief_group",
        "approval_days",
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
        fields=["promise_working_hours", "promise_hours", "closed_days", "promise_text"],
    )
    promise_working_hours = schema.Int(
        title=_("desk_promise_working_hours", default="Antwoord binnen zoveel werkuren"),
        description=_(
            "desk_promise_working_hours_help",
            default="Alleen uren binnen de werktijden tellen. Beloof wat jullie elke week waarmaken.",
        ),
        min=1,
        max=200,
        default=8,
    )
    promise_hours = fields.WeeklyHours(
        title=_("desk_promise_hours", default="Werktijden"),
        description=_(
            "desk_promise_hours_help", default="Eén regel per dag: ma-vr 9.00-17.00. De klok loopt alleen dan."
        ),
        required=False,
        default="ma-vr 9.00-17.00",
    )
    directives.widget("closed_days", TextLinesFieldWidget)
    closed_days = fields.DateLines(
        title=_("desk_closed_days", default="Dagen dat jullie dicht zijn"),
        description=_(
            "desk_closed_days_help",
            default="Eén regel per dag of periode: 2026-12-24, of 2026-12-24 2027-01-03. Feestdagen kennen wij al.",
        ),
        value_type=schema.TextLine(),
        required=False,
    )
    promise_text = fields.text_field(
        _("desk_promise_text", default="Belofte in woorden"),
        _("desk_promise_text_help", default="Wat mag een bewoner van jullie verwachten?"),
        500,
    )

    model.fieldset(
        "people",
        label=_("desk_fieldset_people", default="Redactie"),
        fields=["editors_group", "chief_group", "approval_days"],
    )
    # who is in these groups reads what residents wrote: that is decided where accounts are
    directives.write_permission(editors_group="samenbeter.vraagbaak.Manage", chief_group="samenbeter.vraagbaak.Manage")
    editors_group = schema.Choice(
        title=_("desk_editors_group", default="Groep van de redactie"),
        description=_("desk_editors_group_help", default="De mensen in deze groep werken aan de vragen van dit loket."),
        vocabulary="plone.app.vocabularies.Groups",
        constraint=not_everybody,
        required=False,
        default="Vraagbaak Editor",
    )
    chief_group = schema.Choice(
        title=_("desk_chief_group", default="Groep van de hoofdredactie"),
        description=_(
            "desk_chief_group_help",
            default="Zij krijgen een vraag die te lang blijft liggen. Leeg: iedereen van de redactie.",
        ),
        vocabulary="plone.app.vocabularies.Groups",
        constraint=not_everybody,
        required=False,
    )
    approval_days = schema.Int(
        title=_("desk_approval_days", default="Wachten op een ja van de vrager"),
        description=_(
            "desk_approval_days_help",
            default="Na zoveel dagen zegt de werktafel dat er geen antwoord kwam op: mag dit op de site?",
        ),
        min=1,
        max=90,
        default=14,
    )

    model.fieldset("crisis", label=_("desk_fieldset_crisis", default="Bij nood"), fields=["crisis_text"])
    crisis_text = fields.SafeRichText(
        title=_("desk_crisis_text", default="Tekst bij nood"),
        description=_(
            "desk_crisis_text_help", default="Staat bij het stellen van een vraag. Noem 112, 113 en de huisartsenpost."
        ),
        required=False,
    )
