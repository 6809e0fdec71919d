"""The REST pairs of the desk, of experts and of tokens that docs/reference/rest.rst shows."""

from actors import PASSWORD
from actors import user_id
from examples import Recorder
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.vraagbaak.rest import asking
from samenbeter.vraagbaak.rest import receipts

import pytest
import requests
import transaction


TITLE, TEXT = "Hoe slaap ik weer in?", "Ik word elke nacht wakker. Wat helpt?"


@pytest.fixture
def people(functional_portal):
    """Return the site, with a desk, a partner, an editor, an expert and who runs it."""
    for limit in (asking.of_network, asking.checks, receipts.wrong):
        limit.clear()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        desk = api.content.create(functional_portal, "Vraagbaak", "vraagbaak", title="Vraagbaak")
        api.content.transition(desk, "open")
        partner = api.content.create(functional_portal, "PartnerOrganisation", "linde", title="De Linde")
        api.content.transition(partner, "activate")
        groups = {
            "editor": "Vraagbaak Editor",
            "expert": f"{IUUID(partner)}-experts",
            "collega": f"{IUUID(partner)}-experts",
            "beheer": "Site Administrators",
        }
        for name, group in groups.items():
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return functional_portal


@pytest.fixture
def record(people):
    """A visitor who records; ``as_`` says who goes on."""
    with requests.Session() as session:
        recorder = Recorder(session, people.absolute_url())

        def as_(name):
            session.auth = (user_id(name), PASSWORD) if name else None

        recorder.as_ = as_
        yield recorder


def test_a_question_from_the_asker_to_the_site(record, people):
    desk = "/vraagbaak"
    record("check-question", "POST", f"{desk}/@question-checks", {"text": "Bel mij op 06-12345678. Ik slaap slecht."})
    body = {"text": "Ik ben Jantine en word elke nacht wakker. Wat helpt?", "publish": "yes", "email": "j@example.org"}
    code = record("case-ask", "POST", f"{desk}/@cases", body).json()["code"]
    record("case-ask-refused", "POST", f"{desk}/@cases", {"text": ""})
    record("receipt-unknown", "POST", f"{desk}/@receipts", {"code": "WX7K-3M9H-F4TD-2PQR-8VNE"})

    record.as_("editor")
    listed = record("case-list", "GET", f"{desk}/@cases?state=received&owner=me").json()
    case = f"{desk}/@cases/{listed['items'][0]['number']}"
    record("figures-get", "GET", f"{desk}/@figures", most=1)
    record("case-edit", "PATCH", case, {"themes": ["slapen"], "urgency": "normal"})
    opened = record("case-original", "POST", f"{case}/original", {"purpose": "redact"}).json()
    decisions = {mark["key"]: {"choice": "remove"} for mark in opened["marks"]}
    record("case-redact", "POST", f"{case}/redaction", {"title": TITLE, "text": TEXT, "decisions": decisions})
    record("case-note", "POST", f"{case}/notes", {"text": "De Linde heeft een slaapspreekuur."})
    record("case-ask-back", "POST", f"{case}/questions-back", {"text": "Hoe lang al?"})
    record("case-conflict", "POST", f"{case}/closure", {})

    record.as_(None)
    asked = record("receipt-look", "POST", f"{desk}/@receipts", {"code": code}).json()["questions_back"][0]["id"]
    body = {"code": code, "id": asked, "text": "Een maand."}
    record("receipt-reply", "POST", f"{desk}/@receipts/replies", body)

    record.as_("editor")
    partner = IUUID(people["linde"])
    body = {"partners": [partner], "note": "Graag kort."}
    consultation = record("case-consult", "POST", f"{case}/consultations", body).json()["consultations"][0]["id"]

    record.as_("expert")
    record("consultation-list", "GET", f"{desk}/@consultations")
    here = f"{desk}/@consultations/{consultation}"
    record("consultation-get", "GET", here)
    record("consultation-discipline", "POST", f"{here}/disciplines-wanted", {"discipline": "welzijn"})
    body = {"contribution": "Kijk niet op de klok.", "discipline": "huisarts"}
    answer = record("consultation-contribute", "POST", f"{here}/contribution", body, "bijdrage-1").json()

    record.as_("editor")
    record("case-accept", "POST", f"{case}/contributions/{answer['id']}", {"decision": "accept"}, most=1)
    body = {"summary": "Sta op als je wakker ligt.", "answer_type": "general_information", "send": "yes"}
    record("case-answer", "POST", f"{case}/answer", body, most=1)
    record("case-approval", "POST", f"{case}/approval", {}, most=1)

    record.as_(None)
    found = record("receipt-answered", "POST", f"{desk}/@receipts", {"code": code}, most=1).json()["approval"]
    body = {"code": code, "answer": "yes", "hash": found["hash"]}
    record("receipt-approve", "POST", f"{desk}/@receipts/approval", body, most=1)
    record("receipt-outcome", "POST", f"{desk}/@receipts/outcome", {"code": code, "outcome": "helped"}, most=1)

    record.as_("editor")
    record("case-publish", "POST", f"{case}/publication", {}, most=1)
    record("case-withdraw", "DELETE", f"{case}/publication", most=1)

    record.as_(None)
    record("receipt-erase", "POST", f"{desk}/@receipts/erasure", {"code": code})


def test_too_often(record, monkeypatch):
    monkeypatch.setattr(receipts.wrong, "most", 0)
    # the moment at which it is free again is another one in each run
    monkeypatch.setattr(receipts.wrong, "wait", lambda *name: 600)
    record("receipt-too-often", "POST", "/vraagbaak/@receipts", {"code": "WX7K-3M9H-F4TD-2PQR-8VNE"})


def test_tokens(record):
    record.as_("beheer")
    body = {"account": "editor", "title": "Scherm in de wachtkamer", "days": 90}
    made = record("token-make", "POST", "/@service-tokens", body).json()
    record("token-refused", "POST", "/@service-tokens", {**body, "days": 1000})
    record("token-list", "GET", "/@service-tokens")
    record("token-revoke", "DELETE", f"/@service-tokens/{made['id']}")
    record.as_(None)
    record.session.headers["Authorization"] = f"Bearer {made['token']}"
    record("token-ended", "GET", "/vraagbaak/@cases")
