"""What residents see of e-Health modules, and that the label is honest."""

from actors import relate
from counting import Counted
from lxml import html
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from samenbeter.ehealth import label
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IWorkSection
from zope.component import subscribers
from zope.interface import alsoProvides

import pytest


CODED = ("sns", "hti_1_1", "hti_2_0")
START = "https://start.example/begin"
WHOLE = {
    "data_kept": "Je antwoorden.",
    "retention": "30 dagen",
    "policy_url": "https://maker.example/privacy",
    "policy_version": "3",
    "launch_url": START,
}


class TestLabel:
    """Pure functions: what the supplier gets follows from how the module starts."""

    @pytest.mark.parametrize("protocol", CODED)
    def test_a_launch_gives_a_code_only(self, protocol):
        rows = label.starting(protocol)
        assert [row.icon for row in rows] == ["cross"] * 4 + ["check"]
        assert rows[-1].value == label.A_CODE

    def test_a_link_promises_nothing_about_what_the_supplier_asks(self):
        rows = label.starting("link")
        assert [row.value for row in rows] == [label.NOT_BY_US] * 4 + [label.NO]
        assert label.promise("link", ["je naam"]) == "label_promise_link"
        assert label.promise("link", []) == "label_promise_nothing"

    @pytest.mark.parametrize("protocol", ("link", *CODED))
    def test_each_supplier_has_the_same_rows(self, protocol):
        assert [row.term for row in label.starting(protocol)] == [*label.WHO, label.PSEUDONYM]

    def test_what_is_asked_is_a_yes_each(self):
        assert [(row.term, row.icon) for row in label.during(["je naam", "je slaap"])] == [
            ("je naam", "check"),
            ("je slaap", "check"),
        ]
        assert [row.value for row in label.during([])] == [label.NO]

    def test_afterwards(self):
        assert [row.value for row in label.afterwards("30 dagen", True, "Nederland")] == [
            "30 dagen",
            label.YES,
            "Nederland",
        ]
        assert [row.value for row in label.afterwards(None, False, None)] == [label.NO]


def make(container, portal_type, *steps, **fields):
    """Make an item as the owner of the site, and take it through these steps of its workflow."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        item = createContentInContainer(container, portal_type, checkConstraints=False, **fields)
        for step in steps:
            api.content.transition(item, step)
    return item


@pytest.fixture
def request_(http_request):
    alsoProvides(http_request, ISamenBeterLayer)
    return http_request


@pytest.fixture
def folder(portal):
    return make(portal, "Folder", "publish", title="Modules")


@pytest.fixture
def supplier(portal):
    return make(portal, "PartnerOrganisation", "activate", title="Rustpunt", kind="module_supplier")


@pytest.fixture
def module(folder, supplier):
    """Make a module with a whole label, and bring it to a state."""

    def module(*steps, title="Slapen", **fields):
        item = make(folder, "EHealthModule", title=title, **{**WHOLE, **fields})
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            relate(item, "supplier", supplier)
            for step in steps or ("request_check", "publish"):
                api.content.transition(item, step)
        return item

    return module


@pytest.fixture
def source(request_):
    """Return the HTML of a page as a visitor without an account gets it."""

    def source(item, name="view", **form):
        logout()
        request_.form.clear()
        request_.form.update(form)
        return api.content.get_view(name, item, request_)()

    return source


class TestPage:
    """The page of a module."""

    def test_a_link_leads_out_and_says_so(self, module, source):
        tree = html.fromstring(source(module(protocol="link", data_asked=["je naam"])))
        (anchor,) = tree.xpath(f"//a[@href='{START}']")
        assert set(anchor.get("rel").split()) == {"external", "noopener", "noreferrer"}
        text = " ".join(tree.text_content().split())
        assert "Je gaat naar de site van Rustpunt. Die vraagt zelf wie je bent." in text

    @pytest.mark.parametrize("protocol", CODED)
    def test_the_address_of_a_launch_is_never_on_it(self, module, source, protocol):
        found = source(module(protocol=protocol))
        assert "start.example" not in found
        assert "Beginnen kan hier nog niet" in found

    def test_the_supplier_is_linked_for_who_may_see_it(self, module, supplier, source):
        item = module(protocol="sns")
        assert "Rustpunt" in html.fromstring(source(item)).xpath("string(//article)")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(supplier, "pause")
        assert "Rustpunt" not in html.fromstring(source(item)).xpath("string(//article)")

    def test_why_it_stands_still(self, portal, module, request_):
        item = module()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(item, "suspend", comment="Het beleid is veranderd.")
            found = api.content.get_view("view", item, request_)()
        assert "Het beleid is veranderd." in found
        assert "Beginnen kan hier nog niet" not in found
        assert START not in found
        logout()
        assert not api.user.has_permission("View", obj=item)

    def test_three_others_those_about_the_same_first(self, module, source):
        item = module(title="Deze", themes=["slapen"])
        for title, themes in (("A", ["geld"]), ("B", ["geld"]), ("C", ["slapen"]), ("D", ["geld"])):
            module(title=title, themes=themes)
        tree = html.fromstring(source(item))
        found = tree.xpath("//section[@aria-labelledby='sb-others']//h3")
        assert [" ".join(heading.text_content().split()) for heading in found] == ["C", "A", "B"]


class TestList:
    """The modules of a folder."""

    def test_it_has_the_published_ones(self, folder, module, source):
        module(title="Klaar", costs="Gratis")
        module("request_check", title="Wacht")
        found = source(folder, "samenbeter-modules")
        assert "Klaar" in found
        assert "Rustpunt. Gratis." in found
        assert "Wacht" not in found

    def test_more_modules_take_no_more_queries(self, folder, module, source):
        # the menu is asked for once in a request, and the tests share one
        source(folder, "samenbeter-modules")
        counts = []
        for size in (20, 40):
            for number in range(size):
                module(title=f"Module {size} {number}")
            with Counted() as counted:
                source(folder, "samenbeter-modules")
            counts.append((counted.queries, counted.loaded))
        assert counts[0] == counts[1]
        assert counts[0][1] == 0


class TestWork:
    """What waits about modules."""

    @pytest.mark.parametrize(
        "group, expected",
        [
            ("Vraagbaak Editor", {"Drafts": ["Klad"], "Suspended": ["Stil"]}),
            ("Privacy Officer", {"ToCheck": ["Kijk na"]}),
            ("Wijkwebber", {}),
        ],
    )
    def test_each_sees_the_own(self, portal, folder, module, request_, group, expected):
        make(folder, "EHealthModule", title="Klad")
        module("request_check", title="Kijk na")
        module("request_check", "publish", "suspend", title="Stil")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="iemand", email="iemand@example.org", password="een-lang-wachtwoord")
            api.group.add_user(groupname=group, username="iemand")
        login(portal, "iemand")
        found = {
            type(section).__name__: [brain.Title for brain in section.brains()]
            for section in subscribers((portal, request_), IWorkSection)
            if section.available and type(section).__module__ == "samenbeter.ehealth.work"
        }
        assert found == expected
