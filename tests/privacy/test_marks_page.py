"""The page on which editors look at marks: take away, or let stand with a second person."""

from gate_site import build
from gate_site import Editor
from gate_site import EDITORS
from gate_site import PAGE
from gate_site import program
from gate_site import publish
from gate_site import question
from gate_site import rich
from gate_site import USERS
from my_rights import Visitor
from numbers_site import Heard
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.privacy import gate
from samenbeter.privacy import marking
from samenbeter.privacy.public_words import PublicWords
from samenbeter.shared import audit
from samenbeter.shared import marks
from samenbeter.shared.gates import IHasPersonalData
from zope.annotation.interfaces import IAnnotations

import logging
import pytest
import transaction


pytestmark = pytest.mark.abuse("A43")
TEXT = "Ik heet Ria en slaap slecht. Bel 06-12345678."
NAMED = "Een naam bij De vraag"
PHONE = "Een telefoonnummer bij De vraag"


@pytest.fixture(scope="class")
def site(shared_portal):
    """The site with a detector of a few lines."""
    return build(shared_portal)


def noted(item):
    """Return what the audit log says of an item: [(actor, section)], newest last."""
    transaction.begin()
    found = [entry for segment in audit.existing().segments(0, 10**7) for entry in segment.entries()]
    found.sort(key=lambda entry: entry.t)
    return [(e.actor, e.section) for e in found if e.object == IUUID(item) and e.section.startswith("privacy.mark_")]


class TestLooking:
    """Who may look, and what is there to see."""

    def test_it_shows_each_mark_with_the_words_around_it(self, site):
        """Kind, field, how sure, why, and what comes in its place; kept by no browser."""
        item = question(site, question=TEXT, title="Wat zegt Ria?")
        page = Editor(site, "redactie", item)
        assert set(page.marks()) == {NAMED, PHONE}
        assert page.page.xpath("//main//mark/text()") == ["Ria", "06-12345678"]
        for words in ("Bijna zeker", "Het ziet er zo uit", "Haal weg: [naam]", "Het is een hulp: hij ziet niet alles"):
            assert words in page.text
        assert "Kijk dit eerst na: 2." in page.text
        assert page.answer.headers["Cache-Control"] == "no-store"

    @pytest.mark.parametrize("name", ["", *USERS])
    def test_only_editors_look(self, site, name):
        """The page and the service; for all others there is nothing."""
        item = question(site, question=TEXT)
        page = Visitor(site, name).get(f"vraagbaak/{item.getId()}/{PAGE}")
        rest = program(name).get(f"{item.absolute_url()}/@personal-data-marks", timeout=60)
        if name in EDITORS:
            assert (page.status_code, rest.status_code) == (200, 200)
        else:
            assert (page.status_code in (302, 401, 404), rest.status_code in (401, 404)) == (True, True)
            assert "Ria" not in page.text + rest.text

    def test_a_program_reads_kinds_and_places(self, site):
        """Never the words."""
        item = question(site, question=TEXT)
        answer = program("redactie").get(f"{item.absolute_url()}/@personal-data-marks", timeout=60)
        found = answer.json()
        assert [(one["kind"], one["field"], one["start"], one["end"]) for one in found["items"]] == [
            ("NAME", "question", 8, 11),
            ("PHONE", "question", 33, 44),
        ]
        assert found["unresolved"] == {"NAME": 1, "PHONE": 1}
        assert {one["state"] for one in found["items"]} == {"open"}
        assert "Ria" not in answer.text
        assert "12345678" not in answer.text

    def test_without_marks(self, site):
        """It says so, and still that it is no guarantee."""
        page = Editor(site, "redactie", question(site))
        assert "Er is niets dat je eerst moet nakijken" in page.text
        assert "Lees de tekst ook zelf" in page.text

    @pytest.mark.abuse("A27")
    def test_no_log_has_the_words(self, site):
        """Not when it is looked at, decided or refused."""
        handler, root = Heard(), logging.getLogger()
        before, item = root.level, question(site, question=TEXT)
        root.addHandler(handler)
        root.setLevel(logging.INFO)
        try:
            page = Editor(site, "redactie", item)
            page.do("keep", page.marks()[NAMED], reason="office")
            publish(item)
            page.do("remove", page.marks()[PHONE])
        finally:
            root.removeHandler(handler)
            root.setLevel(before)
        assert "Ria" not in "\n".join(handler.lines)
        assert "12345678" not in "\n".join(handler.lines)


class TestTakingAway:
    """The words make place for what they were."""

    def test_it_replaces_all_places_in_the_field(self, site):
        """And nothing else."""
        item = question(site, question=f"{TEXT} Ik heet Ria.", other_wordings=["Hoe slaap ik?", "Ik heet Ria"])
        page = Editor(site, "redactie", item)
        assert "Staat er 2 keer" in page.text
        assert "Weggehaald." in page.do("remove", page.marks()[NAMED])
        transaction.begin()
        assert item.question == "Ik heet [naam] en slaap slecht. Bel 06-12345678. Ik heet [naam]."
        assert item.other_wordings == ["Hoe slaap ik?", "Ik heet Ria"]
        page.do("remove", page.marks()["Een naam bij Ook zo gevraagd"])
        transaction.begin()
        assert item.other_wordings == ["Hoe slaap ik?", "Ik heet [naam]"]

    def test_markup_stays(self, site):
        """Also a link that calls or mails somebody leads nowhere any more."""
        html = '<p>Ik heet <b>Ri</b>a. <a href="mailto:ria@example.org">ria@example.org</a></p>'
        item = question(site, summary=rich(html))
        page = Editor(site, "redactie", item)
        for mark in page.marks().values():
            page.do("remove", mark)
        transaction.begin()
        assert item.summary.raw == '<p>Ik heet <b>[naam]</b>. <a href="mailto:">[e-mailadres]</a></p>'
        assert not IHasPersonalData.providedBy(item)
        assert publish(item).status_code == 200

    def test_who_may_not_change_the_text_may_not_here(self, site):
        """A reader with the right to resolve, but not to edit."""
        item = question(site, question=TEXT)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            item.manage_permission("Modify portal content", ["Manager"], acquire=0)
        transaction.commit()
        page = Editor(site, "redactie", item)
        assert not page.page.xpath("//button[@value='remove']")
        assert "Je mag deze tekst niet veranderen" in page.do("remove", page.marks()[NAMED])
        transaction.begin()
        assert item.question == TEXT

    @pytest.mark.abuse("A33")
    def test_nothing_happens_without_a_token(self, site):
        """Neither by a form of another site, nor by a link."""
        item = question(site, question=TEXT)
        page = Editor(site, "redactie", item)
        data = {"do": "remove", "mark": page.marks()[NAMED]}
        page.http.post(f"{page.base}/{page.path}", data=data, timeout=60)
        page.http.get(f"{page.base}/{page.path}", params=data, timeout=60)
        transaction.begin()
        assert item.question == TEXT


class TestLettingStand:
    """With a reason, and for what is sure with a second person."""

    def test_it_takes_two(self, site):
        """The first says why, another agrees; both are in the audit log, the words are not."""
        item = question(site, question=TEXT)
        first, second = (Editor(site, name, item) for name in EDITORS)
        mark = first.marks()[NAMED]
        assert "als een collega het ook vindt" in first.do("keep", mark, reason="office")
        assert "een naam, een telefoonnummer" not in publish(item).text
        assert publish(item).status_code == 400
        assert "Iemand anders van de redactie" in first.do("confirm", mark)
        assert "Nu leest een collega het na" in first.text
        second.look()
        assert "Het hoort bij iemands werk" in second.text
        assert "Dit mag blijven staan." in second.do("confirm", mark)
        second.do("remove", second.marks()[PHONE])
        assert publish(item).status_code == 200
        entries = noted(item)
        assert [section for _actor, section in entries] == [
            "privacy.mark_keep.NAME.office",
            "privacy.mark_confirm.NAME.office",
        ]
        assert len({actor for actor, _section in entries}) == 2
        assert item.question == "Ik heet Ria en slaap slecht. Bel [telefoonnummer]."

    def test_it_needs_a_reason_of_the_list(self, site):
        """None, or one of their own, is not taken; the page says so at the field."""
        page = Editor(site, "redactie", question(site, question=TEXT))
        for reason in ("", "zomaar"):
            assert "Kies waarom dit mag blijven staan" in page.do("keep", page.marks()[NAMED], reason=reason)
        (wrong,) = page.page.xpath("//*[@aria-invalid='true']")
        assert wrong.get("id") == f"reason-{page.marks()[NAMED]}"
        assert page.page.xpath(f"//a[@href='#{wrong.get('id')}']")

    def test_it_can_be_taken_back(self, site):
        """Then it has to be looked at again."""
        item = question(site, question=TEXT)
        first, second = (Editor(site, name, item) for name in EDITORS)
        mark = first.marks()[NAMED]
        first.do("keep", mark, reason="mistake")
        second.do("confirm", mark)
        assert "weer bij wat je moet nakijken" in second.do("undo", mark)
        assert publish(item).status_code == 400
        assert noted(item)[-1][1] == "privacy.mark_undo.NAME"

    def test_it_holds_no_more_for_other_words(self, site):
        """Nor in another field, nor in another item; what is not there any more is forgotten."""
        item = question(site, question="Ik heet Ria.")
        first, second = (Editor(site, name, item) for name in EDITORS)
        mark = first.marks()[NAMED]
        first.do("keep", mark, reason="own_choice")
        second.do("confirm", mark)
        program("redactie").patch(item.absolute_url(), json={"title": "Ik heet Ria"}, timeout=60)
        assert publish(item).status_code == 400
        program("redactie").patch(item.absolute_url(), json={"title": "Goed", "question": "Ik heet Bea."}, timeout=60)
        assert publish(item).status_code == 400
        transaction.begin()
        assert dict(IAnnotations(item)[marking.KEY]) == {}

    def test_what_is_kept_does_not_say_the_words(self, site):
        """A keyed hash and the names by which the audit log knows people; no user id."""
        item = question(site, question="Ik heet Ria.")
        first = Editor(site, "redactie", item)
        first.do("keep", first.marks()[NAMED], reason="office")
        transaction.begin()
        ((key, decided),) = IAnnotations(item)[marking.KEY].items()
        assert len(key) == 32
        assert int(key, 16)
        assert set(decided) == {"reason", "by", "second"}
        assert "redactie" not in str(decided)

    def test_what_is_not_sure_needs_nobody_else(self, site, monkeypatch):
        """It stands in nobody's way; who wants to can say why it may stay."""
        item = question(site, question="Ik heet Ria.")
        found = marking.Marked(item).found[0]
        unsure = marking.Found(found.text, found.seen, marks.Mark(8, 11, marks.NAME, marks.MEDIUM))
        monkeypatch.setattr(marking.Marked, "found", [unsure])
        page = Editor(site, "redactie", item)
        assert "Er is niets dat je eerst moet nakijken" in page.text
        assert "Dit mag blijven staan." in page.do("keep", page.marks()[NAMED], reason="mistake")
        assert "Mag blijven staan" in page.text

    def test_a_citizen_service_number_never_stays(self, site, monkeypatch):
        """Whoever agrees."""
        item = question(site, question="Ik heet Ria.")
        found = marking.Marked(item).found[0]
        number = marking.Found(found.text, found.seen, marks.Mark(8, 11, marks.BSN, marks.HIGH))
        monkeypatch.setattr(marking.Marked, "found", [number])
        with api.env.adopt_user(username="redactie"), pytest.raises(gate.NotDone):
            gate.keep(item, number.id, "mistake")

    def test_a_text_that_changed_meanwhile(self, site):
        """The mark is gone: nothing is decided about what nobody saw."""
        page = Editor(site, "redactie", question(site, question=TEXT))
        assert "De tekst is intussen veranderd" in page.do("keep", "0" * 20, reason="office")


class TestPublicWords:
    """What everybody may know is no mark."""

    @pytest.mark.parametrize(
        "kind, words, public",
        [
            (marks.NAME, "huiskamer", True),
            (marks.NAME, "Ria", False),
            (marks.PHONE, "0687654321", True),
            (marks.PHONE, "+31 6 87654321", True),
            (marks.PHONE, "06-12345678", False),
            (marks.EMAIL, "huis@example.org", True),
            (marks.EMAIL, "s@example.org", False),
            (marks.URL, "https://www.huiskamer.example/contact", True),
            (marks.URL, "https://elders.example", False),
            (marks.POSTCODE, "1068ab 12", True),
            (marks.POSTCODE, "1069 AB", False),
            (marks.ADDRESS, "Osdorpplein 12", True),
            (marks.ADDRESS, "Osdorpplein 1", False),
            (marks.DOB, "1-2-1960", False),
        ],
    )
    def test_of_a_partner(self, site, kind, words, public):
        """Its name, number, addresses; in each way to write it."""
        partner = site.map.objectValues()[0]
        partner.email, partner.website = "huis@example.org", "https://huiskamer.example"
        partner.postal_code, partner.street = "1068 AB", "Osdorpplein 12"
        assert PublicWords().knows(kind, words) is public
