"""Forms in our frame: what a field looks like, and what people read when something is wrong.

All z3c.form forms, ours and Plone's own. In a site with a frame of its own they stay
as Plone draws them.
"""

from plone.app.textfield.widget import IRichTextWidget
from plone.app.z3cform.converters import DatetimeWidgetConverter
from plone.app.z3cform.converters import DateWidgetConverter
from plone.app.z3cform.interfaces import IContentBrowserWidget
from plone.app.z3cform.interfaces import IDatetimeWidget
from plone.app.z3cform.interfaces import IDateWidget
from plone.app.z3cform.interfaces import IPasswordWidget
from plone.app.z3cform.views import path as plones
from plone.app.z3cform.views import RenderWidget
from plone.formwidget.namedfile.interfaces import INamedFileWidget
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.picture import IPictureWidget
from samenbeter.theme.drawings import icon
from samenbeter.theme.frame import frame_enabled
from samenbeter.theme.problems import problems
from samenbeter.theme.problems import texts
from z3c.form.interfaces import IAfterWidgetUpdateEvent
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import IRadioWidget
from z3c.form.interfaces import ISingleCheckBoxWidget
from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile as PlainTemplateFile
from zope.component import adapter
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime


LONG_LIST = 7


class Macros(BrowserView):
    """Plone's ``@@ploneform-macros``: the same names and slots."""

    ours = ViewPageTemplateFile("templates/form.pt")
    plones = ViewPageTemplateFile(plones("macros.pt"))

    def __getitem__(self, name):
        return (self.ours if frame_enabled() else self.plones).macros[name]


class FieldTemplate(RenderWidget):
    """Plone's ``@@ploneform-render-widget``: a field with its label, help and error."""

    ours = PlainTemplateFile("templates/form_field.pt")
    plones = PlainTemplateFile(plones("widget.pt"))

    @property
    def index(self):
        """Return the template of this site."""
        return self.ours if frame_enabled() else self.plones


class Form(BrowserView):
    """``@@sb_form``: what the template of a form asks."""

    def problems(self, form):
        """Return what is wrong, each with the address of its field."""
        return [
            {
                "url": f"#{Field(problem['widget'], self.request).target}" if problem["widget"] else "",
                "label": translate(problem["widget"].label, context=self.request) if problem["widget"] else "",
                "text": " ".join(problem["texts"]),
            }
            for problem in problems(form)
        ]

    def icon(self, name):
        """Return an icon, to insert with ``structure``."""
        return icon(name)


class Field(BrowserView):
    """``widget/@@sb_field``: how one field is drawn."""

    @property
    def widget(self):
        """Return the widget of the field."""
        return self.context

    @property
    def input(self):
        """True when there is something to fill in."""
        return self.widget.mode == INPUT_MODE

    @property
    def group(self):
        """True for a field of several inputs, which has a legend for a label."""
        many = any(kind.providedBy(self.widget) for kind in (ICheckBoxWidget, IRadioWidget, IPictureWidget))
        return self.input and many and not ISingleCheckBoxWidget.providedBy(self.widget)

    @property
    def many(self):
        """True for a long list of boxes."""
        return self.group and ICheckBoxWidget.providedBy(self.widget) and len(list(self.widget.items)) > LONG_LIST

    @property
    def optional(self):
        """True for what may stay empty. Of a single box nobody asks."""
        return self.input and not self.widget.required and not ISingleCheckBoxWidget.providedBy(self.widget)

    @property
    def labelled(self):
        """Return the id of the input that the label belongs to."""
        return f"{self.widget.id}-input" if INamedFileWidget.providedBy(self.widget) else self.widget.id

    @property
    def target(self):
        """Return the id of where somebody goes to mend the field."""
        covered = (IRichTextWidget, IContentBrowserWidget)
        if any(kind.providedBy(self.widget) for kind in covered):
            # a script puts something of its own in place of the input
            return f"formfield-{self.widget.id}"
        if self.group and not IPictureWidget.providedBy(self.widget):
            return f"{self.widget.id}-0"
        return self.labelled

    @property
    def hint(self):
        """Return the help text, as HTML."""
        if not self.input:
            return ""
        text = getattr(self.widget, "description", self.widget.field.description if self.widget.field else "")
        return translate(text, context=self.request) if text else ""

    @property
    def errors(self):
        """Return what is wrong with the field, as texts."""
        return texts(self.widget.error, self.request) if self.widget.error else []

    @property
    def password(self):
        """True for what only dots are shown of."""
        return self.input and IPasswordWidget.providedBy(self.widget)

    @property
    def role(self):
        """Return the role of a group: only radios are more than a group."""
        return "radiogroup" if IRadioWidget.providedBy(self.widget) else None

    def described(self):
        """Tell the input which texts belong to it, and return their ids.

        The widget draws the input; what it does not know yet goes into its attributes.
        """
        if IRichTextWidget.providedBy(self.widget):
            # the editor puts a frame of its own in place of the input
            name = translate(self.widget.label, context=self.request)
            self.widget.pattern_options = {"tiny": {"iframe_attrs": {"title": name}}}
        ids = [f"{self.widget.id}-error"] if self.widget.error else []
        ids += [f"{self.widget.id}-hint"] if self.hint else []
        ids = " ".join(ids)
        self.widget.described = ids
        attributes = getattr(self.widget, "attributes", None)
        if self.input and not self.group and isinstance(attributes, dict):
            attributes.update({"aria-describedby": ids} if ids else {})
            attributes.update({"aria-invalid": "true"} if self.widget.error else {})
        return ids or None

    def icon(self, name):
        """Return an icon, to insert with ``structure``."""
        return icon(name)


class IStrictDate(Interface):
    """Marks a widget of dates in our forms: nothing that it is sent breaks the page."""


@adapter(IAfterWidgetUpdateEvent)
def mark_dates(event):
    """Mark the widgets of dates in our forms."""
    widget = event.widget
    if (IDateWidget.providedBy(widget) or IDatetimeWidget.providedBy(widget)) and ISamenBeterLayer.providedBy(
        widget.request
    ):
        alsoProvides(widget, IStrictDate)


class _Strict:
    def toFieldValue(self, value):
        """Return the date. What is no date at all is a ValueError, which the form knows what to do with."""
        try:
            return super().toFieldValue(value)
        except (AttributeError, OverflowError, TypeError) as error:
            raise ValueError(value) from error


@adapter(IDate, IStrictDate)
class StrictDate(_Strict, DateWidgetConverter):
    """Reads a day."""


@adapter(IDatetime, IStrictDate)
class StrictDatetime(_Strict, DatetimeWidgetConverter):
    """Reads a day and a time."""
