"""Tokens of programs over REST: ``@service-tokens`` of the site."""

from plone import api
from samenbeter.shared import rest
from samenbeter.shared.service_tokens import tokens
from samenbeter.shared.transactions import committed
from zope.component import getMultiAdapter


class ServiceTokensService(rest.RestService):
    """Base: how a token looks."""

    def url_of(self, token_id=""):
        """Return the address of the list, or of a token."""
        base = f"{getMultiAdapter((self.context, self.request), name='sb').site_url()}/@service-tokens"
        return f"{base}/{token_id}" if token_id else base

    def whole(self, token):
        """Return all that is known of a token."""
        member = api.user.get(userid=token.userid)
        return {
            "@id": self.url_of(token.id),
            "id": token.id,
            "account": member.getUserName() if member is not None else None,
            "title": token.title,
            "made": token.made.isoformat(),
            "last_day": token.last_day.isoformat(),
            "used": token.used.isoformat() if token.used else None,
        }


class ServiceTokensGet(ServiceTokensService):
    """GET @service-tokens: all of them; none of the tokens themselves."""

    def answer(self):
        """Return the list."""
        return {"@id": self.url_of(), "items": [self.whole(token) for token in tokens.everything()]}


class ServiceTokensPost(ServiceTokensService):
    """POST @service-tokens {"account", "title", "days"}: make one; it is only shown in this answer."""

    changes = True

    def answer(self):
        """Return the token."""
        body = self.body(tokens.ACCOUNT, tokens.TITLE, tokens.DAYS)
        asked = (
            body.text(tokens.ACCOUNT, 200),
            body.text(tokens.TITLE, tokens.LONGEST_TITLE),
            body.number(tokens.DAYS, 1, tokens.MOST_DAYS, tokens.USUAL_DAYS),
        )
        try:
            text, token = committed(lambda: tokens.make(*asked))
        except tokens.Refused as refused:
            raise rest.Problem(400, refused.message, refused.field) from None
        return self.created({**self.whole(token), "token": text}, self.url_of(token.id))


class ServiceTokensDelete(ServiceTokensService):
    """DELETE @service-tokens/<id>: from now on it lets nobody in."""

    changes = True
    longest = 1

    def answer(self):
        """Return nothing."""
        if not self.steps or not committed(lambda: tokens.revoke(self.steps[0])):
            raise rest.not_found()
        return self.reply_no_content()
