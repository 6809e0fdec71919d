"""What a browser may keep: the parts of an ETag that plone.app.caching does not know."""

from importlib.metadata import version as release
from plone.app.caching.interfaces import IETagValue
from samenbeter.shared.fragments import version
from samenbeter.theme import resources
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface

import secrets


RELEASE = release("samenbeter")
MESSAGES_COOKIE = "statusmessages"


@implementer(IETagValue)
@adapter(Interface, Interface)
class PageVersion:
    """The ETag part ``samenbeter.version``: the page is another one after any change that visitors can see."""

    def __init__(self, published, request):
        self.published = published
        self.request = request

    def __call__(self):
        """Return the version of content, settings, templates and stylesheet; never the same while something moves."""
        now = version()
        # a message is said once: it may not come back from what the browser kept
        if now is None or MESSAGES_COOKIE in self.request.cookies:
            return secrets.token_hex(8)
        return f"{now}-{RELEASE}-{resources.key(resources.STATIC / resources.STYLE)}"
