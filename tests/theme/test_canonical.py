"""Each page has one address, whatever stands behind it; and some pages are not for search engines."""

from lxml import html
from machines import get
from machines import one
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue

import pytest
import transaction


# path asked for: path of the one address, from the site; None: not indexed, and so without one
ADDRESSES = {
    "": "",
    "/": "",
    "/samenbeter-front": "",
    "/@@samenbeter-front": "",
    "?set_language=en": "",
    "/vraagbaak": "/vraagbaak",
    "/vraagbaak/": "/vraagbaak",
    "/vraagbaak/view": "/vraagbaak",
    "/vraagbaak/@@view": "/vraagbaak",
    "/vraagbaak?theme=slapen": "/vraagbaak",
    "/vraagbaak?theme=bestaat-niet": "/vraagbaak",
    "/vraagbaak?kind=general_information": "/vraagbaak",
    "/vraagbaak?b_start=20": "/vraagbaak?b_start=20",
    "/vraagbaak?b_start=23": "/vraagbaak?b_start=20",
    "/vraagbaak?b_start=0": "/vraagbaak",
    "/vraagbaak?b_start=99999": "/vraagbaak",
    "/vraagbaak?b_start=x": "/vraagbaak",
    "/vraagbaak?utm_source=krant": "/vraagbaak",
    "/vraagbaak?q=slapen": None,
    "/agenda": "/agenda",
    "/agenda?past=1": "/agenda?past=1",
    "/agenda?past=1&theme=slapen": "/agenda?past=1",
    "/agenda/samenbeter-meetings": "/agenda",
    "/vraagbaak/agenda": "/agenda",
    "/modules/vraagbaak": "/vraagbaak",
    "/en/vraagbaak": "/vraagbaak",
    "/en/vraagbaak?theme=slapen": "/vraagbaak",
    "/voorpagina-van-map": "/voorpagina-van-map",
    "/voorpagina-van-map/welkom": "/voorpagina-van-map",
    "/voorpagina-van-map/welkom/view": "/voorpagina-van-map",
    "/thema": "/thema",
    "/@@thema": "/thema",
    "/thema/slapen": "/thema/slapen",
    "/sitemap": "/sitemap",
    "/@@search": None,
    "/@@search?SearchableText=slapen": None,
    "/@@search?SearchableText=slapen&b_start=10": None,
    "/login": None,
    "/@@login-help": None,
    "/login?came_from=x": None,
    "/bestaat-niet": None,
    "/vraagbaak/@@sb/x": None,
    "/insufficient-privileges": None,
}


@pytest.fixture(scope="class")
def site(demo_portal):
    """The demo site with more questions than fit on a page, and a folder with a default page."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        desk = demo_portal["vraagbaak"]
        for number in range(25):
            question = api.content.create(
                desk,
                "VraagbaakQuestion",
                title=f"Vraag {number}",
                summary=RichTextValue("<p>x</p>", "text/html", "text/x-html-safe"),
                answer_type="see_gp",
            )
            tool = api.portal.get_tool("portal_workflow")
            workflow = tool.getWorkflowsFor(question)[0]
            tool.setStatusOf(
                workflow.id, question, {**tool.getStatusOf(workflow.id, question), "review_state": "published"}
            )
            workflow.updateRoleMappingsFor(question)
            question.reindexObject()
        folder = api.content.create(demo_portal, "Folder", "voorpagina-van-map", title="Map")
        api.content.transition(folder, "publish")
        page = api.content.create(folder, "Document", "welkom", title="Welkom")
        api.content.transition(page, "publish")
        folder.setDefaultPage("welkom")
        folder.reindexObject()
    transaction.commit()
    return demo_portal


def head_of(url):
    return html.fromstring(get(url).content)


class TestAddresses:
    @pytest.mark.parametrize("path", ADDRESSES)
    def test_a_page_has_the_address_that_stands_here(self, site, path):
        home, tree = site.absolute_url(), head_of(site.absolute_url() + path)
        wanted = ADDRESSES[path]
        found = tree.xpath("//link[@rel='canonical']/@href")
        assert found == ([] if wanted is None else [home + wanted])
        assert tree.xpath("//meta[@name='robots']/@content") == (["noindex"] if wanted is None else [])

    @pytest.mark.parametrize("kind", ["question", "story", "partner", "offer", "module", "meeting"])
    def test_an_item_has_its_own_address(self, site, kind):
        url = one(kind)
        for other in (url, f"{url}/", f"{url}/view", f"{url}?theme=slapen", f"{url}?set_language=en"):
            assert head_of(other).xpath("//link[@rel='canonical']/@href") == [url], other

    def test_each_canonical_address_answers(self, site):
        for path in {path for path in ADDRESSES.values() if path is not None}:
            assert get(site.absolute_url() + path).status_code == 200, path

    def test_who_works_here_reads_the_same_address(self, site):
        tree = html.fromstring(get(f"{site.absolute_url()}/vraagbaak/view?theme=slapen", user="redactie").content)
        assert tree.xpath("//link[@rel='canonical']/@href") == [f"{site.absolute_url()}/vraagbaak"]
