"""Control panel of this room, in the UI and over REST."""

from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.restapi.controlpanels import RegistryConfigletPanel
from samenbeter import _
from samenbeter.privacy.settings import IPrivacySettings
from samenbeter.privacy.settings import PREFIX
from samenbeter.shared.controlpanel import SettingsForm


class PrivacySettingsForm(SettingsForm):
    """The settings of this room; periods have a page of their own, with what they would erase."""

    schema = IPrivacySettings
    schema_prefix = PREFIX
    label = _("settings_privacy", default="SamenBeter: privacy")

    def updateFields(self):
        """Leave the periods out."""
        super().updateFields()
        self.fields = self.fields.omit("periods")


class PrivacySettings(ControlPanelFormWrapper):
    """The page around it."""

    form = PrivacySettingsForm


class PrivacyPanel(RegistryConfigletPanel):
    """The same settings over REST."""

    schema = IPrivacySettings
    schema_prefix = PREFIX
    configlet_id = "samenbeter-privacy"
    configlet_category_id = "Products"
