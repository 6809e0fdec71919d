"""Control panel of this room, in the UI and over REST."""

from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.restapi.controlpanels import RegistryConfigletPanel
from samenbeter import _
from samenbeter.shared.controlpanel import SettingsForm
from samenbeter.vraagbaak.settings import IVraagbaakSettings
from samenbeter.vraagbaak.settings import PREFIX


class VraagbaakSettingsForm(SettingsForm):
    """The settings of this room."""

    schema = IVraagbaakSettings
    schema_prefix = PREFIX
    label = _("settings_vraagbaak", default="SamenBeter: vraagbaak")


class VraagbaakSettings(ControlPanelFormWrapper):
    """The page around it."""

    form = VraagbaakSettingsForm


class VraagbaakPanel(RegistryConfigletPanel):
    """The same settings over REST."""

    schema = IVraagbaakSettings
    schema_prefix = PREFIX
    configlet_id = "samenbeter-vraagbaak"
    configlet_category_id = "Products"
