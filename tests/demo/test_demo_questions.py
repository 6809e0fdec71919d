"""The Vraagbaak of the demo neighbourhood has questions in all stages, and something to do for everybody."""

from collections import Counter
from pathlib import Path
from plone import api
from samenbeter.demo import questions
from samenbeter.demo.accounts import PASSWORD
from samenbeter.demo.filling import fill
from samenbeter.demo.texts import load
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import redacting

import lxml.html
import pytest
import re
import requests
import time
import transaction


ENTRIES = load("cases.yaml")
KNOWN = [entry["code"] for entry in ENTRIES if "code" in entry]
# receipt code: what its page says
CODES = {
    "DEMA-VRAA-GTER-VG22-2222": "Wat heb je al geprobeerd?",
    "DEMA-NTWR-DGEH-KPEN-3333": "Vraag eerst wat zij zelf wil.",
    "DEMA-GDTP-PDES-TEKS-4444": "Waar kan ik heen met geldzorgen, zonder dat iemand het weet?",
    "DEMA-PDES-TEVA-NDAA-5555": "Je vraag staat op de site, in de woorden die jij las.",
}


def cases_of(portal):
    """Return the Cases of the desk."""
    word = index.word("desk", api.content.get_uuid(portal["vraagbaak"]))
    return [store.load(one) for one in index.get().ids([word], limit=100)]


def page(portal, path, user):
    """Return what somebody reads on a page, the parts in the middle."""
    answer = requests.get(f"{portal.absolute_url()}/{path}", auth=(user, PASSWORD), timeout=60)
    assert answer.status_code == 200
    return " ".join(lxml.html.fromstring(answer.content).get_element_by_id("inhoud").text_content().split())


class TestQuestions:
    def test_each_state_is_there_to_see(self, demo_portal):
        found = Counter(case.state for case in cases_of(demo_portal))
        assert set(found) == set(states.STATES) - {states.CLOSED}
        assert sum(found.values()) == len(ENTRIES)

    def test_one_has_haste_one_is_ready_and_one_is_on_the_site(self, demo_portal):
        cases = cases_of(demo_portal)
        assert sum(case.urgency == "urgent" for case in cases) == 1
        assert sum(case.is_ready for case in cases) == 1
        public = [store.question_of(case) for case in cases if case.question]
        assert sum(api.content.get_state(question) == "published" for question in public) == 1

    def test_one_is_nearly_late_and_none_is_late(self, demo_portal):
        calendar = promise.calendar_of(demo_portal["vraagbaak"])
        due = [case.due for case in cases_of(demo_portal) if case.due]
        left = sorted(calendar.minutes(clock.now(), moment) for moment in due)
        assert 0 < left[0] <= 60 < left[1]

    def test_what_is_new_has_marks_for_the_editor(self, demo_portal):
        new = [case for case in cases_of(demo_portal) if case.state == states.RECEIVED]
        assert len(new) >= 2
        for case in new:
            assert redacting.places(case, store.words(case, store.MACHINE)), case.number

    def test_each_owner_is_an_editor(self, demo_portal):
        assert {case.owner for case in cases_of(demo_portal)} == {"redactie"}

    def test_what_is_public_says_nothing_of_who_asked(self, demo_portal):
        names = ("Joke", "Osman", "Truus", "Daan", "Sanne", "Noortje", "Fatma", "Henk", "Mirthe", "Karel")
        titles = "\n".join(entry.get("title", "") + entry.get("question", "") for entry in ENTRIES)
        assert not re.search("|".join(names), titles)
        found = requests.get(f"{demo_portal.absolute_url()}/@@search?SearchableText=lawaai", timeout=60).text
        assert "Mijn buren maken elke nacht lawaai. Wat nu?" in found
        assert not re.search("|".join(names), found)

    def test_the_docs_name_the_codes(self):
        page = Path(__file__).parents[2] / "docs" / "tutorial" / "first-hour.rst"
        assert re.findall(r"^DEMA\S+", page.read_text("utf-8"), re.MULTILINE) == KNOWN

    @pytest.mark.parametrize("code", KNOWN)
    def test_a_receipt_can_be_tried_with_a_code_of_the_docs(self, demo_portal, code):
        browser = requests.Session()
        address = f"{demo_portal.absolute_url()}/vraagbaak/@@mijn-bonnetje"
        form = lxml.html.fromstring(browser.get(address, timeout=60).content)
        form = next(one for one in form.forms if "code" in one.fields)
        fields = {**dict(form.form_values()), "code": code}
        answer = browser.post(address, data=fields, timeout=60)
        assert CODES[code] in " ".join(lxml.html.fromstring(answer.content).text_content().split())

    @pytest.mark.parametrize("expert", ["zorg", "welzijn"])
    def test_an_expert_has_a_question_to_answer_and_one_that_is_answered(self, demo_portal, expert):
        text = page(demo_portal, "@@vragen-voor-mij", expert)
        waiting = {
            "zorg": "Ik lig tot diep in de nacht op mijn telefoon.",
            "welzijn": "Waar kan een kind van negen zomaar meedoen?",
        }
        assert waiting[expert] in text
        assert "Daan" not in text

    def test_the_list_of_the_desk_shows_them_without_their_words(self, demo_portal):
        text = page(demo_portal, "vraagbaak/@@werktafel", "redactie")
        for case in cases_of(demo_portal):
            if case.is_open:
                assert case.number in text
        assert "Joke" not in text

    @pytest.mark.parametrize(
        ("user", "what"),
        [("anna", "Wij wachten op jou"), ("bilal", "Waar kan ik heen met geldzorgen, zonder dat iemand het weet?")],
    )
    def test_a_resident_finds_the_own_question(self, demo_portal, user, what):
        assert what in page(demo_portal, "@@mijn-samenbeter", user)

    def test_the_clock_runs_for_what_the_desk_has_to_do_and_for_nothing_else(self, demo_portal):
        for case in cases_of(demo_portal):
            assert bool(case.clock["job"]) == (case.state in states.RUNNING), case.number

    def test_filling_again_puts_no_question_twice(self, demo_portal):
        fill(demo_portal)
        assert len(cases_of(demo_portal)) == len(ENTRIES)

    def test_it_takes_less_than_three_seconds(self, demo_portal):
        partners = {
            brain.getId: brain._unrestrictedGetObject()
            for brain in demo_portal.portal_catalog.unrestrictedSearchResults(portal_type="PartnerOrganisation")
        }
        refs = {"de-linde": partners["huisartsenpraktijk-de-linde"], "de-huiskamer": partners["de-huiskamer"]}
        begun = time.process_time()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(questions, "load", lambda name: [{**one, "code": None} for one in load(name)])
            questions.fill(demo_portal["vraagbaak"], refs)
        assert time.process_time() - begun < 3
        transaction.abort()
