"""Wrong input in a form: words at the field, the rest still there, nothing stored.

One table of (type, who, field, what is sent, words of the message). What must be
refused is refused by the field itself, so that REST does the same.
"""

from actors import session_of
from actors import Stage
from forms import error_at
from forms import page_of
from forms import send
from forms import value_of
from plone.uuid.interfaces import IUUID

import base64
import pytest
import transaction


NOTHING = "0" * 32
HUGE = "a" * 100_000
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
TEXT = ("foto.png", b"geen plaatje", "image/png")
DRAWING = ("logo.svg", SVG, "image/svg+xml")
SCRIPT = "<p>Goed</p><script>alert(1)</script>"
FRAME = '<iframe src="https://elders.example"></iframe>'
FOREIGN = '<p><img src="https://elders.example/spion.png"></p>'
EVENT = '<p onclick="alert(1)">Klik</p>'

# what is right in each form, and the field that shows that the rest is kept
RIGHT = {
    "VraagbaakQuestion": {"title": "Een vraag", "question": "Dit blijft staan"},
    "VraagbaakAnswer": {"contribution": "<p>Uitleg</p>", "discipline": "huisarts", "difference": "Dit blijft staan"},
    "PartnerOrganisation": {"title": "Een partner", "street": "Dit blijft staan"},
    "ServiceOffer": {"title": "Aanbod", "location": "Dit blijft staan"},
    "EHealthModule": {"title": "Module", "duration": "Dit blijft staan"},
    "SuccessStory": {"title": "Verhaal", "situation": "Zo", "quote": "Dit blijft staan"},
    "Event": {"title": "Samen eten", "registration": "Dit blijft staan"},
}
WRITERS = {"VraagbaakAnswer": "expert of the question", "SuccessStory": "another wijkwebber", "ServiceOffer": "editor"}

SCRIPTS, CODE, PICTURE = "Haal scripts", "Haal de code", "plaatje van een andere site"
REQUIRED, LONG, DATE = "Vul dit nog in", "Dit is te lang", "geen hele datum"
ADDRESS, IMAGE, HOURS = "geen webadres", "geen plaatje", "Regel 1 kunnen wij niet lezen"
CHOICE, RELATION = "Dit kun je hier niet kiezen", "het is er niet meer, of je mag het niet zien"

TABLE = [
    ("VraagbaakQuestion", "title", "", REQUIRED),
    ("VraagbaakQuestion", "title", HUGE, LONG),
    ("VraagbaakQuestion", "summary", SCRIPT, SCRIPTS),
    ("VraagbaakQuestion", "summary", FRAME, SCRIPTS),
    ("VraagbaakQuestion", "summary", FOREIGN, PICTURE),
    ("VraagbaakQuestion", "summary", EVENT, CODE),
    ("VraagbaakQuestion", "summary", "<p>" + "lang " * 30_000 + "</p>", "te lang"),
    ("VraagbaakQuestion", "other_wordings", f"Goed\n{'a' * 301}", LONG),
    ("VraagbaakQuestion", "themes", ["slapen", "onzin"], CHOICE),
    ("VraagbaakQuestion", "target_groups", "onzin", CHOICE),
    ("VraagbaakQuestion", "answer_type", "onzin", CHOICE),
    ("VraagbaakQuestion", "consulted", NOTHING, RELATION),
    ("VraagbaakQuestion", "consulted", "private", RELATION),
    ("VraagbaakQuestion", "review_on", "31-31-2026", DATE),
    ("VraagbaakQuestion", "review_on", "2026-02-30", DATE),
    ("VraagbaakQuestion", "review_on", "2026-01-01-01", DATE),
    ("VraagbaakQuestion", "source_url", "javascript:alert(1)", ADDRESS),
    ("VraagbaakAnswer", "contribution", "", REQUIRED),
    ("VraagbaakAnswer", "contribution", SCRIPT, SCRIPTS),
    ("VraagbaakAnswer", "discipline", "--NOVALUE--", "Kies er een"),
    ("VraagbaakAnswer", "discipline", "onzin", CHOICE),
    ("VraagbaakAnswer", "partner", NOTHING, RELATION),
    ("VraagbaakAnswer", "partner", "private", RELATION),
    ("VraagbaakAnswer", "partner", "story", RELATION),
    ("VraagbaakAnswer", "referrals", NOTHING, RELATION),
    ("VraagbaakAnswer", "referrals", "private", RELATION),
    ("VraagbaakAnswer", "referrals", "desk", RELATION),
    ("VraagbaakAnswer", "referrals", "geen nummer", RELATION),
    ("PartnerOrganisation", "title", "", REQUIRED),
    ("PartnerOrganisation", "text", FRAME, SCRIPTS),
    ("PartnerOrganisation", "logo", TEXT, IMAGE),
    ("PartnerOrganisation", "logo", DRAWING, IMAGE),
    ("PartnerOrganisation", "opening_hours", "maandag dicht", HOURS),
    ("PartnerOrganisation", "email", "naam.voorbeeld.nl", "geen e-mailadres"),
    ("PartnerOrganisation", "website", "javascript:alert(1)", ADDRESS),
    ("PartnerOrganisation", "website", "ftp://voorbeeld.nl", ADDRESS),
    ("PartnerOrganisation", "privacy_policy_url", "voorbeeld", ADDRESS),
    ("PartnerOrganisation", "postal_code", "a" * 11, LONG),
    ("ServiceOffer", "title", "", REQUIRED),
    ("ServiceOffer", "text", FOREIGN, PICTURE),
    ("ServiceOffer", "url", "javascript:alert(1)", ADDRESS),
    ("ServiceOffer", "assured_on", "gisteren", DATE),
    ("EHealthModule", "title", HUGE, LONG),
    ("EHealthModule", "text", SCRIPT, SCRIPTS),
    ("EHealthModule", "picture", DRAWING, IMAGE),
    ("EHealthModule", "policy_url", "javascript:alert(1)", ADDRESS),
    ("EHealthModule", "launch_url", "data:text/html,x", ADDRESS),
    ("EHealthModule", "supplier", NOTHING, RELATION),
    ("EHealthModule", "protocol", "onzin", CHOICE),
    ("SuccessStory", "title", "", REQUIRED),
    ("SuccessStory", "situation", "", REQUIRED),
    ("SuccessStory", "portrait", TEXT, IMAGE),
    ("SuccessStory", "helped_by", NOTHING, RELATION),
    ("SuccessStory", "helped_by", "private", RELATION),
    ("Event", "title", "", REQUIRED),
    ("Event", "start", "2026-13-01T10:00", DATE),
    ("Event", "start", "morgen", DATE),
    ("Event", "organiser", NOTHING, RELATION),
    ("Event", "online_url", "javascript:alert(1)", ADDRESS),
    ("Event", "attendance", "onzin", CHOICE),
]
NAMES = [f"{row[0]}-{row[1]}-{str(row[2])[:20]}" for row in TABLE]


class Place:
    """Where each type is made, and what a name in the table stands for."""

    def __init__(self, portal):
        self.stage = Stage(portal)
        stage = self.stage
        # hidden from all who write here
        stage.put(stage.partners["two"], "ended")
        stage.put(stage.items["SuccessStory"], "published")
        stage.folder.manage_setLocalRoles("editor", ["Editor", "Contributor"])
        stage.folder.manage_setLocalRoles("another-wijkwebber", ["Contributor"])
        stage.folder.reindexObjectSecurity()
        hidden = stage.new("SuccessStory")
        self.uids = {
            "private": IUUID(hidden),
            "story": IUUID(stage.items["SuccessStory"]),
            "desk": IUUID(stage.desk),
        }
        self.containers = {
            "VraagbaakQuestion": stage.desk,
            "VraagbaakAnswer": stage.question,
            "ServiceOffer": stage.partners["one"],
        }
        transaction.commit()

    def container(self, portal_type):
        """Return where an item of this type is added."""
        return self.containers.get(portal_type, self.stage.folder)

    def writer(self, portal_type):
        """Return who adds it."""
        return WRITERS.get(portal_type, "manager")


@pytest.fixture(scope="class")
def place(shared_portal):
    return Place(shared_portal)


class TestBadInput:
    @pytest.mark.parametrize("portal_type, field, bad, words", TABLE, ids=NAMES)
    def test_it_is_refused_at_the_field(self, place, portal_type, field, bad, words):
        container = place.container(portal_type)
        before = set(container.objectIds())
        sent = place.uids.get(bad, bad) if isinstance(bad, str) else bad
        with session_of(place.writer(portal_type), "text/html") as http:
            answer = send(
                http, f"{container.absolute_url()}/++add++{portal_type}", **{**RIGHT[portal_type], field: sent}
            )
        page = page_of(answer)
        assert words in error_at(page, field)
        assert page.xpath("string(//title)").startswith("Fout: ")
        assert words in page.xpath("string(//*[@id='sb-errors'])")
        self.keeps_the_rest(page, portal_type, field)
        transaction.begin()
        assert set(container.objectIds()) == before

    def keeps_the_rest(self, page, portal_type, field):
        for name, value in RIGHT[portal_type].items():
            if name != field:
                assert value_of(page, name) == value

    def test_the_links_at_the_top_lead_to_the_fields(self, place):
        with session_of("editor", "text/html") as http:
            answer = send(http, f"{place.stage.desk.absolute_url()}/++add++VraagbaakQuestion", title="", source_url="x")
        page = page_of(answer)
        links = [link.get("href").removeprefix("#") for link in page.xpath("//*[@id='sb-errors']//a")]
        assert links == ["form-widgets-title", "form-widgets-source_url"]
        for target in links:
            field = page.get_element_by_id(target)
            assert field.get("aria-invalid") == "true"
            texts = [page.get_element_by_id(one).text_content() for one in field.get("aria-describedby").split()]
            assert any("Fout:" in text for text in texts)
        # no tabs: nothing that is wrong is out of sight
        assert "pat-autotoc" not in page.get_element_by_id("form").get("class")

    def test_an_item_stays_as_it_was(self, place):
        partner = place.stage.partners["one"]
        with session_of("editor", "text/html") as http:
            answer = send(http, f"{partner.absolute_url()}/edit", title="Anders", opening_hours="altijd")
        page = page_of(answer)
        assert HOURS in error_at(page, "opening_hours")
        assert value_of(page, "title") == "Anders"
        transaction.begin()
        assert partner.title == "Iets"
        assert not partner.opening_hours
