"""A form of z3c.form in which somebody wrote a citizen service number comes back without it, and says why.

By then the number is not there any more (``refusing``): here the form only learns that it was.
"""

from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import refused
from samenbeter.shared.fields import FieldError
from z3c.form.error import ErrorViewSnippet
from z3c.form.validator import InvariantsValidator
from zope.component import adapter
from zope.interface import Interface
from zope.interface.interfaces import IInterface


class NumberRefused(FieldError):
    """Something was cut out of what stands in a widget."""

    def __init__(self, widget):
        super().__init__(refused.REFUSED)
        self.widget = widget


@adapter(Interface, ISamenBeterLayer, Interface, IInterface, Interface)
class NumbersValidator(InvariantsValidator):
    """What Plone checks of a whole schema, and the fields out of which something was cut."""

    def validate(self, data):
        """Return all that is wrong. plone.restapi asks too, without widgets: it never comes this far with a number."""
        widgets = self.manager.values() if self.manager is not None else ()
        return (
            *super().validate(data),
            *(NumberRefused(widget) for widget in widgets if self._is_ours(widget) and self._is_cut(widget)),
        )

    def _is_ours(self, widget):
        # a form asks for each of its schemas
        field = self.view.fields.get(widget.__name__)
        return field is None or field.interface is self.schema

    def _is_cut(self, widget):
        return refused.is_refused(self.request, widget.name)


@adapter(NumberRefused, ISamenBeterLayer, None, None, None, None)
class RefusedWords(ErrorViewSnippet):
    """The words at the field. The form has no widget for what it found by a schema: it comes with the error."""

    def update(self):
        """Stand at the field."""
        self.widget = self.error.widget
        self.field = self.widget.field
        super().update()
        self.widget.error = self

    def createMessage(self):
        """Return the words."""
        return self.error.message
