"""Who has no account leaves nothing behind and takes nothing along, also after sending a form."""

from bs4 import BeautifulSoup
from plone import api
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.base.interfaces import ISecuritySchema
from zope.component import getAdapter

import pytest
import requests
import transaction


# page: what is sent
FORMS = {
    "/login": {"__ac_name": "niemand", "__ac_password": "onbekend", "buttons.login": "Inloggen"},
    "/login-help": {"form.widgets.recover_username": "niemand@samenbeter.example", "form.buttons.get_username": "1"},
    "/@@register": {"form.widgets.username": "niemand", "form.buttons.register": "1"},
    "/contact-info": {"form.widgets.subject": "Hallo", "form.buttons.send": "1"},
}


@pytest.fixture
def site(functional_portal):
    """A site on which people may register, and that has an address to write from."""
    # as the control panel does it
    getAdapter(functional_portal, ISecuritySchema).enable_self_reg = True
    api.portal.set_registry_record("plone.email_from_address", "buurt@samenbeter.example")
    transaction.commit()
    return functional_portal.absolute_url()


@pytest.mark.abuse("A65")
@pytest.mark.parametrize("path", FORMS)
def test_a_visitor_who_sends_a_form_gets_no_cookie(site, path):
    form = requests.get(site + path, timeout=60)
    token = BeautifulSoup(form.text, "html.parser").find("input", {"name": "_authenticator"})
    sent = {**FORMS[path], "_authenticator": token["value"] if token else ""}
    for answer in (form, requests.post(site + path, data=sent, timeout=60)):
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers


def test_a_cookie_that_is_there_is_taken_away(site):
    session = requests.Session()
    session.post(
        f"{site}/login",
        data={"__ac_name": TEST_USER_NAME, "__ac_password": TEST_USER_PASSWORD, "buttons.login": "Inloggen"},
        timeout=60,
    )
    assert "__ac" in session.cookies
    session.get(f"{site}/@@logout", timeout=60)
    assert "__ac" not in session.cookies
