"""The switch "methods": pages are read and sent to, and nothing else.

Zope knows more methods of HTTP, for editing files from a desktop (WebDAV, RFC 4918). Any
member can list a folder by them, and on most pages they end in an error of the server. The
services of plone.restapi keep the methods that they are made for.
"""

from plone.base.interfaces import IPloneSiteRoot
from plone.rest.interfaces import IAPIRequest
from plone.rest.interfaces import IService
from samenbeter import _
from samenbeter.hardening import reached
from samenbeter.hardening.switches import Flag
from zExceptions import MethodNotAllowed
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal


# a list of methods is part of what RFC 9110 (15.5.6) wants to be told
ALLOWED = ("GET", "HEAD", "POST")
API = "++api++"


class Methods(Flag):
    """No WebDAV."""

    order = 440
    title = _("hardening_methods", default="Bestanden bewerken van buiten kan niet")
    description = _(
        "hardening_methods_help",
        default="Programma’s die de site als map openen (WebDAV), werken niet meer. De REST-koppeling blijft werken.",
    )


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def refuse(site, event):
    """Refuse other methods when the site is reached, before anything is looked up.

    :raises MethodNotAllowed: it is another one, and no service of REST is asked.
    """
    request = event.request
    if IAPIRequest.providedBy(request) or API in request["PATH_INFO"]:
        # what it leads to is not known yet
        return
    _check(request)


@adapter(IPubAfterTraversal)
def refuse_on_pages(event):
    """Refuse other methods on what is no service: an address of REST can lead to a page."""
    request = event.request
    published = request.get("PUBLISHED")
    if not IService.providedBy(getattr(published, "__self__", published)):
        _check(request)


def _check(request):
    if request.method not in ALLOWED and reached.is_on(request, "methods"):
        request.response.setHeader("Allow", ", ".join(ALLOWED))
        raise MethodNotAllowed
