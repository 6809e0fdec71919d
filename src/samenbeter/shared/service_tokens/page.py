"""The page of the tokens: which programs come in, until when, and a new one."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.service_tokens import tokens
from samenbeter.shared.transactions import committed


class ServiceTokensPage(PrivatePage):
    """Makes a token, shows it once, lists all, and lets one end."""

    title = _("token_title", default="Sleutels voor programma’s")
    most_days = tokens.MOST_DAYS
    usual_days = tokens.USUAL_DAYS
    # the token that was just made, for this answer only
    made = ""

    def act(self):
        """Make a token, or let one end."""
        acts = {"make": self._make, "revoke": self._revoke}
        act = acts.get(self.field("do"))
        return act() if act else None

    def _make(self):
        days = self.field(tokens.DAYS, 10)
        days = int(days) if days.isascii() and days.isdigit() else 0
        asked = (self.field(tokens.ACCOUNT, 200), self.field(tokens.TITLE, tokens.LONGEST_TITLE), days)
        try:
            self.made, _token = committed(lambda: tokens.make(*asked))
        except tokens.Refused as refused:
            self.errors[refused.field] = refused.message

    def _revoke(self):
        if committed(lambda: tokens.revoke(self.field("revoked"))):
            self.tell(_("token_said_revoked", default="Deze sleutel laat niemand meer binnen."))
        return self.back("samenbeter-service-tokens")

    @cached_property
    def rows(self):
        """Return all tokens, as the table shows them."""
        return [self._row(token) for token in tokens.everything()]

    def _row(self, token):
        member = api.user.get(userid=token.userid)
        return {
            "id": token.id,
            "title": token.title,
            "account": member.getUserName()
            if member is not None
            else _("token_gone", default="een account dat er niet meer is"),
            "made": self.sb.date(token.made),
            "last_day": self.sb.date(token.last_day),
            "used": self.sb.date(token.used) if token.used else _("token_unused", default="Nog niet"),
            "ended": token.ended,
        }
