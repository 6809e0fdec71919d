"""Bad input over REST: a 4xx that names the field and says in Dutch what to do; nothing is stored."""

from actors import PASSWORD
from actors import Stage
from plone.uuid.interfaces import IUUID

import base64
import pytest
import requests
import transaction


def file(data, name, kind):
    return {"data": base64.b64encode(data).decode(), "encoding": "base64", "filename": name, "content-type": kind}


def html(text):
    return {"data": text, "content-type": "text/html", "encoding": "utf-8"}


LONG = "a" * 100_000
# type, field, bad value, words that the answer says
BAD = [
    ("VraagbaakQuestion", "title", None, "title"),
    ("VraagbaakQuestion", "title", LONG, "title"),
    ("VraagbaakQuestion", "question", LONG, "question"),
    ("VraagbaakQuestion", "summary", html("<p>x</p><script>alert(1)</script>"), "scripts"),
    ("VraagbaakQuestion", "summary", html('<iframe src="https://e.example"></iframe>'), "ingesloten"),
    ("VraagbaakQuestion", "checked_on", "gisteren", "checked_on"),
    ("VraagbaakQuestion", "answer_type", "treatment_advice", "answer_type"),
    ("VraagbaakQuestion", "themes", ["bestaat-niet"], "themes"),
    ("VraagbaakQuestion", "source_url", "javascript:alert(1)", "webadres"),
    ("VraagbaakQuestion", "consulted", ["0" * 32], "kiezen"),
    ("VraagbaakAnswer", "contribution", html('<img src="https://e.example/pixel.gif">'), "plaatje"),
    ("VraagbaakAnswer", "contribution", html('<a href="javascript:alert(1)">x</a>'), "link"),
    ("VraagbaakAnswer", "discipline", "tovenaar", "discipline"),
    ("VraagbaakAnswer", "partner", "0" * 32, "kiezen"),
    ("PartnerOrganisation", "logo", file(b"geen plaatje", "a.png", "image/png"), "plaatje"),
    (
        "PartnerOrganisation",
        "logo",
        file(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "image/svg+xml"),
        "plaatje",
    ),
    ("PartnerOrganisation", "opening_hours", "ma 17.00-9.00", "Regel 1"),
    ("PartnerOrganisation", "email", "geen adres", "email"),
    ("PartnerOrganisation", "kind", "bank", "kind"),
    ("ServiceOffer", "assured_on", "2026-02-30", "assured_on"),
    ("EHealthModule", "launch_url", "ftp://maker.example", "webadres"),
    ("EHealthModule", "protocol", "telnet", "protocol"),
    ("SuccessStory", "situation", None, "situation"),
    ("SuccessStory", "helped_by", ["/bestaat/niet"], "kiezen"),
]


@pytest.fixture(scope="class")
def stage(shared_portal):
    return Stage(shared_portal)


@pytest.mark.parametrize(
    "portal_type, field, value, words", BAD, ids=[f"{row[0]}-{row[1]}-{n}" for n, row in enumerate(BAD)]
)
class TestBadInput:
    @pytest.fixture(autouse=True)
    def _setup(self, stage):
        self.stage = stage
        with requests.Session() as self.http:
            self.http.auth = ("manager", PASSWORD)
            self.http.headers["Accept"] = "application/json"
            yield

    def test_an_edit_is_refused_whole_and_names_the_field(self, portal_type, field, value, words):
        item = self.stage.start(
            portal_type, {"VraagbaakAnswer": "draft", "PartnerOrganisation": "active"}.get(portal_type)
        )
        before = repr(getattr(item, field, None))
        answer = self.http.patch(item.absolute_url(), json={field: value})
        assert 400 <= answer.status_code < 500, answer.text
        assert field in answer.text
        assert words in answer.text
        transaction.begin()
        assert repr(getattr(item, field, None)) == before

    def test_nothing_is_made_of_it(self, portal_type, field, value, words):
        container = self.stage.items[portal_type].__parent__
        before = set(container.objectIds())
        good = {"title": "Iets", "situation": "Toen.", "contribution": html("<p>x</p>"), "discipline": "huisarts"}
        answer = self.http.post(container.absolute_url(), json={"@type": portal_type, **good, field: value})
        assert 400 <= answer.status_code < 500, answer.text
        assert field in answer.text
        transaction.begin()
        assert set(container.objectIds()) == before


class TestHiddenTargets:
    def test_a_private_target_is_as_good_as_none(self, stage):
        hidden = stage.partners["two"]
        stage.put(hidden, "ended")
        story = stage.start("SuccessStory", "draft")
        with requests.Session() as http:
            http.auth = ("wijkwebber-who-wrote-it", PASSWORD)
            http.headers["Accept"] = "application/json"
            answers = [http.patch(story.absolute_url(), json={"helped_by": [uid]}) for uid in (IUUID(hidden), "0" * 32)]
        assert [answer.status_code for answer in answers] == [400, 400]
        assert answers[0].json()["message"] == answers[1].json()["message"]
