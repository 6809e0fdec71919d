"""What the site says once to who did something: the words, without "Info:" before them."""

from pathlib import Path
from plone.app.layout.viewlets import globalstatusmessage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.theme.drawings import icon
from samenbeter.theme.frame import frame_enabled
from samenbeter.theme.page import MESSAGES


PLONES = Path(globalstatusmessage.__file__).parent / "globalstatusmessage.pt"


class StatusMessages(globalstatusmessage.GlobalStatusMessage):
    """Plone's messages on the pages of people with the toolbar, and in its dialogs."""

    ours = ViewPageTemplateFile("templates/messages.pt")
    plones = ViewPageTemplateFile(str(PLONES))
    icon = staticmethod(icon)

    def index(self):
        """Return the messages."""
        return self.ours() if frame_enabled() else self.plones()

    def shown(self):
        """Return the messages. The classes are Plone's too: its dialogs look for them."""
        shown = []
        for message in self.messages:
            css, name = MESSAGES.get(message.type, ("", "check"))
            plones = self.display_info_for_mtype(message.type)["cssclass"]
            role = "alert" if css == "sb-msg--err" else "status"
            shown.append({"text": message.message, "css": f"{css} {plones}", "icon": name, "role": role})
        return shown
