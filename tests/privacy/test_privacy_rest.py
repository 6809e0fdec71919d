"""Privacy over REST: what machines may read, and what only the person may."""

from policy_site import aims
from policy_site import PASSWORD
from policy_site import people
from policy_site import providers
from samenbeter.interfaces import IConsents
from samenbeter.shared import audit
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from vocabulary import unknown
from zope.component import getUtility

import pytest
import requests
import transaction


PURPOSE = "samenbeter.contact"
OWN = ("@consents", "@personal-data")
YES = {"purpose": PURPOSE, "answer": "yes"}


@pytest.fixture
def portal(functional_portal):
    """The site, with residents and people who work here; REST works as on a site that has it."""
    return people(functional_portal)


def ask(portal, method, name, user="", **kw):
    """Send a request as a program."""
    headers = {"Accept": "application/json", **kw.pop("headers", {})}
    return requests.request(
        method,
        f"{portal.absolute_url()}/{name}",
        auth=(user, PASSWORD) if user else None,
        headers=headers,
        timeout=60,
        **kw,
    )


def consents_of(user):
    """Return the consents of a person, as they are stored."""
    transaction.begin()
    return getUtility(IConsents).of(Subject(userid=user))


def holds(user):
    """Return whether a person's yes holds, as it is stored."""
    transaction.begin()
    return getUtility(IConsents).allowed(Subject(userid=user), PURPOSE, vault.PLATFORM)


class TestPublic:
    """No personal data."""

    @pytest.mark.parametrize("user", ["", "anna"])
    def test_everybody_reads_the_policy(self, portal, user):
        answer = ask(portal, "GET", "@privacy-policies", user)
        assert answer.status_code == 200
        (policy,) = answer.json()["items"]
        assert unknown(policy) == set()
        named = {process["@id"].partition("#")[2] for process in policy["dpv:hasProcess"]}
        assert set(providers()) <= named

    @pytest.mark.parametrize(
        ("user", "status"), [("", 401), ("anna", 401), ("renske", 401), ("privacy", 200), ("beheer", 200)]
    )
    def test_who_may_reads_the_register(self, portal, user, status):
        answer = ask(portal, "GET", "@processing-activities", user)
        assert answer.status_code == status
        if status == 200:
            data = answer.json()
            assert [item["id"] for item in data["items"]] == sorted(providers())
            assert {aim["id"] for aim in data["purposes"]} == set(aims())
            assert answer.headers["Cache-Control"] == "no-store"


class TestOwn:
    """Of who asks, and of nobody else."""

    @pytest.mark.parametrize("name", OWN)
    def test_a_visitor_has_none(self, portal, name):
        assert ask(portal, "GET", name).status_code == 401
        assert ask(portal, "POST", "@consents", json=YES).status_code == 401

    @pytest.mark.parametrize("name", OWN)
    def test_no_browser_keeps_it_and_nobody_notes_it(self, portal, name):
        ask(portal, "POST", "@consents", "anna", json=YES)
        answer = ask(portal, "GET", name, "anna")
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        transaction.begin()
        assert list(audit.about(vault.get().pseudonym("member:anna"))) == []

    def test_a_yes_and_taking_it_back(self, portal):
        made = ask(portal, "POST", "@consents", "anna", json=YES)
        assert made.status_code == 201
        data = made.json()
        assert (data["state"], data["holds"]) == ("given", True)
        assert holds("anna") == data["id"]
        assert unknown(data["record"]) == set()
        found = requests.get(
            made.headers["Location"], auth=("anna", PASSWORD), headers={"Accept": "application/json"}, timeout=60
        )
        assert found.json()["id"] == data["id"]
        assert ask(portal, "DELETE", f"@consents/{data['id']}", "anna").status_code == 204
        assert holds("anna") is None
        (item,) = ask(portal, "GET", "@consents", "anna").json()["items"]
        assert [one["event"] for one in item["history"]] == ["given", "withdrawn"]

    def test_a_no(self, portal):
        assert ask(portal, "POST", "@consents", "anna", json={**YES, "answer": "no"}).json()["state"] == "refused"
        assert holds("anna") is None

    def test_what_can_be_asked_is_said_with_its_text(self, portal):
        (one,) = ask(portal, "GET", "@consents", "anna").json()["askable"]
        assert one["purpose"] == PURPOSE
        assert one["text"].startswith("Wij mogen je mailen")

    def test_that_of_somebody_else_is_not_there(self, portal):
        made = ask(portal, "POST", "@consents", "anna", json=YES).json()["id"]
        for user in ("bilal", "privacy", "beheer"):
            for method in ("GET", "DELETE"):
                answer = ask(portal, method, f"@consents/{made}", user)
                assert answer.status_code == 404
                assert answer.json()["error"]["type"] == "NotFound"
            assert made not in ask(portal, "GET", "@consents", user).text
            assert made not in ask(portal, "GET", "@personal-data", user).text
        assert holds("anna") == made

    @pytest.mark.parametrize("name", ["@consents/" + "0" * 32, "@consents/x", "@consents/zz/../x", "@consents/a/b"])
    @pytest.mark.parametrize("method", ["GET", "DELETE"])
    def test_what_is_no_id_is_not_there(self, portal, name, method):
        assert ask(portal, method, name, "anna").status_code == 404

    def test_all_there_is_has_the_shape_of_the_download(self, portal):
        ask(portal, "POST", "@consents", "anna", json=YES)
        data = ask(portal, "GET", "@personal-data", "anna").json()
        assert data["format"] == "samenbeter-export"
        kinds = {item["provider"] for relation in data["relations"] for item in relation["items"]}
        assert "samenbeter.privacy.consents" in kinds
        assert "anna@example.org" in str(data)
        assert "bilal" not in str(data)


class TestRefused:
    """In words, and nothing is stored."""

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({}, "purpose"),
            ({"purpose": PURPOSE}, "answer"),
            ({"purpose": PURPOSE, "answer": True}, "answer"),
            ({"purpose": PURPOSE, "answer": ["yes"]}, "answer"),
            ({"purpose": "samenbeter.stories", "answer": "yes"}, "purpose"),
            ({"purpose": {"a": 1}, "answer": "yes"}, "purpose"),
            ({"purpose": "\x00", "answer": "yes"}, "purpose"),
        ],
    )
    def test_a_wrong_answer_names_its_field(self, portal, body, field):
        answer = ask(portal, "POST", "@consents", "anna", json=body)
        assert answer.status_code == 400
        assert answer.json()["error"]["field"] == field
        assert consents_of("anna") == []

    @pytest.mark.parametrize(
        "sent",
        [
            {"data": b'{"purpose": "samenbeter.contact", "answer": "yes"}', "headers": {"Content-Type": "text/plain"}},
            {"data": YES},
            {"files": {"purpose": (None, PURPOSE), "answer": (None, "yes")}},
        ],
        ids=["text", "form", "multipart"],
    )
    def test_a_form_of_another_site_cannot_answer(self, portal, sent):
        assert ask(portal, "POST", "@consents", "anna", **sent).status_code == 415
        assert consents_of("anna") == []

    @pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{", b"\xff"])
    def test_what_is_no_object(self, portal, body):
        headers = {"Content-Type": "application/json"}
        assert ask(portal, "POST", "@consents", "anna", data=body, headers=headers).status_code == 400
        assert consents_of("anna") == []

    def test_without_the_key_it_says_what_to_do(self, portal, monkeypatch, tmp_path):
        monkeypatch.setenv("SAMENBETER_KEY_FILE", str(tmp_path / "none.key"))
        answer = ask(portal, "GET", "@consents", "anna")
        assert answer.status_code == 503
        assert "sleutel" in answer.json()["error"]["message"]


def test_a_get_stores_nothing(portal):
    ask(portal, "GET", "@consents", "anna", params=YES)
    ask(portal, "GET", "@consents", "anna", json=YES)
    assert consents_of("anna") == []
