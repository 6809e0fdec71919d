"""Rule 5: each page and service names its permission, and few are open to the world."""

from AccessControl.PermissionRole import rolesForPermissionOn
from allowed import OPEN_VIEWS
from allowed import PUBLIC_VIEWS
from itertools import chain
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.interfaces import ISamenBeterLayer
from surface import answers
from where import directives
from where import files
from where import name_of
from where import stale
from where import tag_of
from where import unlisted
from where import xml_of
from zope.component import queryUtility
from zope.security.interfaces import IPermission

import pytest
import requests
import transaction


# what makes something that a browser or a program can ask for
VIEWS = ("page", "pages", "view", "viewlet", "viewletManager", "service", "resource", "renderer", "portlet")
PUBLIC = ("zope.Public", "zope2.Public")
# for anything, for the site itself, or for the root
ANYWHERE = (
    None,
    "*",
    "plone.base.interfaces.INavigationRoot",
    "plone.base.interfaces.IPloneSiteRoot",
    "Products.CMFCore.interfaces.ISiteRoot",
)
# by these a component answers a request without a permission of its own
UNGUARDED = (
    "zope.interface.Interface",
    "zope.publisher.interfaces.browser.IBrowserPublisher",
    "zope.publisher.interfaces.browser.IBrowserView",
    "zope.publisher.interfaces.IPublishTraverse",
    "zope.traversing.interfaces.ITraversable",
)


def views():
    """Return (file, element) of all views of ours."""
    return list(chain.from_iterable(directives(name) for name in VIEWS))


def ids(pair):
    """Return how a view is called in the test's output."""
    path, element = pair
    return f"{name_of(path)}:{element.get('name')}"


@pytest.mark.parametrize("pair", views(), ids=ids)
class TestEachView:
    """As it stands in ZCML."""

    def test_it_names_a_permission_that_exists(self, pair, portal):
        """A permission of Zope, Plone or ours."""
        permission = pair[1].get("permission")
        assert permission
        assert permission in PUBLIC or queryUtility(IPermission, permission) is not None

    def test_it_is_there_only_where_the_add_on_is_installed(self, pair):
        """On the browser layer; the guard of the workflows is asked by Plone itself."""
        layer = pair[1].get("layer")
        assert layer == f"{ISamenBeterLayer.__module__}.{ISamenBeterLayer.__name__}" or (
            pair[1].get("name") == "samenbeter-ready"
        )


def test_what_is_public_is_on_the_list():
    """Public: even where the visitor may not see the object."""
    found = {(name_of(path), e.get("name")) for path, e in views() if e.get("permission") in PUBLIC}
    assert unlisted(found, PUBLIC_VIEWS) == []
    assert stale(found, PUBLIC_VIEWS) == []


def test_what_all_may_open_is_on_the_list():
    """View on content is decided by its workflow; on the site, or on anything, it is a door without a lock."""
    found = {e.get("name") for _p, e in views() if e.get("permission") == "zope2.View" and e.get("for") in ANYWHERE}
    assert unlisted(found, OPEN_VIEWS) == []
    assert stale(found, OPEN_VIEWS) == []


def test_nothing_answers_without_a_permission():
    """An adapter that provides a view or takes over traversal would."""
    for path in files(".zcml"):
        for element in xml_of(path).iter():
            if tag_of(element) in ("adapter", "utility", "class"):
                assert element.get("provides") not in UNGUARDED, f"{name_of(path)}: {element.get('factory')}"


@pytest.fixture(scope="class")
def hidden(demo_portal):
    """Items of each of our types that are not public, on the demo site."""
    items = {}
    for brain in demo_portal.portal_catalog.unrestrictedSearchResults(
        object_provides=ISamenBeterContent.__identifier__
    ):
        obj = brain._unrestrictedGetObject()
        if "Anonymous" not in rolesForPermissionOn("View", obj):
            items.setdefault(obj.portal_type, obj)
    transaction.commit()
    return items


class TestClosedDoors:
    """What stands in ZCML is also what a visitor meets."""

    def test_a_visitor_opens_nothing_of_what_is_hidden(self, hidden):
        """Each page and service of ours, on an item that is not public."""
        assert {"VraagbaakQuestion", "EHealthModule"} <= set(hidden)
        opened = []
        for item in hidden.values():
            for answer in answers():
                if not answer.fits(item) or answer.name in {*OPEN_VIEWS, *(name for _file, name in PUBLIC_VIEWS)}:
                    continue
                response = requests.request(
                    answer.method,
                    f"{item.absolute_url()}/{answer.name}",
                    headers={"Accept": answer.accept},
                    allow_redirects=False,
                    timeout=60,
                )
                away = response.status_code in (301, 302) and "login" in response.headers["Location"]
                if response.status_code not in (401, 403, 404) and not away:
                    opened.append((str(answer), item.portal_type, response.status_code))
        assert opened == []
