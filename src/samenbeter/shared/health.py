"""The address that a load balancer asks whether this process is well."""

from plone import api
from Products.Five import BrowserView


class Health(BrowserView):
    """GET answers 200 "ok" once the database can be read and our profile is there."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "text/plain; charset=utf-8")
        response.setHeader("Cache-Control", "no-store")
        if api.portal.get_registry_record("samenbeter.shared.neighbourhood", default=None) is None:
            response.setStatus(503)
            return "not installed\n"
        return "ok\n"
