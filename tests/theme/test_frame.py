"""Our frame: every page of Plone works in it, it costs little, and it can be left out."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.CMFPlone.browser import main_template
from unittest.mock import patch

import pathlib
import pytest
import re
import requests
import samenbeter.theme
import transaction


STOCK = pathlib.Path(main_template.__file__).parent / "templates" / "main_template.pt"
OURS = pathlib.Path(samenbeter.theme.__file__).parent / "templates" / "main_template.pt"


def names(path, kind):
    return set(re.findall(rf'{kind}="([\w-]+)"', path.read_text("utf-8")))


@pytest.mark.parametrize("kind", ["define-slot", "define-macro"])
def test_the_frame_has_every_slot_and_macro_of_the_stock_template(kind):
    assert names(STOCK, kind) <= names(OURS, kind)


@pytest.fixture
def site(functional_portal):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        folder = api.content.create(functional_portal, "Folder", "openbaar", title="Openbaar")
        api.content.transition(folder, "publish")
        api.content.create(functional_portal, "Folder", "geheim", title="Geheim")
        functional_portal.setLayout("samenbeter-front")
    transaction.commit()
    return functional_portal


def get(url, **kw):
    return requests.get(url, headers={"Accept": "text/html"}, timeout=60, **kw)


def test_the_menu_names_only_what_the_visitor_may_see(site):
    visitor, owner = (
        get(site.absolute_url()).text,
        get(site.absolute_url(), auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)).text,
    )
    assert "Openbaar" in visitor and "Geheim" not in visitor
    assert "Geheim" in owner


@pytest.mark.parametrize("path", ["", "/openbaar", "/login", "/@@search", "/sitemap", "/bestaat-niet"])
def test_a_page_has_one_heading_one_main_and_a_skip_link(site, path):
    page = get(site.absolute_url() + path).text
    assert len(re.findall(r"<h1[\s>]", page)) == 1
    assert len(re.findall(r"<main[\s>]", page)) == 1
    assert page.index('class="sb-skip"') < page.index("<header")
    assert 'lang="nl"' in page


def test_our_own_page_sends_a_visitor_no_script_and_no_cookie(site):
    answer = get(site.absolute_url())
    # what search engines read is data, no script
    assert "<script" not in answer.text.replace('<script type="application/ld+json">', "")
    assert "style=" not in answer.text
    assert "Set-Cookie" not in answer.headers
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!localhost)', answer.text)


def test_a_visitors_page_is_not_parsed_again(site):
    url = site.absolute_url()
    get(url)
    # Diazo's transform, and that of plone.protect, which puts tokens into the forms of members
    parsers = ("plone.app.theming.transform.ThemeTransform", "plone.protect.auto.ProtectTransform")
    with (
        patch(f"{parsers[0]}.parseTree", side_effect=AssertionError),
        patch(f"{parsers[1]}.parseTree", side_effect=AssertionError),
    ):
        assert get(url).status_code == 200
    assert get(url).headers["X-Theme-Disabled"] == "1"


def test_without_the_frame_a_site_keeps_its_own_theme(site):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.portal.set_registry_record("samenbeter.theme.frame", False)
    transaction.commit()
    page = get(f"{site.absolute_url()}/login")
    assert page.status_code == 200
    assert "sb-skip" not in page.text
    assert "X-Theme-Disabled" not in page.headers
    assert get(site.absolute_url()).status_code == 200


def test_health_says_ok_to_a_get(site):
    answer = get(f"{site.absolute_url()}/@@health")
    assert (answer.status_code, answer.text, answer.headers["Cache-Control"]) == (200, "ok\n", "no-store")
