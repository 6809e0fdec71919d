"""A field of a form has an address of its own: nothing is saved, made or locked by asking for it."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest
import requests
import transaction


TITLE = "form.widgets.IDublinCore.title"
SAVE = {TITLE: "Gekaapt", "form.buttons.save": "Save"}
FIELDS = (
    "++widget++form.widgets.IDublinCore.title",
    "++widget++form.widgets.IDublinCore.subjects/@@getSource",
    "++widget++form.widgets.IRichTextBehavior.text/@@ploneform-render-widget",
)
FORMS = ("stuk/edit", "++add++Document", "@@site-controlpanel", "@@new-user", "@@samenbeter-shared-settings")


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with a published page, and somebody who may edit nothing."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = api.content.create(shared_portal, "Document", "stuk", title="Stuk")
        api.content.transition(page, "publish")
        api.user.create(username="lid", email="lid@example.org", password="een-lang-wachtwoord")
    transaction.commit()
    return shared_portal


def ask(site, path, auth=None, method="GET", data=None):
    """Return the status of an answer, and what the site has after it."""
    fields = {"params" if method == "GET" else "data": data or {}}
    answer = requests.request(
        method, f"{site.absolute_url()}/{path}", auth=auth, allow_redirects=False, timeout=60, **fields
    )
    transaction.begin()
    return answer, (site["stuk"].title, bool(site["stuk"].wl_isLocked()), len(site.objectIds()))


@pytest.mark.parametrize("auth", [None, ("lid", "een-lang-wachtwoord")], ids=["visitor", "member"])
class TestWithoutTheForm:
    """For who may not open the form, there is no part of it either."""

    @pytest.mark.parametrize("method", ["GET", "POST"])
    @pytest.mark.parametrize("field", FIELDS)
    def test_nothing_is_saved_and_nothing_locked(self, site, auth, method, field):
        before = ask(site, "")[1]
        for form in ("stuk/edit", "++add++Document"):
            for data in ({}, SAVE):
                answer, after = ask(site, f"{form}/{field}", auth, method, data)
                assert after == before, (form, data)
                assert answer.status_code in (302, 401, 403, 404)
                assert "Location" not in answer.headers or "login" in answer.headers["Location"]

    def test_a_setting_is_not_changed(self, site, auth):
        was = api.portal.get_registry_record("plone.site_title")
        for form in FORMS[2:]:
            answer, _after = ask(
                site,
                f"{form}/++widget++form.widgets.site_title/@@getSource",
                auth,
                data={"form.widgets.site_title": "Gekaapt", "form.buttons.save": "Save"},
            )
            assert answer.status_code in (302, 401, 403, 404), form
        assert api.portal.get_registry_record("plone.site_title") == was


class TestWithTheForm:
    """For who may open it."""

    def test_a_field_is_there(self, site):
        path = "stuk/edit/++widget++form.widgets.IDublinCore.title/@@ploneform-render-widget"
        answer, _after = ask(site, path, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
        assert answer.status_code == 200
        assert "IDublinCore-title" in answer.text

    def test_no_button_is_pressed_by_it(self, site):
        path = "stuk/edit/++widget++form.widgets.IDublinCore.subjects/@@getSource"
        _answer, after = ask(site, path, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD), "POST", SAVE)
        assert after[0] == "Stuk"
