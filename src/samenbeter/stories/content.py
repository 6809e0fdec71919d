"""A success story: situation, step, result."""

from plone.autoform import directives
from plone.supermodel import model
from samenbeter import _
from samenbeter.interfaces import ISuccessStory
from samenbeter.shared import fields
from samenbeter.shared.content import IOpaqueId
from samenbeter.shared.content import Leaf
from samenbeter.shared.personal import not_personal
from samenbeter.shared.personal import personal
from samenbeter.shared.picture import PictureFieldWidget
from samenbeter.shared.relations import REFERABLE
from samenbeter.shared.relations import RelatedList
from samenbeter.shared.widgets import RelatedBrowserFieldWidget
from zope import schema
from zope.interface import implementer


class IStorySchema(model.Schema):
    """What it was like, what somebody did, how it is now."""

    personal("title", "description", "situation", "step", "result", "quote", "quote_by", "portrait", "portrait_alt")
    not_personal("helped_by", "call_to_action")

    title = fields.title_field(
        _("story_title", default="Titel"),
        _("story_title_help", default="Neem de voornaam of een schuilnaam, nooit een achternaam."),
    )
    description = fields.text_field(
        _("story_description", default="In één zin"),
        _("story_description_help", default="Maakt nieuwsgierig. Staat in lijsten."),
        300,
    )
    situation = schema.Text(
        title=_("story_situation", default="Zo was het"),
        description=_(
            "story_situation_help", default="In de woorden van de verteller. Een lege regel is een nieuwe alinea."
        ),
        max_length=4000,
    )
    step = fields.text_field(
        _("story_step", default="De eerste stap"),
        _("story_step_help", default="Wat deed de verteller? Wie of wat hielp?"),
    )
    result = fields.text_field(
        _("story_result", default="Zo is het nu"), _("story_result_help", default="Wat is er anders? Wat is de tip?")
    )
    quote = fields.text_field(
        _("story_quote", default="Mooiste zin"),
        _("story_quote_help", default="Eén zin die blijft hangen, zonder aanhalingstekens."),
        300,
    )
    quote_by = fields.line_field(
        _("story_quote_by", default="Naam onder het verhaal"),
        _("story_quote_by_help", default="Voornaam of schuilnaam, zoals de verteller koos."),
        60,
    )

    model.fieldset("picture", label=_("story_fieldset_picture", default="Foto"), fields=["portrait", "portrait_alt"])
    directives.widget("portrait", PictureFieldWidget)
    portrait = fields.RasterImage(
        title=_("story_portrait", default="Portret"),
        description=_("story_portrait_help", default="Alleen met een ja van wie erop staat."),
        required=False,
    )
    portrait_alt = fields.line_field(
        _("picture_alt", default="Wat zie je op het plaatje?"),
        _("picture_alt_help", default="Voor mensen die het plaatje niet zien."),
    )

    model.fieldset(
        "next", label=_("story_fieldset_next", default="Geholpen door"), fields=["helped_by", "call_to_action"]
    )
    directives.widget("helped_by", RelatedBrowserFieldWidget)
    helped_by = RelatedList(
        REFERABLE,
        title=_("story_helped_by", default="Dit hielp"),
        description=_(
            "story_helped_by_help", default="Aanbod, partner, module of bijeenkomst waar een ander ook heen kan."
        ),
    )
    call_to_action = fields.line_field(
        _("story_call_to_action", default="Vraag aan de lezer"),
        _("story_call_to_action_help", default="Bijvoorbeeld: lig jij ook wakker?"),
    )


@implementer(ISuccessStory, IOpaqueId)
class SuccessStory(Leaf):
    """A resident's story. Its title may hold a first name; its address does not."""
