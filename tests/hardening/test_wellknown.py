"""What machines look for below /.well-known/."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from planted import get
from planted import SITE_OWNER_NAME
from plone import api
from samenbeter.hardening.wellknown import contact_address
from samenbeter.shared import clock

import pytest
import requests
import transaction


@pytest.mark.parametrize(
    "text, address",
    [
        ("lek@wijk.example", "mailto:lek@wijk.example"),
        ("mailto:lek@wijk.example", "mailto:lek@wijk.example"),
        ("https://wijk.example/lek", "https://wijk.example/lek"),
        ("tel:+31-20-1234567", "tel:+31-20-1234567"),
        ("http://wijk.example/lek", ""),
        ("lek@wijk.example\nContact: mailto:spion@example.org", ""),
        ("bel ons", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_contact_is_an_address(text, address):
    assert contact_address(text) == address


def settings(**values):
    """Fill in settings of the room, and commit that."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, value in values.items():
            api.portal.set_registry_record(f"samenbeter.hardening.{name}", value)
    transaction.commit()


def ask(portal, name):
    """Return the answer to a visitor."""
    return get(requests.Session(), f"{portal.absolute_url()}/.well-known/{name}", accept="*/*")


class TestWellKnown:
    """Over HTTP, without an account."""

    def test_without_a_contact_and_a_day_there_is_no_security_txt(self, shared_portal):
        assert ask(shared_portal, "security.txt").status_code == 404
        settings(security_contact="lek@wijk.example")
        assert ask(shared_portal, "security.txt").status_code == 404

    def test_security_txt_is_as_rfc_9116_has_it(self, shared_portal):
        until = clock.today() + timedelta(days=200)
        settings(
            security_contact="lek@wijk.example", security_expires=until, security_policy="https://wijk.example/lek"
        )
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.portal.set_registry_record("samenbeter.privacy.site_url", "https://wijk.example/")
        transaction.commit()
        answer = ask(shared_portal, "security.txt")
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
        assert "Set-Cookie" not in answer.headers
        fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
        assert datetime.fromisoformat(fields.pop("Expires")).date() == until
        assert fields == {
            "Contact": "mailto:lek@wijk.example",
            "Preferred-Languages": "nl, en",
            "Policy": "https://wijk.example/lek",
            "Canonical": "https://wijk.example/.well-known/security.txt",
        }

    def test_after_its_day_it_is_gone(self, shared_portal):
        settings(security_contact="lek@wijk.example", security_expires=clock.today() - timedelta(days=1))
        assert ask(shared_portal, "security.txt").status_code == 404

    def test_gpc_json_says_that_nothing_is_sold(self, shared_portal):
        answer = ask(shared_portal, "gpc.json")
        assert answer.headers["Content-Type"].startswith("application/json")
        said = answer.json()
        assert said["gpc"] is True
        assert date.fromisoformat(said["lastUpdate"])

    def test_change_password_leads_to_that_page(self, shared_portal):
        answer = ask(shared_portal, "change-password")
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{shared_portal.absolute_url()}/@@change-password"

    @pytest.mark.parametrize("name", ["", "niets", "security.txt/x", "security.txt/security.txt"])
    def test_there_is_nothing_else(self, shared_portal, name):
        assert ask(shared_portal, name).status_code == 404
