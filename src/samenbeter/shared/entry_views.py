"""The address on a poster: ``/via/lindehof-poster`` counts an arrival and sends on to a page of this site."""

from Products.Five import BrowserView
from samenbeter.shared import entry
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Via(BrowserView):
    """Sends on, whatever stands behind ``/via/``: who typed a letter wrong is helped by a page, not by an error.

    It is asked by GET, and counts. That is written into a file (shared/tally.py), so the database, and
    plone.protect with it, has nothing to do with it: also for members.
    """

    code = ""

    def publishTraverse(self, request, name):
        """Take the code from the address; what stands behind it is not looked at."""
        self.code = self.code or name
        return self

    def __call__(self):
        """Send on."""
        response = self.request.response
        # else the next one who scans the same poster would be counted by nobody
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        response.redirect(entry.arrived(self.code, self.request), status=303)
        return ""
