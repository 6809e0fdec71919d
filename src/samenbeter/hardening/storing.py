"""The switch "storing": a browser on a shared computer keeps nothing of what members saw, or of forms.

Also not what the next visitor finds with the button Back. What everybody may read, and
files that are the same for everybody, are kept as before.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Products.CMFCore.interfaces import IContentish
from samenbeter import _
from samenbeter.hardening import reached
from samenbeter.hardening.headers import is_anonymous
from samenbeter.hardening.policy import PAGES
from samenbeter.hardening.switches import Flag
from zope.component import adapter
from ZPublisher.interfaces import IPubBeforeAbort
from ZPublisher.interfaces import IPubSuccess

import re


NO_STORE = "no-store"
# by these a browser would ask whether it may use what it kept
VALIDATORS = ("etag", "last-modified")
# steps of an address behind which lie the files of the software itself
STATIC = ("++plone++", "++resource++", "++theme++", "++webresource++", "++unique++")
# a form that changes something, or that proves where it came from
_FORM = re.compile(rb"name=[\"']_authenticator[\"']|<form[^>]*\smethod=[\"']?post\b", re.IGNORECASE)


class Storing(Flag):
    """No copies in browsers."""

    order = 420
    title = _("hardening_storing", default="De browser bewaart niets van leden")
    description = _(
        "hardening_storing_help",
        default="Op een computer in de bibliotheek ziet de volgende bezoeker niets terug. "
        "Terug gaan naar een formulier laadt het opnieuw.",
    )


@adapter(IPubSuccess)
def on_success(event):
    """Say that an answer may not be kept."""
    forbid(event.request)


@adapter(IPubBeforeAbort)
def on_failure(event):
    """Say it of what tells that something went wrong too."""
    if not event.retry:
        forbid(event.request)


def forbid(request):
    """Forbid to keep the answer, when the switch is on and it is a member's or a form."""
    if not reached.is_on(request, "storing") or not _is_private(request):
        return
    response = request.response
    response.setHeader("Cache-Control", NO_STORE)
    for name in VALIDATORS:
        response.headers.pop(name, None)


def _is_private(request):
    response = request.response
    if response.getStatus() == 304:
        return False
    if not _is_member(request):
        return _is_page(response) and (request.method == "POST" or _has_form(response))
    return not _is_static(request) and not _is_public_file(request)


def _is_member(request):
    """Return True for who is logged in, or tried to be: on a page that they may not see Zope knows nobody."""
    return not is_anonymous() or "__ac" in request.cookies or bool(request._auth)


def _is_page(response):
    kind = (response.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in PAGES


def _has_form(response):
    return isinstance(response.body, bytes) and _FORM.search(response.body) is not None


def _is_static(request):
    return any(step.startswith(STATIC) for step in request["PATH_INFO"].split("/"))


def _is_public_file(request):
    """Return True for a file or picture that everybody may read."""
    response = request.response
    if response.getStatus() not in (200, 206) or _is_page(response):
        return False
    kind = (response.getHeader("Content-Type") or "").lower()
    if isinstance(response.body, bytes) and not kind.startswith("image/"):
        return False
    item = next((parent for parent in request.get("PARENTS") or () if IContentish.providedBy(parent)), None)
    return item is not None and "Anonymous" in rolesForPermissionOn("View", item)
