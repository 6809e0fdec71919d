"""Rich text of this site fetches nothing elsewhere: written before the switch or after it (A28)."""

from planted import get
from planted import PASSWORD
from planted import SITE_OWNER_NAME
from planted import turn
from plone import api
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.textfield import RichTextValue

import pytest
import requests
import transaction


EVIL = "spion.example"
TEXT = (
    f'<p>Voor</p><iframe src="https://{EVIL}/venster"></iframe><img src="https://{EVIL}/x.png" alt="Een kat">'
    f'<p style="background:url(https://{EVIL}/y)">Na</p><p><a href="https://partner.example/">Een partner</a></p>'
)
MANAGER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


def rich(text=TEXT):
    """Return a new value; one belongs to one object."""
    return RichTextValue(text, "text/html", "text/x-html-safe")


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with a page that an editor wrote."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = api.content.create(shared_portal, "Document", "stuk", title="Stuk", text=rich())
        api.content.transition(page, "publish")
        api.user.create(username="beheer", email="beheer@example.org", password=PASSWORD)
    transaction.commit()
    return shared_portal


def shown(site, path="stuk"):
    """Return what a visitor reads on a page."""
    return get(requests.Session(), f"{site.absolute_url()}/{path}").text


def save(site, name, text, **headers):
    """Write a page over REST, as an editor; return what is kept of its text."""
    answer = requests.post(
        site.absolute_url(),
        json={
            "@type": "Document",
            "id": name,
            "title": name,
            "text": {"data": text, "content-type": "text/html", "encoding": "utf-8"},
        },
        headers={"Accept": "application/json", **headers},
        auth=MANAGER,
        timeout=60,
    )
    assert answer.status_code == 201, answer.text
    transaction.begin()
    return site[name].text.raw


class TestStock:
    """Without the switch: the tests below can fail."""

    @pytest.mark.abuse("A28", stock=True)
    def test_a_visitor_asks_the_other_host(self, site):
        text = shown(site)
        assert f'<iframe src="https://{EVIL}/venster"' in text
        assert f"https://{EVIL}/x.png" in text

    def test_what_is_saved_stays_as_it_is(self, site):
        assert save(site, "nieuw", TEXT) == TEXT


@pytest.mark.abuse("A28")
class TestStrict:
    """With it."""

    @pytest.fixture(scope="class")
    def strict(self, site):
        shown(site)  # Plone keeps what it filtered in memory
        turn("html")
        return site

    def test_what_was_there_does_no_harm(self, strict):
        text = shown(strict)
        assert EVIL not in text
        assert "Voor" in text and "Na" in text and "Een kat" in text
        assert 'href="https://partner.example/"' in text
        transaction.begin()
        assert strict["stuk"].text.raw == TEXT

    def test_what_is_saved_is_clean(self, strict):
        kept = save(strict, "nieuw", TEXT)
        assert EVIL not in kept
        assert "Voor" in kept and 'href="https://partner.example/"' in kept

    def test_what_is_changed_is_clean(self, strict):
        answer = requests.patch(
            f"{strict.absolute_url()}/stuk",
            json={"text": {"data": f"<p>Anders</p>{TEXT}", "content-type": "text/html", "encoding": "utf-8"}},
            headers={"Accept": "application/json"},
            auth=MANAGER,
            timeout=60,
        )
        assert answer.status_code == 204
        transaction.begin()
        kept = strict["stuk"].text.raw
        assert EVIL not in kept and "Anders" in kept

    def test_a_picture_of_this_site_stays(self, strict):
        text = f'<p><img src="{strict.absolute_url()}/plaat/@@images/image" alt="Groen"></p>'
        assert save(strict, "eigen", text) == text
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(strict["eigen"], "publish")
        transaction.commit()
        assert "@@images/image" in shown(strict, "eigen")

    def test_undone_it_is_there_again(self, strict):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.create(strict, "Document", "oud", title="Oud")
            strict["oud"].text = rich()
            api.content.transition(strict["oud"], "publish")
        transaction.commit()
        turn("html", on=False)
        assert "iframe" in api.portal.get_registry_record("plone.valid_tags")
        assert EVIL in shown(strict, "oud")
