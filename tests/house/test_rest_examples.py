"""The REST pairs that docs/reference/rest.rst shows: recorded here, compared in every run."""

from actors import PASSWORD
from actors import user_id
from examples import Recorder
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.vraagbaak.runner import threads

import base64
import io
import PIL.Image
import pytest
import requests
import transaction


RICH = {"content-type": "text/html", "encoding": "utf-8"}


def picture():
    """Return a small PNG as REST takes it."""
    stream = io.BytesIO()
    PIL.Image.new("RGB", (40, 30), "green").save(stream, "PNG")
    return {
        "data": base64.b64encode(stream.getvalue()).decode(),
        "encoding": "base64",
        "filename": "plein.png",
        "content-type": "image/png",
    }


@pytest.fixture
def record(functional_portal):
    """An editor who records, in a site with a desk and a folder of partners."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username="editor", email="editor@example.org", password=PASSWORD)
        api.group.add_user(groupname="Vraagbaak Editor", username="editor")
        for name in ("partners", "modules", "verhalen"):
            folder = api.content.create(functional_portal, "Folder", name, title=name.title())
            api.content.transition(folder, "publish")
        desk = api.content.create(functional_portal, "Vraagbaak", "vraagbaak", title="Vraagbaak")
        api.content.transition(desk, "open")
    transaction.commit()
    with requests.Session() as session:
        session.auth = (user_id("editor"), PASSWORD)
        yield Recorder(session, functional_portal.absolute_url())


def test_partner_and_offer(record):
    partner = record.create(
        "partner-create",
        "/partners",
        {
            "@type": "PartnerOrganisation",
            "title": "De Voorbeeldpost",
            "description": "Koffie en raad.",
            "kind": "local_care",
            "disciplines": ["huisarts"],
            "themes": ["slapen"],
            "opening_hours": "ma-vr 9.00-17.00",
            "website": "https://voorbeeldpost.example",
            "logo": picture(),
        },
        "de-voorbeeldpost",
    )
    record("partner-activate", "POST", f"{partner}/@workflow/activate", {})
    offer = record.create(
        "offer-create",
        partner,
        {
            "@type": "ServiceOffer",
            "title": "Slaapspreekuur",
            "schedule": "Woensdag van 9.00 tot 12.00 uur",
            "fees": "Gratis",
            "assured_on": "2026-11-01",
        },
        "slaapspreekuur",
    )
    record("offer-activate", "POST", f"{offer}/@workflow/activate", {})
    record("partner-get", "GET", partner)


def test_question_from_draft_to_published(record):
    partner = record.create(
        "partner-create-short", "/partners", {"@type": "PartnerOrganisation", "title": "De Post"}, "de-post"
    )
    record.session.post(f"{record.base}{partner}/@workflow/activate", json={}, headers={"Accept": "application/json"})
    question = record.create(
        "question-create",
        "/vraagbaak",
        {
            "@type": "VraagbaakQuestion",
            "title": "Hoe slaap ik weer in?",
            "question": "Ik word elke nacht wakker.",
            "other_wordings": ["wakker liggen"],
            "themes": ["slapen"],
            "consulted": [partner],
        },
        "vraag-1",
    )
    record("question-consult", "POST", f"{question}/@workflow/consult", {})
    contribution = record.create(
        "answer-create",
        question,
        {
            "@type": "VraagbaakAnswer",
            "contribution": {**RICH, "data": "<p>Kijk niet op de klok.</p>"},
            "discipline": "huisarts",
            "partner": partner,
            "referrals": [partner],
            "referral_reason": "Daar is een spreekuur.",
        },
        "bijdrage-1",
    )
    record("answer-submit", "POST", f"{contribution}/@workflow/submit", {})
    record("answer-accept", "POST", f"{contribution}/@workflow/accept", {})
    record(
        "question-edit",
        "PATCH",
        question,
        {"summary": {**RICH, "data": "<p>Sta op als je wakker ligt.</p>"}, "answer_type": "general_information"},
    )
    record("question-review", "POST", f"{question}/@workflow/review", {})
    record("question-publish", "POST", f"{question}/@workflow/publish", {})
    record("search", "GET", "/@search?portal_type=VraagbaakQuestion&sb_themes=slapen&metadata_fields=sb_disciplines")
    record("question-get", "GET", contribution.rpartition("/")[0] + "?expand=workflow")


def test_question_cannot_be_published_without_an_answer(record):
    question = record.create(
        "question-create-short", "/vraagbaak", {"@type": "VraagbaakQuestion", "title": "Leeg?"}, "vraag-2"
    )
    record.session.post(f"{record.base}{question}/@workflow/review", json={}, headers={"Accept": "application/json"})
    record("question-publish-refused", "POST", f"{question}/@workflow/publish", {})


def test_personal_data_in_a_text(record):
    question = record.create(
        "marks-question",
        "/vraagbaak",
        {
            "@type": "VraagbaakQuestion",
            "title": "Wie helpt mij?",
            "question": "Bel mij op 06-12345678.",
            "answer_type": "general_information",
            "summary": {**RICH, "data": "<p>Dat doet de buurt.</p>"},
        },
        "vraag-3",
    )
    record.session.post(f"{record.base}{question}/@workflow/review", json={}, headers={"Accept": "application/json"})
    record("marks-get", "GET", f"{question}/@personal-data-marks")
    record("marks-refused", "POST", f"{question}/@workflow/publish", {})
    record("bsn-refused", "PATCH", question, {"question": "Mijn BSN is 111222333."})


def test_import(record):
    good = {
        "id": "kaart-1",
        "canonical": "https://bron.example/kaart",
        "question": "Waar haal ik een kaart op?",
        "introduction": "<p>Bij het loket.</p>",
        "content": [{"paragraphtitle": "Meenemen", "paragraph": "<p>Neem een foto mee.</p>"}],
        "authorities": ["Ministerie van Kaarten"],
        "themes": ["Overheid en democratie"],
        "lastmodified": "2026-11-01T09:00:00Z",
        "license": "CC0 1.0 Universal",
    }
    broken = {"id": "kaart-2", "question": ""}
    job = record.create("import-create", "/vraagbaak/@imports", {"data": [good, broken]}, "import-1")
    for thread in list(threads.values()):
        thread.join(60)
    record("import-get", "GET", job)
    record("import-finished", "PATCH", job, {"state": "stopped"})
    record("import-refused", "POST", "/vraagbaak/@imports", {"url": "http://bron.example/faq"})
    record("import-list", "GET", "/vraagbaak/@imports")


def test_module(record):
    record.create(
        "module-create",
        "/modules",
        {
            "@type": "EHealthModule",
            "title": "Beter slapen",
            "duration": "5 weken",
            "costs": "Gratis",
            "data_asked": ["je e-mailadres"],
            "retention": "30 dagen",
            "protocol": "link",
            "launch_url": "https://maker.example/slapen",
        },
        "beter-slapen",
    )


def test_story(record):
    record.create(
        "story-create",
        "/verhalen",
        {
            "@type": "SuccessStory",
            "title": "Ria slaapt weer door",
            "situation": "Om drie uur was ik wakker.",
            "quote_by": "Ria",
        },
        "verhaal-1",
    )


def test_errors_name_the_field(record):
    record(
        "error-field",
        "POST",
        "/partners",
        {"@type": "PartnerOrganisation", "title": "Fout", "opening_hours": "soms", "website": "javascript:alert(1)"},
    )


def test_settings(record, functional_portal):
    record.session.auth = ("editor", PASSWORD)
    record("settings-refused", "GET", "/@controlpanels/samenbeter-shared")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.group.add_user(groupname="Site Administrators", username="editor")
    transaction.commit()
    record("settings-edit", "PATCH", "/@controlpanels/samenbeter-shared", {"neighbourhood": "De Ploeg"})
    record("settings-terms-refused", "PATCH", "/@controlpanels/samenbeter-shared", {"themes": ["Slapen zonder streep"]})


def test_entry_codes(record):
    code = {"kind": "poster", "title": "Poster in de Lindehof", "target": "/vraagbaak", "code": "lindehof-poster"}
    record("entry-create", "POST", "/@entry-codes", code)
    record("entry-refused", "POST", "/@entry-codes", {**code, "code": "", "target": "https://elsewhere.example"})
    record("entry-list", "GET", "/@entry-codes")
    record("entry-end", "DELETE", "/@entry-codes/lindehof-poster")


def test_privacy(record, functional_portal):
    made = record("consent-create", "POST", "/@consents", {"purpose": "samenbeter.contact", "answer": "yes"})
    consent = made.json()["@id"].removeprefix(record.base)
    record("consent-refused", "POST", "/@consents", {"purpose": "samenbeter.contact", "answer": "maybe"})
    record("consent-list", "GET", "/@consents")
    record("personal-data", "GET", "/@personal-data", most=1)
    record("consent-delete", "DELETE", consent)
    record("consent-unknown", "DELETE", f"/@consents/{'0' * 8}")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.group.add_user(groupname="Privacy Officer", username="editor")
    transaction.commit()
    record("processing-activities", "GET", "/@processing-activities", most=1)
    record.session.auth = None
    record("privacy-policies", "GET", "/@privacy-policies", most=1)
