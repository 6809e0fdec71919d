"""Control panel of this room, in the UI and over REST."""

from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.restapi.controlpanels import RegistryConfigletPanel
from samenbeter import _
from samenbeter.hardening.settings import IHardeningSettings
from samenbeter.hardening.settings import PREFIX
from samenbeter.shared.controlpanel import SettingsForm


class HardeningSettingsForm(SettingsForm):
    """The settings of this room."""

    schema = IHardeningSettings
    schema_prefix = PREFIX
    label = _("settings_hardening", default="SamenBeter: instellingen van de veiligheid")


class HardeningSettings(ControlPanelFormWrapper):
    """The page around it."""

    form = HardeningSettingsForm


class HardeningPanel(RegistryConfigletPanel):
    """The same settings over REST."""

    schema = IHardeningSettings
    schema_prefix = PREFIX
    configlet_id = "samenbeter-hardening"
    configlet_category_id = "Products"
