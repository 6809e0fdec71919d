"""The register says what the site does, and so does all that is made from it."""

from datetime import date
from plone import api
from policy_site import aims
from policy_site import PERMISSION
from policy_site import providers
from policy_site import WALKING
from policy_site import WALKS
from policy_site import walks as _walks
from samenbeter.interfaces import IPurpose
from samenbeter.privacy import dpia
from samenbeter.privacy import dpv
from samenbeter.privacy import policy_log
from samenbeter.privacy import policy_words as words
from samenbeter.privacy import register
from samenbeter.privacy.policy_pages import RegisterView
from samenbeter.privacy.register_pages import RegisterTable
from samenbeter.shared import clock
from samenbeter.shared import periods
from vocabulary import unknown
from zope.interface.verify import verifyObject

import csv
import io
import pytest


walks = _walks
SITE = "http://localhost/site"


def machine():
    """Return the processes of the policy for machines: {id: process}."""
    policy = dpv.policy(register.assemble(), SITE, date(2026, 11, 22))
    return {process["@id"].partition("#")[2]: process for process in policy["dpv:hasProcess"]}


def set_period(name, days):
    """Let the site keep a kind so many days."""
    api.portal.set_registry_record(periods.RECORD, {name: days})


class TestWhatIsInIt:
    """Everything, each once."""

    def test_each_kind_and_each_purpose(self, portal, walks):
        found = register.assemble()
        assert [activity.id for activity in found.activities] == sorted(providers())
        assert {aim.id for aim in found.aims} == set(aims())
        assert WALKS in {activity.id for activity in found.activities}

    def test_each_purpose_of_ours_is_one(self, portal):
        for name, purpose in aims().items():
            assert verifyObject(IPurpose, purpose), name
            assert purpose.title and purpose.text and purpose.version >= 1

    def test_each_kind_has_a_purpose_that_somebody_registered(self, portal):
        assert {name for name, provider in providers().items() if provider.purpose not in aims()} == set()

    def test_special_data_has_its_exception(self, portal):
        found = [a.id for a in register.assemble().activities if a.special and not a.aim.exception]
        assert found == []

    def test_a_kind_without_a_registered_purpose_is_told_all_the_same(self, portal, walks):
        walks.purpose = "walks.other"
        found = register.assemble()
        (aim,) = [activity.aim for activity in found.activities if activity.id == WALKS]
        assert (aim.id, aim.known) == ("walks.other", False)
        assert aim in found.aims
        assert words.ground(aim.basis) == words.NO_GROUND
        assert machine()[WALKS]["dpv:hasLegalBasis"] == []
        del walks.purpose

    def test_who_can_read_is_who_has_the_permission_now(self, portal, walks):
        def readers():
            return next(a.roles for a in register.assemble().activities if a.id == WALKS)

        assert readers() == ("Manager", "Site Administrator")
        portal.manage_permission(PERMISSION, ["Wijkwebber"], acquire=0)
        assert readers() == ("Wijkwebber",)
        portal.manage_permission(PERMISSION, [], acquire=0)
        assert readers() == ()

    @pytest.mark.parametrize("permission", [None, "", "No such permission"])
    def test_a_permission_that_is_none_is_of_nobody(self, portal, permission):
        assert register.roles_with(permission) == ()


class TestOneRecord:
    """A change shows everywhere at once, because all is made from the same."""

    @pytest.fixture
    def everywhere(self, portal, http_request):
        """A function that returns what is said of a kind: (days, roles) of the register, the page, CSV, JSON-LD."""

        def said(name):
            activity = next(a for a in register.assemble().activities if a.id == name)
            row = RegisterView(portal, http_request).row(activity)
            table = RegisterTable(portal, http_request)
            lines = list(csv.reader(io.StringIO(table.render().decode("utf-8-sig"))))
            (line,) = [line for line in lines if line[0] == name]
            process = machine()[name]
            return {
                "page": (row["period"], row["who"]),
                "csv": (line[lines[0].index("Bewaartermijn")], line[lines[0].index("Wie het kan lezen")]),
                "machine": (
                    process["dpv:hasStorageCondition"]["dpv:hasDuration"].get("@value"),
                    [iri.partition("#role-")[2] for iri in process["dpv:hasRecipient"]],
                ),
            }

        return said

    def test_a_period(self, everywhere, walks):
        assert [said[0] for said in everywhere(WALKS).values()] == ["45 dagen", "45 dagen", "P45D"]
        set_period(WALKS, 60)
        assert [said[0] for said in everywhere(WALKS).values()] == ["2 maanden", "2 maanden", "P60D"]
        set_period(WALKS, 0)
        assert [said[0] for said in everywhere(WALKS).values()] == ["", "", None]

    def test_a_role(self, everywhere, walks, portal):
        portal.manage_permission(PERMISSION, ["Wijkwebber", "Privacy Officer"], acquire=0)
        text = "wie bij ons over privacy gaat en wie verhalen opschrijft in de wijk"
        assert [said[1] for said in everywhere(WALKS).values()] == [text, text, ["privacy-officer", "wijkwebber"]]

    def test_who_is_responsible(self, portal):
        api.portal.set_registry_record("samenbeter.privacy.controller", "Stichting De Straat")
        found = register.assemble()
        assert found.controller.name == "Stichting De Straat"
        policy = dpv.policy(found, SITE, date(2026, 11, 22))
        assert policy["dpv:hasDataController"]["dpv:hasName"] == "Stichting De Straat"
        assert "Stichting De Straat" in dpia.text(found.controller, [], [], str)


class TestForMachines:
    """JSON-LD."""

    def test_each_kind_and_purpose_is_in_it(self, portal, walks):
        processes = machine()
        assert set(providers()) <= set(processes)
        named = {process["dpv:hasPurpose"]["@id"].partition("#purpose-")[2] for process in processes.values()}
        assert named == set(aims())

    def test_each_duration_is_that_of_the_settings(self, portal, walks):
        set_period("samenbeter.shared.audit", 400)
        for name, process in machine().items():
            if name in providers():
                days = periods.days(name)
                expected = (
                    {"@type": "xsd:duration", "@value": f"P{days}D"} if days else {"@type": "dpv:UntilEventDuration"}
                )
                assert process["dpv:hasStorageCondition"]["dpv:hasDuration"] == expected

    def test_each_word_is_in_the_vocabulary(self, portal, walks):
        policy = dpv.policy(register.assemble(), SITE, date(2026, 11, 22))
        assert unknown(policy) == set()

    def test_a_word_that_is_not_would_be_found(self):
        assert unknown({"dpv:hasPurpose": {"@type": "dpv:Nonsense"}}) == {"dpv:Nonsense"}
        assert unknown({"dpv:hasNonsense": ["pd:Name", "pd:Nonsense"]}) == {"dpv:hasNonsense", "pd:Nonsense"}

    def test_its_context_says_what_is_an_address_and_needs_no_other_site(self):
        context = dpv.context()
        for term, meaning in context.items():
            if isinstance(meaning, dict):
                assert meaning["@id"] == term
                assert meaning["@type"] == "@id" or meaning["@type"].startswith("xsd:")
            elif term != "@version":
                assert meaning.startswith(("https://w3id.org/dpv", "http://purl.org/dc", "http://www.w3.org/2001"))


class TestSinceWhen:
    """The date on the page."""

    @pytest.fixture
    def today(self, monkeypatch):
        found = {"day": date(2026, 11, 22)}
        monkeypatch.setattr(clock, "today", lambda: found["day"])
        return found

    def test_it_is_that_of_the_last_change(self, portal, today, walks):
        assert policy_log.note() is True
        today["day"] = date(2026, 12, 1)
        assert policy_log.note() is False
        assert policy_log.changed_on(register.assemble()) == date(2026, 11, 22)
        set_period(WALKS, 60)
        assert policy_log.changed_on(register.assemble()) == date(2026, 12, 1)
        policy_log.note()
        today["day"] = date(2026, 12, 9)
        assert policy_log.changed_on(register.assemble()) == date(2026, 12, 1)


class TestWords:
    """Pure functions."""

    @pytest.mark.parametrize(
        ("days", "text"),
        [
            (1, ("period_day", None)),
            (2, ("period_days", "2")),
            (7, ("period_week", None)),
            (14, ("period_weeks", "2")),
            (30, ("period_month", None)),
            (180, ("period_months", "6")),
            (365, ("period_years", "1")),
            (1825, ("period_years", "5")),
            (100, ("period_days", "100")),
        ],
    )
    def test_a_length_is_exact(self, days, text):
        message = words.length(days)
        assert (str(message), (message.mapping or {}).get("number")) == text

    def test_no_length_is_none(self):
        assert words.length(None) is None

    @pytest.mark.parametrize(
        ("basis", "article"),
        [
            ("eu-gdpr:A6-1-b", "6(1)(b)"),
            ("eu-gdpr:A9-2-a", "9(2)(a)"),
            ("eu-gdpr:A6-1-a-explicit-consent", "6(1)(a)"),
            ("something", "something"),
            ("", ""),
        ],
    )
    def test_an_article_is_written_as_lawyers_do(self, basis, article):
        assert words.article(basis) == article

    def test_a_kind_of_data_and_a_role_that_we_do_not_know_are_told_by_their_name(self):
        assert words.category_words(("pd:FavouriteFood",)) == ["favourite food"]
        assert words.role_words(("Dog Walker",)) == ["Dog Walker"]
        assert words.role_words(("Anonymous", "Manager")) == [words.ROLES["Anonymous"]]
        assert words.role_words(()) == [words.NOBODY]


class TestTable:
    """The CSV is opened in a spreadsheet."""

    @pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@sum", "\tx"])
    def test_no_text_becomes_a_formula(self, portal, http_request, walks, text):
        walks.title = text
        try:
            table = RegisterTable(portal, http_request).render().decode("utf-8-sig")
        finally:
            del walks.title
        cells = {cell for line in csv.reader(io.StringIO(table)) for cell in line}
        assert f"'{text}" in cells
        assert text not in cells

    def test_each_kind_and_each_purpose_has_a_line(self, portal, http_request, walks):
        table = RegisterTable(portal, http_request).render().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(table)))
        assert {line[0] for line in lines[1:]} >= set(providers())
        assert all(len(line) == len(lines[0]) for line in lines)
        assert WALKING not in {line[0] for line in lines}
        assert "samenbeter.contact" in {line[0] for line in lines}


def test_the_start_of_a_dpia_is_the_same_for_the_same_register(portal, http_request, walks):
    def made():
        view = RegisterTable(portal, http_request)
        return dpia.text(view.register.controller, view.rows, view.unused, view.say)

    text = made()
    assert text == made()
    assert text.startswith("# Begin van een DPIA\n")
    for provider in providers().values():
        assert RegisterTable(portal, http_request).say(provider.title) in text
