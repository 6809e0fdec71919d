"""What is known of a request when it reaches a site of ours: which switches are on there.

Noted on the request at once, because what is written into an answer must also be known
when the database is gone.
"""

from plone.base.interfaces import IPloneSiteRoot
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import hardened
from samenbeter.shared.policies import ENVIRON
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent


KEY = "samenbeter.hardening.on"


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def note(site, event):
    """Keep which switches are on, once the layer is set; tell the filter around Zope that a site was reached."""
    request = event.request
    told = request.environ.get(ENVIRON)
    if told is not None:
        told["headers"] = None
    if ISamenBeterLayer.providedBy(request):
        IAnnotations(request)[KEY] = frozenset(hardened.kept(site))


def is_on(request, name):
    """Return whether a switch is on in the site that this request reached."""
    return ISamenBeterLayer.providedBy(request) and name in IAnnotations(request).get(KEY, ())
