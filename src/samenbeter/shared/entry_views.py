"""The address on a poster: ``/via/lindehof-poster`` counts an arrival and sends on to a page of this site."""

from Products.Five import BrowserView
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import entry
from zope.component import adapter
from ZPublisher.interfaces import IPubBeforeCommit


class Via(BrowserView):
    """Sends on, whatever stands behind ``/via/``: who typed a letter wrong is helped by a page, not by an error.

    It is asked by GET, and counts. That is written into a file (shared/tally.py), so the database, and
    plone.protect with it, has nothing to do with it: also for members.
    """

    code = ""

    def __before_publishing_traverse__(self, obj, request):
        """Take what stands behind ``/via/`` out of the address before Zope looks for anything of that name."""
        names = request["TraversalRequestNameStack"]
        # what comes first lies on top
        self.code = names[-1] if names else ""
        names.clear()

    def __call__(self):
        """Send on."""
        response = self.request.response
        # else the next one who scans the same poster would be counted by nobody
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        response.redirect(entry.arrived(self.code, self.request), status=303)
        return ""


@adapter(IPubBeforeCommit)
def keep_nowhere(event):
    """Let no browser and no proxy keep a page that carries a code: the next visitor came another way."""
    request = event.request
    if entry.FIELD in request.form and ISamenBeterLayer.providedBy(request):
        request.response.setHeader("Cache-Control", "no-store")
