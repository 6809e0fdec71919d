"""Pages and services of Plone that name members are not there for who may not see names."""

from AccessControl import getSecurityManager
from AccessControl.security import checkPermission
from Acquisition import aq_base
from Acquisition import aq_parent
from plone import api
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import hardened
from samenbeter.shared import naming
from zExceptions import NotFound
from zExceptions import Redirect
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal

import json
import re


# pages and services that are about members: the name of each ends its name in the component registry
ABOUT_MEMBERS = frozenset(
    (
        "author",
        "author-feedback-template",
        "member-search",
        "pas_info",
        "pas_member",
        "pas_search",
        "sharing",
        "@groups",
        "@principals",
        "@sharing",
        "@userschema",
    )
)
# what says who made or changed one thing: for who edits that thing
ABOUT_MAKERS = frozenset(("historyview", "contenthistorypopup", "plone_lock_info", "@history", "@lock"))
# forms of one account, of the person who is logged in unless they say another
ABOUT_ONE = frozenset(
    (
        "change-password",
        "personal-information",
        "personal-preferences",
        "user-information",
        "user-preferences",
        "user-membership",
    )
)
# vocabularies that list people
_PEOPLE = re.compile(r"(?:^|[._-])(?:users?|groups?|principals?|members?|creators?)(?:$|[._-])", re.IGNORECASE)
# lists that say who made each thing, with nothing to turn that off: the search has the same, newest first
LISTS = {"recently_modified": "modified", "recently_published": "effective"}
# methods of content that say who made it
MAKERS = frozenset(("Creator", "listCreators", "Contributors", "listContributors", "creators", "contributors"))
# columns of the catalog that do
COLUMNS = frozenset(("Creator", "listCreators", "author_name", "commentators", "creators", "contributors"))
# plone.restapi believes this field of a form: it says which columns are told
OVERRIDE = "summary_serializer_metadata"
# services that take a query as data
QUERIES = frozenset(
    ("@querystring-search", "querybuilder_html_results", "querybuildernumberofresults", "querybuilderjsonresults")
)
# indexes that know who made a thing: who asks for an id would learn whether somebody has it
INDEXES = ("Creator", "listCreators", "commentators", "author_name")
_SERVICE = re.compile(r"^(?:GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS)_[a-z]+_[a-z_]+_(?=@)")


@adapter(IPubAfterTraversal)
def close(event):
    """Close what names members.

    :raises NotFound: as for a page that does not exist.
    :raises Redirect: to a page that has the same without names.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request) or not hardened.is_on(naming.SWITCH):
        return
    if naming.may_name_all():
        return
    published = request["PUBLISHED"]
    name = _SERVICE.sub("", str(getattr(published, "__name__", "")))
    if _is_portrait_of_another(published):
        raise NotFound(request["URL"])
    if is_closed(name, published, request):
        raise NotFound(request["URL"])
    if name in LISTS:
        site = api.portal.get().absolute_url()
        raise Redirect(f"{site}/@@search?sort_on={LISTS[name]}&sort_order=reverse")
    for field in (OVERRIDE, *INDEXES):
        _leave_out(request, field)
    if request.form.get("sort_on") in INDEXES:
        _leave_out(request, "sort_on")
    if name == "getVocabulary":
        _without_columns(request)


def is_closed(name, published, request):
    """Return whether a page, service or method is not there for who may not see names.

    :param name: what it is called, without what plone.rest puts before it.
    """
    if name in ABOUT_MEMBERS or name in MAKERS:
        return True
    if name in ABOUT_MAKERS:
        return not naming.may_name(_context(published))
    if name == "@querystring":
        return not checkPermission("cmf.ModifyPortalContent", _context(published))
    if name in ABOUT_ONE:
        return _is_of_another(request.get("userid"))
    if name == "@portrait":
        return any(map(_is_of_another, getattr(published, "params", ())))
    if name in QUERIES:
        return _asks_for_makers(request.get("BODY"), request.get("query"))
    if name == "getVocabulary":
        return lists_people(request.get("name")) or _asks_for_makers(request.get("query"))
    if name == "getSource":
        return _searches_people(published)
    return name == "@vocabularies" and any(map(lists_people, getattr(published, "params", ())))


def lists_people(vocabulary):
    """Return whether a vocabulary lists people, by its name."""
    return bool(_PEOPLE.search(str(vocabulary or "")))


def _asks_for_makers(*queries):
    """Return whether a query, as text or data, names an index that knows who made a thing."""
    return any(index in text for text in map(_plain, queries) for index in INDEXES)


def _plain(query):
    """Return a query as text; in JSON any letter can be written by its number."""
    text = query.decode("utf-8", "replace") if isinstance(query, bytes) else str(query or "")
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return text


def _searches_people(view):
    """Return whether a field of a form searches in people: by the vocabulary of its source, or of its widget."""
    widget = _context(view)
    field = getattr(widget, "field", None)
    inner = getattr(field, "value_type", None) or field
    names = (getattr(widget, "vocabulary", None), getattr(inner, "vocabularyName", None))
    return any(lists_people(name) for name in names if isinstance(name, str))


def _context(view):
    return getattr(view, "context", None) or api.portal.get()


def _is_of_another(userid):
    """Return whether an id is not that of the person who asks."""
    return bool(userid) and userid != getSecurityManager().getUser().getId()


def _is_portrait_of_another(published):
    """Return whether the picture of another member is asked for, in the place where Plone keeps it."""
    # Zope publishes a method of a picture
    picture = getattr(published, "__self__", published)
    place = aq_base(aq_parent(picture))
    if place is None or place is not aq_base(api.portal.get().portal_memberdata.portraits):
        return False
    own = getSecurityManager().getUser().getId() or ""
    return picture.getId() != api.portal.get_tool("portal_membership")._getSafeMemberId(own)


def _leave_out(request, name):
    request.form.pop(name, None)
    request.other.pop(name, None)


def _without_columns(request):
    """Leave out of what a list of content is asked for who made it; editing one thing does not open all."""
    if checkPermission("cmf.ModifyPortalContent", api.portal.get()):
        return
    asked = request.get("attributes") or ""
    words = asked if isinstance(asked, (list, tuple)) else re.findall(r"[\w@:.-]+", asked)
    kept = [word for word in words if word.rpartition(":")[2] not in COLUMNS]
    # nothing at all would mean something else
    request.form["attributes"] = ",".join(kept or ["UID"] if words else [])
    request.other.pop("attributes", None)
