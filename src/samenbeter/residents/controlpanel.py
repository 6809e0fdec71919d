"""Control panel of this room, in the UI and over REST."""

from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.restapi.controlpanels import RegistryConfigletPanel
from samenbeter import _
from samenbeter.residents.settings import IResidentsSettings
from samenbeter.residents.settings import PREFIX
from samenbeter.shared.controlpanel import SettingsForm


class ResidentsSettingsForm(SettingsForm):
    """The settings of this room."""

    schema = IResidentsSettings
    schema_prefix = PREFIX
    label = _("settings_residents", default="SamenBeter: accounts van bewoners")


class ResidentsSettings(ControlPanelFormWrapper):
    """The page around it."""

    form = ResidentsSettingsForm


class ResidentsPanel(RegistryConfigletPanel):
    """The same settings over REST."""

    schema = IResidentsSettings
    schema_prefix = PREFIX
    configlet_id = "samenbeter-residents"
    configlet_category_id = "Products"
