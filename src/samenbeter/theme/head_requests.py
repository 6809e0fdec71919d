"""HEAD: what a GET would answer, without the page itself.

Zope asks content for a method of that name, and a folder says that it is not there. So
inside a site of ours a HEAD is handled as a GET, and what it made is taken off again.
Such requests come from link checkers and from whoever watches over a site.
"""

from plone.base.interfaces import IPloneSiteRoot
from plone.rest.events import mark_as_api_request
from plone.rest.interfaces import IAPIRequest
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.visits import HEAD_KEY
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubFailure
from ZPublisher.interfaces import IPubSuccess
from ZPublisher.Iterators import IUnboundStreamIterator


# the one service of plone.restapi that is for this method
UPLOAD = "/@tus-upload"


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def handle_as_get(site, event):
    """Make a GET of a HEAD, once the site is reached and its layer is set."""
    request = event.request
    if request.method != "HEAD" or not ISamenBeterLayer.providedBy(request) or UPLOAD in request["PATH_INFO"]:
        return
    IAnnotations(request)[HEAD_KEY] = True
    _set_method(request, "GET")
    if IAPIRequest.providedBy(request):
        # plone.rest chose the service by the method
        mark_as_api_request(request, request.getHeader("Accept", ""))


@adapter(IPubSuccess)
def leave_out_body(event):
    """Take the body off an answer; its headers stay."""
    _leave_out(event.request)


@adapter(IPubFailure)
def leave_out_body_of_error(event):
    """Take the body off the page of an error."""
    if not event.retry:
        _leave_out(event.request)


def _leave_out(request):
    if not ISamenBeterLayer.providedBy(request) or not IAnnotations(request).get(HEAD_KEY):
        return
    response = request.response
    _set_method(request, "HEAD")
    if IUnboundStreamIterator.providedBy(response.body):
        # a file on disk, opened to be sent
        getattr(response.body, "close", bool)()
    elif not response.getHeader("Content-Length"):
        response.setHeader("Content-Length", str(len(response.body or b"")))
    response.body = b""
    stdout = getattr(response, "stdout", None)
    if stdout is not None:
        stdout.seek(0)
        stdout.truncate()


def _set_method(request, method):
    request.set("method", method)
    request.environ["REQUEST_METHOD"] = method
