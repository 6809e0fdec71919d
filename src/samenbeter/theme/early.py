"""What fails before a site is reached: a number in the address that is none, a form that cannot be read.

No site is set then, no layer and no language, and Plone shows a page of Zope's. So the
path is looked at here: is it one of ours, the visitor gets our bare page.
"""

from plone.base.interfaces import IPloneSiteRoot
from plone.browserlayer.interfaces import ILocalBrowserLayerType
from samenbeter import logger
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import bare
from samenbeter.shared import policies
from zope.component import adapter
from ZPublisher.interfaces import IPubBeforeAbort


# what Zope notes when it begins to walk along the path: by then it has read all that was sent
WALKING = "TraversalRequestNameStack"


@adapter(IPubBeforeAbort)
def answer_bare(event):
    """Put the bare page in the place of Zope's."""
    request = event.request
    if event.retry or ISamenBeterLayer.providedBy(request) or not _is_ours(request):
        return
    error = event.exc_info[1]
    status = request.response.getStatus() if WALKING in request.other else 400
    if status < 400 or status == 401:
        return
    number = bare.number() if status >= 500 else ""
    if number:
        logger.error("Error %s", number, exc_info=error)
    response = request.response
    # to a program plone.rest answered already, as if we failed, and with what was sent in it
    response._locked_status = response._locked_body = 0
    response.setStatus(status, lock=True)
    response.setHeader("Content-Type", "text/html; charset=utf-8")
    for name, value in policies.BARE.items():
        response.setHeader(name, value)
    response.setBody(bare.page(status, number))


def _is_ours(request):
    """Return True when the path leads to a site in which we are installed, also behind a virtual host."""
    parents = request.get("PARENTS")
    site = _site(parents[-1], request.get("PATH_INFO", "")) if parents else None
    if site is None:
        return False
    layers = site.getSiteManager().getAllUtilitiesRegisteredFor(ILocalBrowserLayerType)
    return any(layer.__identifier__ == ISamenBeterLayer.__identifier__ for layer in layers)


def _site(root, path):
    steps = [step for step in path.split("/") if step]
    if steps[:1] == ["VirtualHostBase"]:
        # the protocol and the host come next
        steps = steps[3:]
    item = root
    for step in steps:
        if step == "VirtualHostRoot" or step.startswith("_vh_"):
            continue
        item = item._getOb(step, None) if hasattr(item, "_getOb") else None
        if item is None or IPloneSiteRoot.providedBy(item):
            return item
    return None
