"""Rule 4: nothing changes on GET, whoever asks."""

from allowed import CHANGES_ON_GET
from allowed import NOT_ASKED
from allowed import WRITTEN_BY_PLONE
from base64 import b64encode
from itertools import chain
from itertools import islice
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.transformchain.interfaces import IBeforeTransformsEvent
from surface import answers
from where import unlisted
from zope.component import getGlobalSiteManager
from ZPublisher.interfaces import IPubAfterTraversal

import pytest
import requests
import transaction


VISITORS = {
    "anonymous": {},
    "manager": {
        "Authorization": "Basic " + b64encode(f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}".encode()).decode(),
    },
}
# Plone's own services that serialise our content and settings: on each item, and on the site only
OF_ITEMS = ("", "@workflow")
OF_THE_SITE = (
    "@search?fullobjects=1",
    "@types/EHealthModule",
    "@controlpanels/samenbeter-shared",
    "@navigation",
    "@actions",
)


class Writes:
    """What requests wanted to write, before plone.protect takes a member's away."""

    def __init__(self, database):
        self.database = database
        self.found = []

    def note(self, event):
        """Keep the kinds of the objects that the request touched."""
        connections = event.request["PARENTS"][-1]._p_jar.connections.values()
        self.found += [type(obj).__name__ for obj in chain.from_iterable(c._registered_objects for c in connections)]

    def of(self, url, headers):
        """Return what one GET wrote, or wanted to."""
        self.found.clear()
        before = self.database.lastTransaction()
        response = requests.get(url, headers=headers, allow_redirects=False, timeout=60)
        assert response.status_code < 500, f"{url}: {response.status_code}"
        wrote = [kind for kind in self.found if kind not in WRITTEN_BY_PLONE]
        if self.database.lastTransaction() != before and (wrote or not self.found):
            wrote.append("a transaction")
        return wrote


@pytest.fixture(scope="class")
def places(demo_portal):
    """One item of each type in each state, and the site itself."""
    portal = demo_portal
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        # the demo has none, and our lists are for it too
        api.content.transition(api.content.create(portal, "Collection", "lijst"), "publish")
    found = {("site", ""): portal}
    for brain in portal.portal_catalog.unrestrictedSearchResults(path="/plone", sort_on="created"):
        obj = brain._unrestrictedGetObject()
        found.setdefault((brain.portal_type, str(brain.review_state), getattr(obj, "layout", "")), obj)
    transaction.commit()
    # Plone writes the portlets of a new site when somebody first looks at them
    requests.get(f"{portal.absolute_url()}/@@main_template", timeout=60)
    return list(found.values())


@pytest.fixture
def writes(shared_layer, places):
    """Watches the requests of one test."""
    watcher = Writes(shared_layer["zodbDB"])
    manager = getGlobalSiteManager()
    manager.registerHandler(watcher.note, (IBeforeTransformsEvent,))
    yield watcher
    manager.unregisterHandler(watcher.note, (IBeforeTransformsEvent,))


@pytest.mark.abuse("A33")
@pytest.mark.parametrize("visitor", VISITORS)
class TestGet:
    """Each page and service of ours, on each kind of thing that it is for."""

    def test_our_pages_and_services(self, visitor, places, writes):
        """Also those that take a POST: a mail scanner does not know the difference."""
        asked, changed = set(), []
        for answer in answers():
            if answer.method != "GET":
                continue
            # one for "*" would fit them all
            for place in islice(filter(answer.fits, places), 1):
                asked.add(answer)
                headers = {**VISITORS[visitor], "Accept": answer.accept}
                wrote = writes.of(f"{place.absolute_url()}/{answer.name}", headers)
                if wrote and answer.name not in CHANGES_ON_GET:
                    changed.append((str(answer), place.portal_type, wrote))
        assert changed == []
        missed = {str(a) for a in answers() if a.method == "GET" and a not in asked}
        assert unlisted(missed, NOT_ASKED) == []

    def test_each_item_under_its_own_address(self, visitor, places, writes):
        """The page that a link leads to."""
        assert [
            (p.portal_type, found) for p in places if (found := writes.of(p.absolute_url(), VISITORS[visitor]))
        ] == []

    def test_the_same_over_rest(self, visitor, places, writes):
        """Plone's services with our serialisers."""
        headers = {**VISITORS[visitor], "Accept": "application/json"}
        one_of_each = {place.portal_type: place for place in places}
        asked = [(place, service) for place in one_of_each.values() for service in OF_ITEMS]
        asked += [(places[0], service) for service in OF_THE_SITE]
        changed = []
        for place, service in asked:
            wrote = writes.of(f"{place.absolute_url()}/{service}", headers)
            if wrote:
                changed.append((place.portal_type, service, wrote))
        assert changed == []

    def test_a_write_would_be_seen(self, visitor, places, writes):
        """Else the tests above prove nothing."""
        manager = getGlobalSiteManager()
        manager.registerHandler(change_title, (IPubAfterTraversal,))
        try:
            wrote = writes.of(f"{places[0].absolute_url()}/@@sitemap", VISITORS[visitor])
        finally:
            manager.unregisterHandler(change_title, (IPubAfterTraversal,))
        # plone.protect takes a member's away, not that of a visitor
        assert wrote == (["PloneSite"] if visitor == "manager" else ["PloneSite", "a transaction"])


def change_title(event):
    """Write on GET."""
    portal = event.request["PARENTS"][-1]["plone"]
    portal.title = portal.title + "!"
