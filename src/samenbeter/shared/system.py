"""Work that nobody in particular does: away from any page, without a request of a person."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import UnrestrictedUser
from contextlib import contextmanager
from io import BytesIO
from plone import api
from samenbeter.interfaces import ISamenBeterLayer
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.component.interfaces import ISite
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from ZPublisher.BaseRequest import RequestContainer
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.HTTPResponse import HTTPResponse

import transaction


@contextmanager
def opened(database, path):
    """Open a connection as the system and give the object at a path; its site becomes the current one.

    :param database: the ZODB that the site is in.
    :param path: the path of the site, or of something in it.
    """
    site_before, request_before = getSite(), getRequest()
    connection = database.open()
    request = _request()
    try:
        app = connection.root()["Application"].__of__(RequestContainer(REQUEST=request))
        setRequest(request)
        found = app.unrestrictedTraverse(path)
        setSite(_site_of(found))
        with as_system():
            yield found
    finally:
        transaction.abort()
        setSite(site_before)
        setRequest(request_before)
        connection.close()


def _site_of(obj):
    while not ISite.providedBy(obj):
        obj = obj.aq_parent
    return obj


def _request():
    """Return a request of nobody, for code of Plone that asks it for the language or an address."""
    environ = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "GET"}
    request = HTTPRequest(BytesIO(), environ, HTTPResponse(stdout=BytesIO()))
    alsoProvides(request, ISamenBeterLayer)
    return request


class System(UnrestrictedUser):
    """Nobody in particular: what it makes has no creator and no owner."""

    def getId(self):
        """Return no id."""
        return None


@contextmanager
def as_system():
    """Act as the system."""
    before = getSecurityManager()
    user = System("samenbeter", "", ["Manager"], [])
    newSecurityManager(None, user.__of__(api.portal.get_tool("acl_users")))
    try:
        yield
    finally:
        setSecurityManager(before)
