"""What residents see of partners and their offers, and what waits about them."""

from actors import relate
from counting import Counted
from datetime import date
from datetime import timedelta
from lxml import html
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IWorkSection
from zope.component import subscribers
from zope.interface import alsoProvides

import pytest


def make(container, portal_type, *steps, **fields):
    """Make an item as the owner of the site, and take it through these steps of its workflow."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        item = createContentInContainer(container, portal_type, checkConstraints=False, **fields)
        for step in steps:
            api.content.transition(item, step)
    return item


def link(item, name, targets):
    """Lay relations as the owner of the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        relate(item, name, targets)


@pytest.fixture
def request_(http_request):
    alsoProvides(http_request, ISamenBeterLayer)
    return http_request


@pytest.fixture
def folder(portal):
    return make(portal, "Folder", "publish", title="Partners")


@pytest.fixture
def partner(folder):
    return make(folder, "PartnerOrganisation", "activate", title="De Linde", themes=["slapen"], kind="local_care")


@pytest.fixture
def page(request_):
    """Return a page as a visitor without an account gets it."""

    def page(item, name="view", **form):
        logout()
        request_.form.clear()
        request_.form.update(form)
        return html.fromstring(api.content.get_view(name, item, request_)())

    return page


def texts(tree, path):
    """Return the texts that an XPath finds."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def links(tree, heading):
    """Return the links below a heading of the page."""
    return texts(tree, f"//h2[normalize-space()='{heading}']/following-sibling::ul[1]//a")


class TestList:
    """The partners of a folder."""

    def test_it_has_the_active_ones(self, folder, partner, page):
        make(folder, "PartnerOrganisation", title="Voorstel")
        make(folder, "PartnerOrganisation", "activate", "pause", title="Pauze")
        assert texts(page(folder, "samenbeter-partners"), "//article//h3") == ["De Linde"]

    def test_it_can_be_narrowed(self, folder, partner, page):
        make(folder, "PartnerOrganisation", "activate", title="Lucht", kind="patient_community", themes=["roken"])
        assert texts(page(folder, "samenbeter-partners", kind="patient_community"), "//article//h3") == ["Lucht"]
        assert texts(page(folder, "samenbeter-partners", theme="slapen"), "//article//h3") == ["De Linde"]
        assert "Hiervoor is nog geen partner" in texts(page(folder, "samenbeter-partners", theme="geld"), "//h3")

    def test_a_national_community_stands_out(self, folder, page):
        make(folder, "PartnerOrganisation", "activate", title="Lucht", kind="patient_community")
        tags = texts(page(folder, "samenbeter-partners"), "//*[contains(@class, 'sb-tag--info')]")
        assert tags == ["Landelijke patiëntengemeenschap"]

    def test_more_partners_take_no_more_queries(self, folder, page):
        # the menu is asked for once in a request, and the tests share one
        page(folder, "samenbeter-partners")
        counts = []
        for size in (20, 40):
            for number in range(size):
                make(folder, "PartnerOrganisation", "activate", title=f"Partner {size} {number}", kind="local_care")
            with Counted() as counted:
                page(folder, "samenbeter-partners")
            counts.append((counted.queries, counted.loaded))
        assert counts[0] == counts[1]
        assert counts[0][1] == 0


class TestPage:
    """The page of a partner."""

    def test_it_says_what_you_can_do(self, partner, page):
        make(partner, "ServiceOffer", "activate", title="Spreekuur", fees="Gratis", assured_on=date(2026, 11, 16))
        make(partner, "ServiceOffer", "activate", "close", title="Aanloop")
        make(partner, "ServiceOffer", title="Voorstel")
        make(partner, "ServiceOffer", "activate", "end", title="Voorbij")
        tree = page(partner)
        assert links(tree, "Wat kun je hier doen?") == ["Spreekuur", "Aanloop"]
        assert texts(tree, "//*[contains(@class, 'sb-tag')]")[1:] == ["Even dicht"]
        assert "Nagekeken op 16 november 2026" in tree.text_content()

    def test_it_lists_the_questions_that_it_answered(self, portal, partner, page):
        desk = make(portal, "Vraagbaak", "open", title="Vraagbaak")
        found = {}
        for title, field, steps in (
            ("Beantwoord", "partner", ("submit", "accept")),
            ("Alleen verwezen", "referrals", ("submit", "accept")),
            ("Nog niet klaar", "partner", ("submit",)),
        ):
            question = make(desk, "VraagbaakQuestion", title=title)
            answer = make(question, "VraagbaakAnswer", discipline="huisarts")
            link(answer, field, [partner] if field == "referrals" else partner)
            with api.env.adopt_user(username=SITE_OWNER_NAME):
                for step in steps:
                    api.content.transition(answer, step)
                api.portal.get_tool("portal_workflow").setStatusOf(
                    "vraagbaak_question_workflow", question, {"review_state": "published"}
                )
                workflow = api.portal.get_tool("portal_workflow").vraagbaak_question_workflow
                workflow.updateRoleMappingsFor(question)
                question.reindexObject()
                question.reindexObjectSecurity()
            found[title] = question
        assert links(page(partner), "Zij gaven antwoord op") == ["Beantwoord"]

    def test_links_lead_out_without_telling_where_from(self, folder, page):
        item = make(folder, "PartnerOrganisation", "activate", title="Weg", website="https://weg.example")
        (anchor,) = page(item).xpath("//a[@href='https://weg.example']")
        assert set(anchor.get("rel").split()) == {"external", "noopener", "noreferrer"}

    def test_three_neighbours_the_most_alike_first(self, folder, partner, page):
        make(folder, "PartnerOrganisation", "activate", title="A zelfde soort", kind="local_care")
        make(folder, "PartnerOrganisation", "activate", title="B zelfde thema", kind="municipality", themes=["slapen"])
        make(folder, "PartnerOrganisation", "activate", title="C allebei", kind="local_care", themes=["slapen"])
        make(folder, "PartnerOrganisation", "activate", title="D anders", kind="municipality", themes=["geld"])
        titles = texts(page(partner), "//section[@aria-labelledby='sb-nearby']//h3")
        assert titles == ["C allebei", "B zelfde thema", "A zelfde soort"]

    def test_more_offers_take_no_more_queries(self, partner, page):
        page(partner)
        counts = []
        for size in (20, 40):
            for number in range(size):
                make(partner, "ServiceOffer", "activate", title=f"Aanbod {size} {number}", schedule="Maandag")
            with Counted() as counted:
                tree = page(partner)
            counts.append((counted.queries, counted.loaded))
        assert len(links(tree, "Wat kun je hier doen?")) == 60
        assert counts[0] == counts[1]
        assert counts[0][1] == 0


class TestOffer:
    """The page of an offer, and who may read it."""

    def test_what_it_does_not_say_its_partner_says(self, folder, page):
        partner = make(
            folder, "PartnerOrganisation", "activate", title="P", phone="088 1", street="Plein 1", city="Stad"
        )
        offer = make(partner, "ServiceOffer", "activate", title="Spreekuur")
        tree = page(offer)
        assert texts(tree, "//dl//dd") == ["Plein 1, Stad"]
        assert tree.xpath("//section[@aria-labelledby='sb-contact']//a/@href") == ["tel:0881"]

    def test_of_a_paused_partner_nobody_reads_it(self, partner):
        offer = make(partner, "ServiceOffer", "activate", title="Spreekuur")
        logout()
        assert api.user.has_permission("View", obj=offer)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(partner, "pause")
        assert not api.user.has_permission("View", obj=offer)
        assert len(api.portal.get_tool("portal_catalog")(UID=IUUID(offer))) == 0


class TestWork:
    """What waits about partners."""

    @pytest.fixture
    def sections(self, portal, request_):
        def sections(username):
            login(portal, username)
            found = subscribers((portal, request_), IWorkSection)
            return {
                type(section).__name__: [brain.Title for brain in section.brains()]
                for section in found
                if section.available and type(section).__module__ == "samenbeter.partners.work"
            }

        return sections

    @pytest.fixture
    def manager(self, partner):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="petra", email="petra@example.org", password="een-lang-wachtwoord")
            api.group.add_user(groupname=f"{IUUID(partner)}-managers", username="petra")
        return "petra"

    @pytest.fixture
    def editor(self, portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="renske", email="renske@example.org", password="een-lang-wachtwoord")
            api.group.add_user(groupname="Vraagbaak Editor", username="renske")
        return "renske"

    @pytest.fixture
    def offers(self, folder, partner):
        """Offers that nobody confirmed for long, or never, and one that is fresh."""
        today = date.today()
        make(partner, "ServiceOffer", "activate", title="Oud", assured_on=today - timedelta(days=400))
        make(partner, "ServiceOffer", "activate", title="Nooit")
        make(partner, "ServiceOffer", "activate", title="Vers", assured_on=today - timedelta(days=30))
        make(partner, "ServiceOffer", title="Voorstel")
        other = make(folder, "PartnerOrganisation", "activate", title="Ander")
        make(other, "ServiceOffer", "activate", title="Van een ander")
        make(folder, "PartnerOrganisation", title="Nieuw")

    def test_an_editor_sees_all(self, offers, editor, sections):
        found = sections(editor)
        assert found["ProposedPartners"] == ["Nieuw"]
        assert found["ProposedOffers"] == ["Voorstel"]
        assert sorted(found["OffersToCheck"]) == ["Nooit", "Oud", "Van een ander"]
        assert found["OffersToCheck"][-1] == "Oud"
        assert "MyPartners" not in found

    def test_a_partner_manager_sees_the_own(self, offers, manager, sections):
        assert sections(manager) == {"MyPartners": ["De Linde"], "MyOffers": ["Nooit", "Oud"]}

    def test_an_expert_manages_nothing(self, offers, partner, sections):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="zara", email="zara@example.org", password="een-lang-wachtwoord")
            api.group.add_user(groupname=f"{IUUID(partner)}-experts", username="zara")
        assert sections("zara") == {}
