"""A text does not become public while somebody still has to look at personal data in it."""

from gate_site import build
from gate_site import Editor
from gate_site import make
from gate_site import program
from gate_site import publish
from gate_site import question
from gate_site import rich
from gate_site import state_of
from gate_site import USERS
from my_rights import Visitor
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Products.CMFCore.WorkflowCore import WorkflowException
from samenbeter.privacy import marking
from samenbeter.privacy.marking import Marked
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.gates import trust
from zope.lifecycleevent import modified

import pytest
import transaction


pytestmark = pytest.mark.abuse("A43")
NAME = "Ik heet Ria en slaap slecht."
# type: (fields, states on the way, step that makes it public)
GATED = {
    "VraagbaakQuestion": ({"summary": rich, "answer_type": "see_gp"}, "review", "publish"),
    "VraagbaakAnswer": ({"discipline": "huisarts"}, "submit", "accept"),
    "PartnerOrganisation": ({}, "", "activate"),
    "ServiceOffer": ({}, "", "activate"),
    "EHealthModule": ({}, "request_check", "publish"),
    "SuccessStory": ({"step": "Stap", "result": "Nu", "quote_by": "R."}, "request_consent review", "publish"),
    "Event": ({}, "", "publish"),
}
TEXTS = {"VraagbaakAnswer": "contribution", "SuccessStory": "situation", "Event": "registration"}


@pytest.fixture(scope="class")
def site(shared_portal):
    """The site with a detector of a few lines."""
    return build(shared_portal)


class TestSteps:
    """Each step that lets everybody read an item, in each way to take it."""

    def test_over_rest(self, site):
        """The answer says the kinds, not the words; nothing changes, also no date."""
        item = question(site, question=f"{NAME} Bel 06-12345678 of mail ria@example.org.")
        answer = publish(item)
        assert answer.status_code == 400
        assert answer.json()["error"]["message"] == (
            "Dit kan nog niet openbaar. Kijk eerst de persoonsgegevens na: "
            "een telefoonnummer, een e-mailadres, een naam."
        )
        assert (state_of(item), item.effective_date) == ("in_review", None)

    @pytest.mark.parametrize("name", ["", *USERS])
    def test_by_each_role(self, site, name):
        """Who may not publish anyway hears nothing of what is in it."""
        item = question(site, title=NAME)
        answer = publish(item, name)
        assert answer.status_code >= 400
        assert ("een naam" in answer.text) == (name in ("redactie", "collega"))
        assert state_of(item) == "in_review"

    def test_on_the_page(self, site):
        """The button leads back to the item, which says why."""
        item = question(site, title=NAME)
        editor = Visitor(site, "redactie")
        editor.get(f"vraagbaak/{item.getId()}")
        assert "Er staan nog persoonsgegevens in" in editor.text
        assert editor.page.xpath("//main//a[contains(@href, '@@persoonsgegevens')]")
        (form,) = editor.page.xpath("//main//form[.//input[@value='publish']]")
        editor.answer = editor.http.post(form.action, data=dict(form.fields), timeout=60)
        assert "Kijk eerst de persoonsgegevens na: een naam" in editor.answer.text
        assert state_of(item) == "in_review"

    def test_by_the_folder_and_by_a_script(self, site):
        """The last line is behind all of them."""
        item = question(site, title=NAME)
        tool = api.portal.get_tool("portal_workflow")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            with pytest.raises(WorkflowException, match="een naam") as refusal:
                tool.doActionFor(item, "publish")
            assert "Ria" not in str(refusal.value)
        editor = Visitor(site, "redactie")
        editor.get(f"vraagbaak/{item.getId()}")
        data = {"selection": f'["{item.UID()}"]', "transition": "publish", "_authenticator": editor.token()}
        editor.http.post(f"{editor.base}/vraagbaak/@@fc-workflow", data=data, timeout=60)
        assert state_of(item) == "in_review"

    @pytest.mark.parametrize("portal_type", GATED)
    def test_each_type(self, site, portal_type):
        """Refused with a name in a text, done without it."""
        fields, way, step = GATED[portal_type]
        name = TEXTS.get(portal_type, "title")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            places = {"VraagbaakAnswer": lambda: question(site), "ServiceOffer": lambda: site.map.objectValues()[0]}
            where = places.get(portal_type, lambda: site.map)()
            made = {key: value("<p>Goed.</p>") if value is rich else value for key, value in fields.items()}
            made = {"title": "Iets", "situation": "Toen.", **made}
            made[name] = rich(f"<p>{NAME}</p>") if name == "contribution" else NAME
            item = make(where, portal_type, **made)
            tool = api.portal.get_tool("portal_workflow")
            ready = "request_consent review request_check".split()
            for before in way.split():
                if portal_type == "EHealthModule" and before in ready:
                    item.supplier, item.data_kept, item.retention = True, "Niets", "Kort"
                    item.policy_url, item.policy_version = "https://maker.example/privacy", "1"
                tool.doActionFor(item, before)
            with pytest.raises(WorkflowException, match="een naam"):
                tool.doActionFor(item, step)
            setattr(item, name, rich("<p>Goed.</p>") if name == "contribution" else "Ik slaap slecht.")
            tool.doActionFor(item, step)
        transaction.abort()

    def test_a_step_that_hides_is_free(self, site):
        """Taking back must always be possible."""
        item = question(site, title="Wie helpt?")
        assert publish(item).status_code == 200
        transaction.begin()
        item.title = NAME
        transaction.commit()
        assert publish(item, step="withdraw").status_code == 200

    def test_of_a_text_that_everybody_reads_already_the_pages_say_so(self, site):
        """Somebody put it in after it was published; the page of the text says it too."""
        item = question(site)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(item, "publish")
            item.question = NAME
            modified(item)
        transaction.commit()
        page = Editor(site, "redactie", item)
        assert "Iedereen leest deze tekst al. Kijk dit nu na: 1." in page.text
        page.get(f"vraagbaak/{item.getId()}")
        assert "Iedereen leest dit al, en er staan persoonsgegevens in." in page.text

    def test_what_is_public_anyway_is_no_mark(self, site):
        """The number of a partner, and its name."""
        item = question(site, question="Bel 06-87654321. Daar heet Huiskamer iedereen welkom.")
        assert publish(item).status_code == 200

    def test_pages_of_plone_are_free(self, site):
        """A site with our add-on keeps its own way with its own pages."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            page = api.content.create(site, "Document", "over-ons", title="Over ons", description=NAME)
            api.content.transition(page, "publish")
            assert not IHasPersonalData.providedBy(page)
        transaction.abort()


class TestTrust:
    """What was public where it came from is public here."""

    def test_only_those_words_are_trusted(self, site):
        """What somebody writes in it afterwards is looked at."""
        item = question(site, question=NAME)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            trust(item)
        transaction.commit()
        assert not IHasPersonalData.providedBy(item)
        assert Marked(item).decisions
        program("redactie").patch(item.absolute_url(), json={"title": "Ik heet Bea"}, timeout=60)
        assert publish(item).status_code == 400
        program("redactie").patch(item.absolute_url(), json={"title": "Hoe slaap ik?"}, timeout=60)
        assert publish(item).status_code == 200


class TestKnowing:
    """Lists and pages know of a mark without reading a text."""

    def test_an_item_is_marked_when_it_is_saved(self, site):
        """And no more when the words are gone."""
        item = question(site, title=NAME)
        assert IHasPersonalData.providedBy(item)
        url = item.absolute_url()
        assert program("redactie").patch(url, json={"title": "Ik slaap slecht"}, timeout=60).status_code == 204
        transaction.begin()
        assert not IHasPersonalData.providedBy(item)

    def test_it_stands_on_mijn_werk(self, site):
        """In a list of its own, for editors."""
        item = question(site, title="Hoe nu verder?", question=NAME)
        editor = Visitor(site, "redactie")
        editor.get("@@mijn-werk")
        section = editor.page.xpath("//section[./h2[contains(., 'Er staan nog persoonsgegevens in')]]")[0]
        assert item.absolute_url() in section.xpath(".//a/@href")
        wijk = Visitor(site, "wijk")
        wijk.get("@@mijn-werk")
        assert "Er staan nog persoonsgegevens in" not in wijk.text

    def test_a_page_reads_no_text(self, site, monkeypatch):
        """The page of an item costs an editor nothing, however long its text is."""
        item = question(site, question=NAME, other_wordings=[f"{NAME} {number}" for number in range(100)])
        asked = []
        monkeypatch.setattr(marking, "free_texts", lambda obj: asked.append(obj) or [])
        editor = Visitor(site, "redactie")
        editor.get(f"vraagbaak/{item.getId()}")
        assert "Er staan nog persoonsgegevens in" in editor.text
        Visitor(site).get(f"vraagbaak/{item.getId()}")
        assert asked == []
        program("redactie").get(f"{item.absolute_url()}/@personal-data-marks", timeout=60)
        assert len(asked) == 1

    def test_partners_are_only_looked_at_for_a_mark(self, site, monkeypatch):
        """What has no mark costs no query."""
        looked = []
        monkeypatch.setattr(marking.PublicWords, "names", lambda self, words: looked.append(1) or [])
        question(site, title="Wie helpt?")
        assert looked == []
        question(site, title=NAME)
        assert looked
