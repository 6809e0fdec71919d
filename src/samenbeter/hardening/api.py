"""REST of this room."""

from plone.restapi.services import Service
from samenbeter.hardening import checking


class HardeningGet(Service):
    """GET @hardening: what is on, what is off, what changed, and what is left for the proxy. For administrators."""

    def reply(self):
        """Return the state."""
        self.request.response.setHeader("Cache-Control", "no-store")
        return checking.state(self.request)
