"""No citizen service number (BSN) comes in: it is cut out of all that is sent, before any page or service sees it.

One place for all forms, of ours, of Plone and of other add-ons, and for the words of a search. A program
gets an error. A person gets the form back, with the rest of the text in it: see ``refusing_forms`` and
``samenbeter.shared.pages``. What reaches content in another way is cut when it is saved: see ``saving``.
"""

from plone.base.interfaces import IPloneSiteRoot
from plone.rest.interfaces import IAPIRequest
from Products.statusmessages.interfaces import IStatusMessage
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.privacy import cutting
from samenbeter.shared import refused
from urllib.parse import parse_qsl
from urllib.parse import urlencode
from zExceptions import BadRequest
from zope.component import adapter
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.HTTPRequest import FileUpload
from ZPublisher.interfaces import IPubAfterTraversal
from ZPublisher.interfaces import IPubBeforeCommit

import json
import re


# a field is called like this; a body that is no form has more in it
NAME = re.compile(r"[A-Za-z_.+@-]*")
# a piece of a file, and the service that takes it
UPLOAD, TUS = "application/offset+octet-stream", "@tus-upload"
# where the server keeps the address that was asked for
ADDRESSES = ("REQUEST_URI", "RAW_URI")
REST = _(
    "bsn_rest",
    default="Hier staat een BSN in: ${fields}. Dat nummer mogen wij niet hebben. Haal het weg en stuur het opnieuw.",
)


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def cut_numbers(site, event):
    """Cut the numbers out of a form and an address, before anybody looks at them."""
    request = event.request
    if not ISamenBeterLayer.providedBy(request):
        return
    # in an address there are search words, in a form there are sentences
    how = cutting.cut_text if request.method == "POST" else cutting.cut_words
    names, files = _cut_form(request.form, how)
    if names or files:
        _cut_address(request.environ)
        refused.note(request, names, files)


@adapter(IPubAfterTraversal)
def refuse_program(event):
    """Refuse all that a program sent when there was a number in it.

    :raises BadRequest: with the names of the fields.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request) or not IAPIRequest.providedBy(request):
        return
    names = refused.fields(request) | refused.files(request) | _of_program(request)
    if names:
        message = Message(REST, mapping={"fields": ", ".join(sorted(filter(None, names))) or "-"})
        raise BadRequest(translate(message, context=request))


def _cut_form(form, how):
    names, files = set(), set()
    for name, value in list(form.items()):
        if cutting.is_secret(name):
            continue
        if not NAME.fullmatch(name) and cutting.cut_text(name)[1]:
            # a body that is no form is read as the name of a field
            del form[name]
            names.add("")
            continue
        found, count = cutting.cut(value, how)
        if count:
            form[name] = found
            (files if isinstance(value, FileUpload) else names).add(name)
    return names, files


def _cut_address(environ):
    """Take the numbers out of the address too: it is written in error reports, and in links to other pages."""
    query = environ.get("QUERY_STRING", "")
    if not query:
        return
    pairs = parse_qsl(query, keep_blank_values=True)
    pairs = [(name, cutting.cut_words(value)[0]) for name, value in pairs if not cutting.cut_text(name)[1]]
    environ["QUERY_STRING"] = urlencode(pairs)
    for name in ADDRESSES:
        if name in environ:
            environ[name] = environ[name].partition("?")[0]


def _of_program(request):
    names = set()
    if cutting.in_upload(request.environ.get("HTTP_UPLOAD_METADATA", "")):
        names.add("filename")
    kind = request.get_header("Content-Type") or ""
    # the bytes of a file are no words; any other service reads the same as JSON, whatever it is called
    if kind.startswith("multipart/") or (kind.startswith(UPLOAD) and TUS in request.get("ACTUAL_URL", "").split("/")):
        return names
    try:
        body = json.loads(request.get("BODY") or "{}")
    except (ValueError, RecursionError):
        return names
    found = set(cutting.where(body))
    if found:
        # nobody reads it any more, and an error report does not show it
        request.other.pop("BODY", None)
    return names | found


@adapter(IPubBeforeCommit)
def tell(event):
    """Say on the next page what was cut, when no page told so."""
    request = event.request
    if ISamenBeterLayer.providedBy(request) and request.method == "POST" and not refused.is_told(request):
        IStatusMessage(request).add(refused.TAKEN_OUT, type="warning")
