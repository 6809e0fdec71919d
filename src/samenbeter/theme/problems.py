"""What is wrong with what somebody filled in, said so that they can mend it.

Forms of z3c.form keep their errors in several places and speak of "constraints" and
"literals". Here is one list of them, in the order of the page and in plain words.
"""

from plone.namedfile.field import InvalidFile
from plone.namedfile.field import InvalidImageFile
from plone.schema.email import InvalidEmail
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.fields import FieldError
from z3c.form.converter import FormatterValidationError
from z3c.form.error import ErrorViewSnippet
from z3c.form.interfaces import IMultipleErrors
from zope.component import adapter
from zope.i18n import translate
from zope.schema import interfaces
from zope.schema import ValidationError


CHOOSE = _("error_choose", default="Kies er een.")
REQUIRED = _("error_required", default="Vul dit nog in.")
DATE = _("error_date", default="Dit is geen hele datum. Vul dag, maand en jaar in.")
UNREADABLE = _("error_unreadable", default="Dit kunnen wij niet lezen. Schrijf het anders.")

# exact kinds of error; other add-ons' own kinds keep their own words
WORDS = {
    interfaces.ConstraintNotSatisfied: UNREADABLE,
    interfaces.InvalidURI: _(
        "error_address", default="Dit is geen webadres. Schrijf het zoals https://www.voorbeeld.nl."
    ),
    interfaces.InvalidValue: UNREADABLE,
    interfaces.NotUnique: _("error_double", default="Dit staat er twee keer. Haal er een weg."),
    interfaces.WrongType: UNREADABLE,
    FormatterValidationError: _("error_number", default="Dit is geen getal. Schrijf het in cijfers, zoals 3."),
    InvalidEmail: _("error_email", default="Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl."),
    InvalidFile: _("error_file", default="Dit soort bestand kan hier niet. Kies een ander."),
    InvalidImageFile: _(
        "error_picture", default="Dit is geen plaatje dat wij kunnen lezen. Kies een jpg, png, webp of gif."
    ),
}
DATES = (interfaces.IDate, interfaces.IDatetime, interfaces.ITime)


def words_for(error, field):
    """Return what to tell about an error in a field, a message."""
    if isinstance(error, FieldError):
        return error.doc()
    if isinstance(error, interfaces.WrongContainedType) and error.errors:
        # of a list: about the first of it that is wrong
        return words_for(error.errors[0], getattr(field, "value_type", None))
    if isinstance(error, interfaces.RequiredMissing):
        return CHOOSE if interfaces.IChoice.providedBy(field) else REQUIRED
    if isinstance(error, interfaces.OutOfBounds):
        return _bound(error, field)
    if type(error) is interfaces.ConstraintNotSatisfied and interfaces.ITextLine.providedBy(field):
        return _("error_one_line", default="Schrijf dit op één regel.")
    if type(error) in WORDS:
        return WORDS[type(error)]
    if isinstance(error, ValidationError):
        return error.doc()
    return DATE if any(kind.providedBy(field) for kind in DATES) else UNREADABLE


def _bound(error, field):
    least, most = getattr(field, "min", None), getattr(field, "max", None)
    if isinstance(error, interfaces.TooLong):
        return _(
            "error_long",
            default="Dit is te lang. Gebruik hooguit ${max} tekens.",
            mapping={"max": getattr(field, "max_length", "")},
        )
    if isinstance(error, interfaces.TooShort):
        return _(
            "error_short",
            default="Dit is te kort. Gebruik minstens ${min} tekens.",
            mapping={"min": getattr(field, "min_length", "")},
        )
    if least is not None and most is not None:
        return _(
            "error_between", default="Kies iets van ${min} tot en met ${max}.", mapping={"min": least, "max": most}
        )
    if isinstance(error, interfaces.TooBig):
        return _("error_big", default="Dit is te veel. Het mag hooguit ${max} zijn.", mapping={"max": most})
    return _("error_small", default="Dit is te weinig. Het moet minstens ${min} zijn.", mapping={"min": least})


class _Words(ErrorViewSnippet):
    def createMessage(self):
        """Return the words."""
        return words_for(self.error, self.field)


@adapter(ValidationError, ISamenBeterLayer, None, None, None, None)
class ValidationWords(_Words):
    """The words for what a field refuses."""


@adapter(ValueError, ISamenBeterLayer, None, None, None, None)
class ValueWords(_Words):
    """The words for what cannot be read at all."""


def texts(error_view, request):
    """Return what an error says, as a list of texts."""
    if IMultipleErrors.providedBy(error_view.error):
        return [text for view in error_view.error.errors for text in texts(view, request)]
    return [translate(error_view.message, context=request)]


def problems(view):
    """Return all that is wrong with the form of a view, in the order of the page.

    :returns: [{"widget": widget or None, "texts": [text]}].
    """
    form = getattr(view, "form_instance", view)
    parts = [form, *(getattr(form, "groups", None) or ())]
    found = []
    for part in parts:
        widgets = getattr(part, "widgets", None)
        # a form that was not drawn yet has none; a group is a class until then
        errors = getattr(widgets, "errors", None) or ()
        if not errors:
            continue
        found += [_problem(widget, widget.error, form) for widget in widgets.values() if widget.error]
        found += [_problem(None, error, form) for error in errors if getattr(error, "widget", None) is None]
    return found


def _problem(widget, error, form):
    return {"widget": widget, "texts": texts(error, form.request)}
