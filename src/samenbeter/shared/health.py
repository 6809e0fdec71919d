"""The address that a load balancer asks whether this process is well."""

from plone import api
from Products.Five import BrowserView
from samenbeter.shared import jobs


class Health(BrowserView):
    """GET answers 200 "ok" once the database can be read and our profile is there.

    A second line "jobs: late" is for who watches over the site: the process is well, and a
    balancer must not drop it, but nothing is erased, sent or sealed.
    """

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "text/plain; charset=utf-8")
        response.setHeader("Cache-Control", "no-store")
        if api.portal.get_registry_record("samenbeter.shared.neighbourhood", default=None) is None:
            response.setStatus(503)
            return "not installed\n"
        return "ok\njobs: late\n" if jobs.late() else "ok\n"
