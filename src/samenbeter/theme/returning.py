"""Where a member goes after logging in: back to the page they came from, and never off the site."""

from plone import api
from plone.base.interfaces import IRedirectAfterLogin
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.theme.languages import Languages
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IRedirectAfterLogin)
@adapter(Interface, ISamenBeterLayer)
class AfterLogin:
    """What Plone's log-in asks; it would follow any host, as long as the path is one of ours."""

    def __init__(self, context, request):
        self.request = request

    def __call__(self, came_from=None, is_initial_login=False):
        """Return the address to go to, in the language of the log-in page; None for the front page."""
        return Languages(self.request, api.portal.get()).here(came_from or "") or None
