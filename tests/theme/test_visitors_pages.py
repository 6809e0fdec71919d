"""What a visitor's browser fetches: our stylesheet, our font, our module. Editors get Plone's own tools."""

from actors import session_of
from actors import Stage
from lxml import html
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from plone.base.interfaces import IBundleRegistry
from plone.registry.interfaces import IRegistry
from stock import fill
from stock import PAGES
from zope.component import getUtility

import pathlib
import pytest
import requests
import samenbeter.theme
import transaction


STATIC = pathlib.Path(samenbeter.theme.__file__).parent / "static"
OURS = ("samenbeter.css", "samenbeter.js")
PLONES = ("barceloneta.min.css", "bundle.min.js")
# a page of ours, and what is not there
ALSO = {"front": "", "not there": "bestaat-niet", "search": "@@search?SearchableText=stukje"}


@pytest.fixture(scope="class")
def site(shared_portal):
    Stage(shared_portal)
    fill(shared_portal)
    return shared_portal


def page(site, path, who=None):
    with session_of(who or "anonymous", "text/html") as http:
        answer = http.get(f"{site.absolute_url()}/{path}")
    return html.fromstring(answer.text)


def fetched(tree):
    """Return the names of the stylesheets and scripts that a page links."""
    links = [link.get("href") for link in tree.xpath("//link[contains(@rel, 'stylesheet')]")]
    links += [script.get("src") for script in tree.xpath("//script[@src]")]
    return [link.rpartition("/")[2] for link in links]


class TestVisitors:
    """Somebody without the toolbar."""

    @pytest.mark.abuse("A65")
    @pytest.mark.parametrize("path", [*PAGES.values(), *ALSO.values()])
    def test_a_page_links_our_stylesheet_and_module_only(self, site, path):
        """And nothing of it is written in the page itself."""
        tree = page(site, path)
        found = fetched(tree)
        assert found.count("samenbeter.css") == 1
        assert set(found) <= set(OURS)
        assert not tree.xpath("//script[not(@src) and not(contains(@type, 'json'))] | //style | //*[@onclick]")
        assert not [name for name in tree.body.attrib if name.startswith("data-")]
        assert tree.get("data-bs-theme") == "auto"

    @pytest.mark.parametrize("path", ["@@personal-information", "@@personal-preferences", "@@change-password"])
    def test_so_do_the_pages_of_a_resident_with_an_account(self, site, path):
        tree = page(site, path, "resident")
        assert tree.xpath("//main//form//*[self::input[@type!='hidden'] or self::select]")
        # plone.protect's own, for what has jQuery: a few KB that do nothing here
        assert set(fetched(tree)) - {"++resource++protect.js"} == set(OURS)

    def test_what_is_fetched_is_small(self):
        assert (STATIC / "samenbeter.js").stat().st_size < 6_000
        assert (STATIC / "samenbeter.css").stat().st_size < 80_000

    def test_the_font_is_fetched_with_the_stylesheet(self, site):
        (font,) = page(site, "").xpath("//link[@as='font']/@href")
        assert requests.get(font, timeout=60).status_code == 200

    def test_our_own_page_without_a_form_has_no_script(self, site):
        assert fetched(page(site, "bestaat-niet")) == ["samenbeter.css"]


class TestPlonesTools:
    """Who works on content has them; a site may give them to visitors."""

    @pytest.fixture(autouse=True)
    def nothing_stays(self, site):
        yield
        transaction.begin()
        api.portal.set_registry_record("samenbeter.theme.scripted_pages", [])
        registry = getUtility(IRegistry)
        for name in [name for name in registry.records if name.startswith("plone.bundles/anders")]:
            del registry.records[name]
        transaction.commit()

    @pytest.mark.parametrize("path", ["proef/stuk", "proef/stuk/edit", "proef/folder_contents"])
    def test_an_editor_has_them_and_ours(self, site, path):
        found = fetched(page(site, path, "manager"))
        assert {*PLONES, *OURS, "editors.js"} <= set(found)
        # by the resource registry, after Plone's
        assert found.index("samenbeter.css") > found.index("barceloneta.min.css")

    @pytest.mark.parametrize("named", ["document_view", "Document", "*"])
    def test_a_site_gives_them_to_visitors_by_page_type_or_all(self, site, named):
        api.portal.set_registry_record("samenbeter.theme.scripted_pages", [named])
        transaction.commit()
        assert set(PLONES) <= set(fetched(page(site, "proef/stuk")))
        others = fetched(page(site, "contact-info"))
        assert ("bundle.min.js" in others) == (named == "*")

    @pytest.mark.parametrize("depends, there", [("", True), ("plone", False)])
    def test_another_add_ons_bundle_is_there_unless_it_needs_plones(self, site, depends, there):
        """What is left out leaves no hole: the rest of the page is whole."""
        record = getUtility(IRegistry).registerInterface(IBundleRegistry, prefix="plone.bundles/anders")
        bundle = getUtility(IRegistry).forInterface(IBundleRegistry, prefix="plone.bundles/anders", check=False)
        assert record is None
        bundle.enabled = True
        bundle.jscompilation = "++plone++samenbeter/editors.js"
        bundle.csscompilation = "++plone++samenbeter/paper.css"
        bundle.depends = depends
        transaction.commit()
        found = fetched(page(site, "proef/stuk"))
        assert ("editors.js" in found, "paper.css" in found) == (there, there)
        assert "samenbeter.css" in found

    def test_the_message_after_saving_says_only_what_was_done(self, site):
        with session_of("manager", "text/html") as http:
            url = f"{site.absolute_url()}/proef/stukje-1/edit"
            form = html.fromstring(http.get(url).text).get_element_by_id("form")
            answer = http.post(url, data=[*form.form_values(), ("form.buttons.save", "x")])
        (message,) = html.fromstring(answer.text).find_class("portalMessage")
        assert message.text_content().strip() == "Wijzigingen zijn opgeslagen"
        assert message.get("role") == "status"


class TestEasyForm:
    """A form of that add-on, for a visitor whose browser runs no script."""

    @pytest.fixture(scope="class")
    def form_url(self, shared_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            applyProfile(shared_portal, "collective.easyform:default")
            form = api.content.create(shared_portal, "EasyForm", "formulier", title="Formulier")
            form.actions_model = "<model xmlns='http://namespaces.plone.org/supermodel/schema'><schema/></model>"
            api.content.transition(form, "publish")
        transaction.commit()
        return form.absolute_url()

    def test_it_is_filled_in_and_sent(self, form_url):
        http = requests.Session()
        tree = html.fromstring(http.get(form_url, timeout=60).text)
        assert set(fetched(tree)) == set(OURS)
        (form,) = [one for one in tree.forms if one.xpath(".//*[@name='form.widgets.topic']")]
        values = dict(form.form_values()) | {"form.buttons.submit": "Verzenden"}
        empty = http.post(form.action, data=values, timeout=60)
        assert html.fromstring(empty.text).get_element_by_id("sb-errors") is not None
        values |= {
            "form.widgets.replyto": "anna@example.org",
            "form.widgets.topic": "Hallo",
            "form.widgets.comments": "Dag",
        }
        sent = http.post(form.action, data=values, timeout=60)
        assert sent.status_code == 200
        assert "sb-errors" not in sent.text
        assert "form.widgets.topic" not in sent.text
