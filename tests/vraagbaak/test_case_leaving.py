"""With a case that is erased goes what came of it and is not on the site, in the same transaction."""

from answered_room import Answered
from answered_room import GENERAL
from answered_room import GENERAL_TEXT
from at_the_desk import make
from at_the_desk import step
from browsing import Web
from consulted import EDITOR
from consulted import HANS
from consulted import Post
from consulted import ZARA
from consulted import ZOE
from DateTime import DateTime
from datetime import timedelta
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.privacy import erasing
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import contributing
from samenbeter.vraagbaak.experts import link_page
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.personal_data_cases import Cases

import pytest
import transaction


OF_EXPERTS = (consultations.KIND, consultations.ASKED, links.KIND)
WRITTEN = {"contribution": "Drink thee.", "discipline": "huisarts"}


class Leaving(Answered):
    """A case of the account anna; a question of somebody else beside it. Each was given to two partners."""

    def __init__(self, portal, monkeypatch):
        self.post = Post(monkeypatch)
        super().__init__(portal, make(portal, "Vraagbaak", "open", title="Vraagbaak"))
        case = self.now()
        store.add_account(case, "anna")
        store.save(case)
        self.uid, self.address = IUUID(self.question), self.question.absolute_url()
        self.beside = self.new_question("Waar kan ik sporten?")
        with api.env.adopt_user(username=EDITOR):
            for question in (self.beside, self.question):
                consulting.consult(question, [self.one, self.two], EDITOR, note="Let op het werk.", persons=[ZARA])
        # nobody knows any more that it was zoe, when that is not written down
        first = next(one for one in consultations.of_question(self.uid) if one.partner == self.one)
        consulting.ask_colleague(first.id, ZOE, "huisarts")
        transaction.commit()

    def contribute(self):
        """Let an expert of each partner write; the first is taken over."""
        for userid, partner in ((ZARA, self.one), (HANS, self.two)):
            contributing.contribute(self.question, userid, partner, WRITTEN)
        taken = contributing.own_answers(self.question, ZARA)[0]
        step(taken, "accept")
        transaction.commit()
        return taken.getId()

    def generalise(self):
        """Let an editor write it anew."""
        with api.env.adopt_user(username=EDITOR):
            publishing.generalise(self.question, GENERAL, GENERAL_TEXT, EDITOR)
        transaction.commit()

    def found(self):
        """Return the question as the catalog finds it now, or None."""
        transaction.begin()
        return consultations.item(self.uid)


def of_experts():
    """Return {id} of all that is kept about experts that were asked."""
    transaction.begin()
    return {one for kind in OF_EXPERTS for one in vault.get().find(room=store.ROOM, kind=kind)}


@pytest.fixture
def room(functional_portal, monkeypatch):
    """The desk, served."""
    link_page.wrong.clear()
    link_page.wrong_of_all.clear()
    return Leaving(functional_portal, monkeypatch)


def by_receipt(room):
    erasing.erase_now(Subject(pseudonym=room.case.subject))


def by_account(room):
    erasing.erase_now(Subject(userid="anna"))


def by_time(room):
    Cases().purge(clock.now() + timedelta(days=999), 99)
    transaction.commit()


@pytest.mark.parametrize("way", [by_receipt, by_account, by_time])
def test_what_nobody_may_read_goes_by_each_way(room, way):
    """The question, what experts wrote, who was asked, the links; that of another question stays."""
    before = of_experts()
    room.contribute()
    way(room)
    assert room.found() is None
    left = of_experts()
    beside = {one.id for one in consultations.of_question(IUUID(room.beside))}
    assert len(beside) == 2 and beside < left < before
    # zara by name, her link and that of hans
    assert {vault.get().record(one).kind for one in left - beside} == {consultations.ASKED, links.KIND}
    assert all(record(one) in beside for one in left - beside)
    assert not api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="VraagbaakAnswer")


def record(record_id):
    """Return the id of the consultation that a record of a person says."""
    return vault.get().read(record_id, vault.Machine("test"))["consultation"]


def test_a_mailed_link_and_the_page_are_dead_at_once(room):
    """As if they never were."""
    nobody = Web()
    place = f"{room.portal.absolute_url()}/@@antwoord-geven?code="
    code = room.post.code(ZARA)
    assert nobody.get(place + code) == 200 and "Ik lig" not in nobody.text and nobody.main.xpath(".//textarea")
    expert = Web(ZARA)
    assert expert.get(room.address) == 200
    by_receipt(room)
    missing = Web(ZARA).get(f"{room.desk.absolute_url()}/bestaat-niet")
    assert expert.get(room.address) == missing == 404
    status = nobody.get(place + "x" * len(code))
    unknown = nobody.text
    assert (nobody.get(place + code), nobody.text) == (status, unknown)


def test_what_is_on_the_site_stays_with_what_was_taken_over(room):
    """The rest of what experts wrote goes, and who was asked."""
    taken = room.contribute()
    room.publish()
    transaction.commit()
    by_receipt(room)
    question = room.found()
    assert api.content.get_state(question) == "published"
    assert {one.getId() for one in question.objectValues() if api.content.get_state(one) == "accepted"} >= {taken}
    assert {api.content.get_state(one) for one in question.objectValues()} == {"accepted"}
    assert consultations.of_question(room.uid) == []
    assert Web().get(room.address) == 200


def test_no_date_that_others_see_tells_when_it_was_erased(room):
    """Neither that of the desk, nor that of a question on the site; in the catalog neither."""
    room.contribute()
    room.publish()
    beside = store.new(room.desk, store.new_code(), "Nog iets")
    beside.question = IUUID(room.beside)
    publishing.from_asker(room.beside)
    store.save(beside)
    long_ago = DateTime(2026, 1, 2)
    for item in (room.desk, room.question):
        item.modification_date = long_ago
        item.reindexObject(idxs=["modified"])
    transaction.commit()
    by_receipt(room)
    erasing.erase_now(Subject(pseudonym=beside.subject))
    question = room.found()
    assert list(consultations.item(IUUID(room.desk)).objectIds()) == [question.getId()]
    for item in (room.desk, question):
        (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=IUUID(item))
        assert (item.modification_date, brain.modified) == (long_ago, long_ago)


def test_what_was_taken_from_the_site_goes(room):
    """Nobody may read it any more."""
    room.publish()
    with api.env.adopt_user(username=EDITOR):
        publishing.withdraw(room.question, EDITOR)
    transaction.commit()
    by_receipt(room)
    assert room.found() is None


def test_a_yes_that_was_not_followed_yet_goes_too(room):
    """Who stops, stops."""
    room.answer()
    room.say_yes()
    transaction.commit()
    by_receipt(room)
    assert room.found() is None


def test_general_words_of_an_editor_stay_and_no_expert_sees_them(room):
    """They are none of the asker; what was not taken over goes."""
    taken = room.contribute()
    room.generalise()
    by_receipt(room)
    question = room.found()
    assert (question.title, list(question.objectIds())) == (GENERAL, [taken])
    assert not question.consulted
    assert [room.may_view(who, question) for who in (ZARA, HANS)] == [False, False]
    assert consultations.of_question(room.uid) == []


def test_the_question_of_a_damaged_case_goes_too(room):
    """The row of the desk finds it."""
    vault.get().record(room.case.id).payload.sealed = "junk"
    transaction.commit()
    by_receipt(room)
    assert room.found() is None


def test_a_damaged_consultation_keeps_nobody_from_erasing(room):
    """It goes with the others."""
    one = consultations.of_question(room.uid)[0]
    vault.get().record(one.id).payload.sealed = "junk"
    transaction.commit()
    by_receipt(room)
    assert room.found() is None
    assert not list(vault.get().find(subject=f"question:{room.uid}"))


def test_it_goes_in_one_transaction(room, monkeypatch):
    """When the last of it fails nothing went."""
    before, real = of_experts(), vault.Vault.erase

    def broken(box, record_id):
        if record_id == room.case.id:
            raise RuntimeError
        return real(box, record_id)

    monkeypatch.setattr(vault.Vault, "erase", broken)
    with pytest.raises(RuntimeError):
        store.erase(room.case.id)
    transaction.abort()
    assert room.found() is not None and of_experts() == before


def test_a_case_without_a_question_goes(room):
    """Nothing came of it yet."""
    case = store.new(room.desk, store.new_code(), "Nog iets")
    store.save(case)
    assert store.erase(case.id)
    assert room.found() is not None
