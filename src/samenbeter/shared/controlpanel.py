"""Base of the control panels of the rooms, and that of the whole platform."""

from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.restapi.controlpanels import RegistryConfigletPanel
from samenbeter import _
from samenbeter.shared.settings import ISharedSettings
from samenbeter.shared.settings import PREFIX
from zope.schema.interfaces import IList


class SettingsForm(RegistryEditForm):
    """A settings form; lists are edited as one line each."""

    def updateFields(self):
        """Give lists of lines a text area."""
        super().updateFields()
        for name, field in self.fields.items():
            if IList.providedBy(field.field):
                self.fields[name].widgetFactory = TextLinesFieldWidget


class SharedSettingsForm(SettingsForm):
    """The neighbourhood, help lines and common words."""

    schema = ISharedSettings
    schema_prefix = PREFIX
    label = _("settings_shared", default="SamenBeter")
    description = _(
        "settings_shared_help", default="De naam van de wijk, hulpnummers en de woorden die overal terugkomen."
    )


class SharedSettings(ControlPanelFormWrapper):
    """The page around it."""

    form = SharedSettingsForm


class SharedPanel(RegistryConfigletPanel):
    """The same settings over REST."""

    schema = ISharedSettings
    schema_prefix = PREFIX
    configlet_id = "samenbeter-shared"
    configlet_category_id = "Products"
