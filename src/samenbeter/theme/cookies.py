"""Visitors get no cookie, also not one that takes away what they never had."""

from samenbeter.interfaces import ISamenBeterLayer
from zope.component import adapter
from ZPublisher.interfaces import IPubSuccess


TAKEN_AWAY = "deleted"  # what Zope writes into a cookie that has to go


@adapter(IPubSuccess)
def leave_out_needless(event):
    """Say nothing of a cookie that the browser did not send: Plone takes some away on each form."""
    request = event.request
    if not ISamenBeterLayer.providedBy(request):
        return
    had = request.getHeader("Cookie", "") or ""
    cookies = request.response.cookies
    for name in [name for name, cookie in cookies.items() if cookie.get("value") == TAKEN_AWAY]:
        if f"{name}=" not in had:
            del cookies[name]
