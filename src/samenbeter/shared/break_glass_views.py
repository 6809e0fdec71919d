"""The page "Noodknop": for who runs the site, when there is no other way."""

from samenbeter import _
from samenbeter.shared import break_glass
from samenbeter.shared.audit_page import GuardedPage
from samenbeter.shared.transactions import committed


class BreakGlassPage(GuardedPage):
    """Asks whom it is about and why, lists what there is, and shows it once."""

    title = _("break_glass_title", default="Noodknop")
    ticket = ""
    # what can be opened; None: nothing was asked yet
    found = None
    opened = False

    def act(self):
        """Keep the reason and list, or open what was listed."""
        if "open" in self.request.form:
            self._open()
        else:
            self._ask()

    def _ask(self):
        about, reason = self.field("about", 254), self.field("reason")
        if not about or about.endswith(":"):
            self.errors["about"] = _("break_glass_no_about", default="Vul in om wie of wat het gaat.")
        if len(reason) < break_glass.SHORTEST:
            self.errors["reason"] = _(
                "break_glass_no_reason", default="Schrijf op waarom het nodig is, in minstens tien letters."
            )
        if not self.errors:
            self.ticket, self.found = committed(lambda: break_glass.ask(about, reason))

    def _open(self):
        ticket = self.field("ticket", 40)
        if self.field("understood") != "1":
            self.errors["about"] = _(
                "break_glass_not_understood",
                default="Je hebt niet aangevinkt dat de bewoner dit ziet. Er is niets geopend. Begin opnieuw.",
            )
            return
        try:
            self.found = committed(lambda: break_glass.open_all(ticket))
            self.opened = True
        except break_glass.NotNow:
            self.errors["about"] = _(
                "break_glass_not_now", default="Dit kan maar één keer, en binnen een kwartier. Geef opnieuw een reden."
            )
