"""What people write is text: nothing of it runs, and nothing is fetched at another site (A28)."""

from abuse_site import DATA
from abuse_site import make
from abuse_site import Neighbourhood
from abuse_site import PAGE
from actors import relate
from at_the_door import turn_on
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID

import json
import pytest
import transaction


WORD = "zwaluw"
EVIL = "https://evil.example"
HOSTILE = (
    f"{WORD}<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg>"
    f'<iframe src="{EVIL}/f"></iframe><img src="{EVIL}/p.gif"><a href="javascript:alert(1)">a</a>'
    f'<p style="background:url({EVIL}/s)">b</p><link rel="stylesheet" href="{EVIL}/c.css">'
    f'[m](javascript:alert(1)) "><script src={EVIL}></script>'
)
# type: (text fields that say it on the page, rich fields)
FIELDS = {
    "VraagbaakQuestion": (("title",), ("summary",)),
    "VraagbaakAnswer": (("referral_reason",), ("contribution",)),
    "PartnerOrganisation": (("title", "description"), ()),
    "ServiceOffer": (("title", "description"), ()),
    "SuccessStory": (("title", "situation", "step", "result", "quote", "quote_by"), ()),
    "Event": (("title", "description", "location"), ("text",)),
    "Document": (("title", "description"), ("text",)),
}


def harm(answer):
    """Return what of a page would run or be fetched elsewhere."""
    tree = html.fromstring(answer.content)
    for data in tree.xpath("//script[contains(@type, 'json')]"):
        # what is said to search engines ends where it should
        json.loads(data.text)
    found = [html.tostring(one) for one in tree.xpath("//main//script | //main//iframe | //main//link | //main//style")]
    found += tree.xpath(
        "//main//@onerror | //main//@onload | //script[contains(., 'alert')][not(contains(@type, 'json'))]"
    )
    found += [
        one for one in tree.xpath("//@href | //@src | //@style | //@action") if one.strip().startswith("javascript:")
    ]
    return found + [one for one in tree.xpath("//@src | //link/@href | //main//@style | //@srcset") if EVIL in one]


@pytest.fixture(scope="class")
def site(shared_portal):
    """An item of each type with hostile text in its fields, public, on a site that cleans HTML."""
    site = Neighbourhood(shared_portal)
    turn_on("html")
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.grant_roles(username="redactie", roles=["Site Administrator"])
        desk = site.question.__parent__
        offer = make(site.partners[0], "ServiceOffer", "activate", title="Aanbod")
        meeting = make(site.folder, "Event", "publish", title="Koffie")
        page = make(site.folder, "Document", "publish", title="Stuk")
        asked = make(desk, "VraagbaakQuestion", title="Vraag", summary=site.question.summary, answer_type="see_gp")
        answer = make(asked, "VraagbaakAnswer", discipline="huisarts", contribution=site.question.summary)
        relate(answer, "referrals", [site.partners[0]])
        api.content.transition(answer, "submit")
        api.content.transition(answer, "accept")
        api.content.transition(asked, "review")
        api.content.transition(asked, "publish")
    transaction.commit()
    story = site.story(title="Verhaal")
    site.items = {one.portal_type: one for one in (offer, meeting, page, asked, answer, story, site.partners[0])}
    return site


@pytest.mark.abuse("A28")
class TestText:
    @pytest.mark.parametrize("portal_type", FIELDS)
    def test_nothing_runs_and_nothing_is_fetched(self, site, portal_type):
        item = site.items[portal_type]
        texts, rich = FIELDS[portal_type]
        editor = site.client("redactie", DATA)
        said = []
        for field in (*texts, *rich):
            value = {"data": HOSTILE, "content-type": "text/html"} if field in rich else HOSTILE
            answer = editor.http.patch(f"{editor.base}{site.path(item)}", json={field: value})
            # refused is as good
            assert answer.status_code in (204, 400), (field, answer.text)
            said += [field] if answer.status_code == 204 else []
        shown = item.__parent__ if portal_type == "VraagbaakAnswer" else item
        visitor = site.client("visitor", PAGE)
        page = visitor.get(site.path(shown))
        assert page.status_code == 200
        assert harm(page) == []
        assert not said or WORD in page.text
        for path in ("", "/vraagbaak", "/verhalen", f"/@@search?SearchableText={WORD}"):
            assert harm(visitor.get(path)) == [], path
        found = visitor.get(f"/@@ajax-search?SearchableText={WORD}")
        # Plone's script shows the words of this as text, and the tag of a picture as it is
        assert found.headers["Content-Type"].startswith("application/json")
        assert {one["img_tag"] for one in found.json()["items"]} <= {None}

    def test_nor_of_a_name_of_a_resident(self, site):
        anna = site.client("anna", DATA)
        anna.http.patch(
            f"{anna.base}/@users/anna",
            json={"fullname": HOSTILE, "description": HOSTILE, "home_page": "javascript:alert(1)"},
        )
        clients = {who: site.client(who, PAGE) for who in ("anna", "redactie")}
        for who, path in (
            ("anna", ""),
            ("anna", "/@@personal-information"),
            ("anna", "/@@mijn-gegevens"),
            ("anna", "/author/anna"),
            ("redactie", "/author/anna"),
            ("redactie", "/@@usergroup-userprefs?searchstring=anna"),
            ("redactie", f"/resolveuid/{IUUID(site.partners[0])}"),
        ):
            answer = clients[who].get(path)
            assert answer.status_code < 500
            assert not answer.text or harm(answer) == [], path
