"""A story that was taken back is gone in the same request, wherever it was, also for who kept its address and version."""

from abuse_site import DATA
from abuse_site import Neighbourhood
from abuse_site import PAGE
from abuse_site import said
from at_the_door import turn_on
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.base.interfaces.syndication import IFeedSettings
from plone.base.interfaces.syndication import ISiteSyndicationSettings
from plone.uuid.interfaces import IUUID

import gzip
import pytest
import transaction


# a page may repeat what was searched for; what was found also says this
SEARCHED, WORD = "Zilverreiger", "Roerdomp"
TITLE = f"{SEARCHED} en {WORD}"
# where all stories are: {uid} of the story
LISTS = (
    ("/verhalen", PAGE),
    ("/verhalen?theme=slapen", PAGE),
    ("/thema/slapen", PAGE),
    ("/sitemap", PAGE),
    ("/sitemap.xml.gz?page=1", PAGE),
    ("/verhalen/rss.xml", PAGE),
    ("/verhalen/atom.xml", PAGE),
    (f"/@@search?SearchableText={SEARCHED}", PAGE),
    (f"/@@ajax-search?SearchableText={SEARCHED}", PAGE),
    ("/@search?UID={uid}&fullobjects=1", DATA),
    ("/verhalen", DATA),
    ("/verhalen?fullobjects=1", DATA),
    ("/@navigation?expand.navigation.depth=9", DATA),
)
# these name folders, and must not begin to name a story
FOLDERS_ONLY = (("/sitemap", PAGE), ("/@navigation?expand.navigation.depth=9", DATA))


def places(site, story):
    """Return what leads to the story, as a visitor finds it: [(path, accept)]."""
    here = site.path(story)
    client = site.client("visitor")
    page = html.fromstring(client.get(here).text)
    pictures = {*page.xpath("//main//img/@src"), *page.xpath("//meta[@property='og:image']/@content")}
    data = site.client("visitor", DATA).get(here).json()["portrait"]
    pictures |= {data["download"], *(one["download"] for one in data["scales"].values())}
    pictures = {address.removeprefix(client.base) for address in pictures if here in address}
    pictures |= {f"{here}/@@images/portrait", f"{here}/@@images/portrait/mini", f"{here}/@@download/portrait"}
    own = [(here, PAGE), (f"{here}/view", PAGE), (here, DATA), (f"/++api++{here}", DATA)]
    return own, [(path, "image/*") for path in sorted(pictures)]


class Reader:
    """Somebody without an account, whose browser keeps what it got."""

    def __init__(self, site):
        self.clients = {accept: site.client("visitor", accept) for accept in (PAGE, DATA, "image/*")}
        self.kept = {}

    def get(self, path, accept, **headers):
        """Return the answer to a request, with the versions that the browser has."""
        old = self.kept.get((path, accept))
        if old is not None:
            names = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
            headers = {sent: old.headers[name] for name, sent in names.items() if name in old.headers}
        answer = self.clients[accept].get(path, headers=headers)
        if old is None:
            self.kept[path, accept] = answer
        return answer


@pytest.fixture(scope="class")
def site(shared_portal):
    """A public story, that pages are kept of."""
    site = Neighbourhood(shared_portal)
    api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        site.folder.setLayout("samenbeter-stories")
        api.portal.set_registry_record("allowed", True, interface=ISiteSyndicationSettings)
        api.portal.set_registry_record("plone.enable_sitemap", True)
        IFeedSettings(site.folder).enabled = True
        IFeedSettings(site.folder).feed_types = ("rss.xml", "atom.xml")
    transaction.commit()
    return site


def text(answer):
    """Return what an answer says, unpacked."""
    return gzip.decompress(answer.content).decode() if answer.content[:2] == b"\x1f\x8b" else answer.text


@pytest.mark.abuse("A52")
class TestTakenBack:
    @pytest.mark.parametrize("switches, gone", [((), {302, 401}), (("strangers", "storing"), {404})], ids=["off", "on"])
    def test_it_is_gone_everywhere_in_the_same_request(self, site, switches, gone):
        """With hardening it is as if it had never been there."""
        turn_on(*switches)
        story = site.story(title=TITLE)
        uid, here = IUUID(story), site.path(story)
        own, pictures = places(site, story)
        lists = [(path.format(uid=uid), accept) for path, accept in LISTS]
        reader = Reader(site)
        before = {place: reader.get(*place) for place in (*own, *pictures, *lists)}
        assert len(pictures) > 4
        assert {place: answer.status_code for place, answer in before.items() if answer.status_code != 200} == {}
        assert {place for place in (*own, *lists) if here not in text(before[place])} == set(FOLDERS_ONLY)

        editor = site.client("redactie", DATA)
        assert editor.post(f"{here}/@workflow/retract", json={}).status_code == 200

        after = {place: reader.get(*place) for place in (*own, *pictures)}
        assert {place: answer.status_code for place, answer in after.items() if answer.status_code not in gone} == {}
        for place in lists:
            for answer in (reader.get(*place), site.client("visitor", place[1]).get(place[0])):
                assert answer.status_code == 200, place
                assert WORD not in text(answer), place
                assert here not in text(answer), place
        for answer in after.values():
            assert said(answer, (WORD,)) == []

    def test_nor_by_its_uid_or_by_the_partner_that_helped(self, site):
        story = site.story(title=f"{TITLE} nog eens")
        client = site.client("visitor")
        assert client.get(f"/resolveuid/{IUUID(story)}").status_code == 301
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(story, "retract")
        transaction.commit()
        assert client.get(f"/resolveuid/{IUUID(story)}").status_code == 404
        assert WORD not in client.get("").text
