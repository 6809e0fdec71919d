"""Behaviour: what it is about, in the words that bring all kinds together."""

from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from samenbeter import _
from samenbeter.shared.fields import choices_field
from samenbeter.shared.personal import not_personal
from samenbeter.shared.widgets import ChecksFieldWidget
from zope.interface import provider


@provider(IFormFieldProvider)
class IThemed(model.Schema):
    """Has themes."""

    not_personal("themes")
    directives.widget("themes", ChecksFieldWidget)
    themes = choices_field(
        _("themes_title", default="Thema’s"),
        _("themes_help", default="Waar gaat het over? Bewoners zoeken met deze woorden."),
        "samenbeter.themes",
    )
