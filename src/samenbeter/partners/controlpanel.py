"""Control panel of this room, in the UI and over REST."""

from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.restapi.controlpanels import RegistryConfigletPanel
from samenbeter import _
from samenbeter.partners.settings import IPartnersSettings
from samenbeter.partners.settings import PREFIX
from samenbeter.shared.controlpanel import SettingsForm


class PartnersSettingsForm(SettingsForm):
    """The settings of this room."""

    schema = IPartnersSettings
    schema_prefix = PREFIX
    label = _("settings_partners", default="SamenBeter: partners")


class PartnersSettings(ControlPanelFormWrapper):
    """The page around it."""

    form = PartnersSettingsForm


class PartnersPanel(RegistryConfigletPanel):
    """The same settings over REST."""

    schema = IPartnersSettings
    schema_prefix = PREFIX
    configlet_id = "samenbeter-partners"
    configlet_category_id = "Products"
