"""Which Content Security Policy (https://www.w3.org/TR/CSP3/) an answer gets.

Scripts are ours, in files, everywhere. What differs is style: our own pages have none
in the page; Plone's pages have some on elements; the editors' tools write it
themselves. The management pages of Zope have scripts in the page and no other way.
"""

from samenbeter.hardening import inline
from samenbeter.shared import policies


SELF = "'self'"
INLINE = "'unsafe-inline'"

BASE = {
    "default-src": SELF,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": f"{SELF} data:",
    "font-src": SELF,
    "connect-src": SELF,
    "frame-src": SELF,
    "object-src": "'none'",
    "base-uri": SELF,
    "form-action": SELF,
    "frame-ancestors": SELF,
}
# style on elements: an editor gave it to a text, or a page of Plone's has it
FRAMED = {**BASE, "style-src-attr": INLINE}
# the editor writes style into the page, keeps pictures in memory and has its icons in the stylesheet
TOOLS = {**BASE, "style-src": f"{SELF} {INLINE}", "img-src": f"{SELF} data: blob:", "font-src": f"{SELF} data:"}
MANAGEMENT = {**TOOLS, "script-src": f"{SELF} {INLINE}"}
# a browser shows a PDF with a plug-in of its own
DOCUMENT = {name: value for name, value in BASE.items() if name != "object-src"}

# what Plone's own scripts draw from templates that they evaluate: the table of a folder, dialogs, repeated meetings
EVALUATED = (b"pat-structure", b"pat-plone-modal", b"pat-tinymce", b"pat-recurrence")

PAGES = ("text/html", "application/xhtml+xml")


def policy_for(request, anonymous):
    """Return the policy of an answer, as the text of the header.

    :param anonymous: True for a visitor without an account.
    """
    rules = dict(_rules(request, anonymous))
    rules["form-action"] = " ".join([rules["form-action"], *policies.forms_to(request)])
    if rules["style-src"] != SELF or "style-src-attr" in rules:
        rules["script-src"] = " ".join([rules["script-src"], *_scripts(request.response.body, anonymous)])
    return text(rules)


def _scripts(body, anonymous):
    """Return what the scripts of Plone in a page need besides, as sources."""
    if not isinstance(body, bytes):
        return []
    found = inline.sources(body.decode("utf-8", "replace"))
    if not anonymous and any(mark in body for mark in EVALUATED):
        found.append("'unsafe-eval'")
    return found


def text(rules):
    """Return {directive: sources} as the text of the header."""
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _rules(request, anonymous):
    kind = (request.response.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind == "application/pdf":
        return DOCUMENT
    if kind not in PAGES:
        return BASE
    if not anonymous and _is_management(request):
        return MANAGEMENT
    how = policies.drawn(request)
    if how == policies.OURS and not _is_styled(request.response.body):
        return BASE
    return FRAMED if how in (policies.OURS, policies.FRAMED) else TOOLS


def _is_styled(body):
    """Return True for a page in which an editor gave style to a text."""
    return isinstance(body, bytes) and b' style="' in body


def _is_management(request):
    """Return True for a management page of Zope (ZMI)."""
    steps = request.get("ACTUAL_URL", "").rpartition("/")
    return steps[2].startswith("manage")
