"""A served desk, and programs that ask it over REST in the name of each role."""

from at_the_desk import make
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.shared.service_tokens import plugin
from samenbeter.shared.service_tokens import tokens
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.rest import asking
from samenbeter.vraagbaak.rest import receipts

import requests
import transaction


PASSWORD = "een-lang-wachtwoord"
EDITOR, ELSEWHERE, ZARA, ZOE, HANS, ANNA, WIES, BOSS = "renske", "otto", "zara", "zoe", "hans", "anna", "wies", "beheer"
SECRET = "Ik heet Jantine Verhoeven en bel 06-12345678. Ik slaap slecht."
TITLE, TEXT = "Hoe slaap ik weer?", "Ik slaap slecht. Wat helpt?"


class Desk:
    """Two desks, two partners, and people of each role."""

    def __init__(self, portal):
        self.portal = portal
        self.one, self.two = (
            make(portal, "PartnerOrganisation", "activate", title=title) for title in ("De Linde", "Aan het Plein")
        )
        self.uids = (IUUID(self.one), IUUID(self.two))
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for group in ("hier", "daar"):
                api.group.create(groupname=group)
            for name, group in (
                (EDITOR, "Vraagbaak Editor"),
                (ELSEWHERE, "daar"),
                (ZARA, f"{self.uids[0]}-experts"),
                (ZOE, f"{self.uids[0]}-experts"),
                (HANS, f"{self.uids[1]}-experts"),
                (WIES, "Wijkwebber"),
                (BOSS, "Site Administrators"),
                (ANNA, None),
            ):
                api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
                if group:
                    api.group.add_user(groupname=group, username=name)
            api.group.add_user(groupname="hier", username=EDITOR)
        self.desk = make(portal, "Vraagbaak", "open", title="Hier", editors_group="hier")
        self.other = make(portal, "Vraagbaak", "open", title="Daar", editors_group="daar")
        transaction.commit()
        for limit in (asking.of_network, asking.checks, receipts.wrong, plugin.wrong, tokens.of_token):
            limit.clear()
        self.url = self.desk.absolute_url()

    def __call__(self, user, method, path, json=None, **given):
        """Send a request to the desk; return the response. What it did can be seen afterwards."""
        headers = {"Accept": "application/json", "Accept-Language": "nl", **given.pop("headers", {})}
        address = path if path.startswith("http") else f"{self.url}/{path}"
        auth = (user, PASSWORD) if user else None
        found = requests.request(
            method, address, json=json, headers=headers, auth=auth, allow_redirects=False, timeout=60, **given
        )
        transaction.begin()
        return found

    def good(self, user, method, path, json=None, **given):
        """The same, for what has to go well; return the body."""
        found = self(user, method, path, json, **given)
        assert found.status_code in (200, 201, 204), (method, path, found.status_code, found.text)
        return found.json() if found.content else None

    def ask(self, user=None, **more):
        """Ask a question; return (code, the Case)."""
        body = {"text": SECRET, "publish": "yes", "email": "vrager@example.org", **more}
        code = self.good(user, "POST", "@cases", body)["code"]
        return code, store.by_code(code)

    def redacted(self, **more):
        """Ask a question and take the personal data out; return (code, the address of the case)."""
        code, case = self.ask(**more)
        here = f"@cases/{case.number}"
        opened = self.good(EDITOR, "POST", f"{here}/original", {"purpose": "redact"})
        decisions = {mark["key"]: {"choice": "remove"} for mark in opened["marks"]}
        self.good(EDITOR, "POST", f"{here}/redaction", {"title": TITLE, "text": TEXT, "decisions": decisions})
        return code, here

    def consulted(self):
        """Give a redacted question to the first partner; return (code, the address of the case, the id)."""
        code, here = self.redacted()
        case = self.good(EDITOR, "POST", f"{here}/consultations", {"partners": [self.uids[0]], "note": "Graag kort."})
        return code, here, case["consultations"][0]["id"]


def wrong(response):
    """Return (status, type, field) of an answer that says what is wrong, in our shape."""
    found = response.json()["error"]
    assert found["message"] and "_" not in found["message"].split(" ")[0]
    assert set(found) <= {"type", "message", "field", "retry_after"}
    return response.status_code, found["type"], found.get("field")
