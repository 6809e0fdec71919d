"""What an asker wrote, and what was written about it, is met by nobody but the desk: nowhere, at no moment."""

from actors import PASSWORD
from planted_case import FOR_EXPERTS
from planted_case import Planted
from planted_case import PRIVATE
from planted_case import PUBLIC
from plone import api
from samenbeter.shared import tally
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store

import logging
import pytest
import requests
import transaction


VISITORS = {"anonymous": None, "bilal": "bilal", "an expert": "zorg", "another expert": "ander", "the admin": "beheer"}
# an asker sees what is theirs, but not what the desk thinks
PLACES = (
    "",
    "/vraagbaak",
    "/vraagbaak/@@stel-je-vraag",
    "/vraagbaak/@@mijn-bonnetje",
    "/vraagbaak/@@werktafel",
    "/vraagbaak/@@dossier/{number}",
    "/vraagbaak/RSS",
    "/vraagbaak/@@search?SearchableText={word}",
    "/@@search?SearchableText={word}",
    "/@@ajax-search?SearchableText={word}",
    "/sitemap",
    "/sitemap.xml.gz",
    "/mijn-werk",
    "/@@vragen-voor-mij",
    "/@@mijn-samenbeter",
    "/@@mijn-gegevens",
)
API_PLACES = (
    "/@search?SearchableText={word}",
    "/@search?fullobjects=1&metadata_fields=_all&b_size=500&portal_type=VraagbaakQuestion",
    "/vraagbaak?fullobjects=1",
    "/vraagbaak/@cases",
    "/vraagbaak/@cases/{number}",
    "/vraagbaak/@history",
    "/@querystring-search",
)


@pytest.fixture
def planted(demo_portal, caplog):
    """A case that went its whole way, in the demo neighbourhood."""
    caplog.set_level(logging.DEBUG, "samenbeter")
    partners = {
        brain.getId: brain._unrestrictedGetObject()
        for brain in demo_portal.portal_catalog.unrestrictedSearchResults(portal_type="PartnerOrganisation")
    }
    groups = {name: set(api.user.get(username=name).getGroups()) for name in ("zorg", "welzijn")}
    own = {
        name: next(one for one in partners.values() if f"{api.content.get_uuid(one)}-experts" in found)
        for name, found in groups.items()
    }
    found = Planted(demo_portal.vraagbaak)
    found.redact()
    found.consult(own["zorg"], own["welzijn"])
    found.answer()
    return found


def everything_written(portal):
    """Return all bytes of the database that a test wrote, what the transactions say, and the counters beside it."""
    changed = list(portal._p_jar.db().storage.changes.iterator())
    bytes_ = [record.data or b"" for one in changed for record in one]
    bytes_ += [one.user + one.description + repr(one.extension).encode() for one in changed]
    return b"\0".join([*bytes_, tally.place().read_bytes() if tally.place().exists() else b""])


class TestWritten:
    """What is on the disk, in the mail and in the log."""

    def test_no_byte_of_the_database_has_a_private_word(self, planted, demo_portal):
        """Nor a note for experts; the vault is encrypted, and nothing is anywhere else."""
        planted.publish()
        transaction.begin()
        written = everything_written(demo_portal)
        assert len(written) > 50_000
        assert PUBLIC.encode() in written
        words = {**PRIVATE, **FOR_EXPERTS, "the code": planted.code, "tidy": planted.code.replace("-", "")}
        assert [where for where, word in words.items() if word.encode() in written] == []

    def test_no_mail_says_what_it_is_about(self, planted):
        """Nor a theme, or a code; the number of the desk is for those who work there."""
        transaction.begin()
        box = vault.get()
        mails = [box.open(box.record(found)) for found in list(box.find(room="shared", kind="mail"))]
        assert any(mail["to"] == planted.email for mail in mails)
        said = " ".join(mail["subject"] + mail["body"] for mail in mails)
        words = {**PRIVATE, **FOR_EXPERTS, "title": PUBLIC, "code": planted.code}
        words |= {"theme": "Ouder worden", "summary": "leuning"}
        assert [where for where, word in words.items() if word.lower() in said.lower()] == []
        to_asker = " ".join(mail["subject"] + mail["body"] for mail in mails if mail["to"] == planted.email)
        assert planted.number not in to_asker and planted.question.getId() not in to_asker

    def test_no_log_says_anything_of_it(self, planted, caplog):
        """Whatever its level."""
        words = {**PRIVATE, **FOR_EXPERTS, "code": planted.code}
        assert [where for where, word in words.items() if word in caplog.text] == []

    def test_nothing_ties_the_question_to_its_asker(self, planted):
        """No record of the database that belongs to the question knows the case, and the case is sealed."""
        planted.publish()
        transaction.begin()
        question, case = planted.question, planted.case
        jar, seen, wait = question._p_jar, set(), [question._p_oid]
        from ZODB.serialize import referencesf

        stop = {api.portal.get()._p_oid, planted.desk._p_oid}
        pickles = []
        while wait:
            oid = wait.pop()
            if oid in seen or oid in stop:
                continue
            seen.add(oid)
            pickles.append(jar.db().storage.load(oid)[0])
            wait += [] if len(seen) > 400 else referencesf(pickles[-1])
        own = b"\0".join(pickles)
        assert planted.question.Title().encode() in own
        known = {"id": case.id, "number": case.number, "subject": case.subject, "account": "anna"}
        known |= {"link": case.accounts[0], "contact": case.contact, "words": store.words_id(case)}
        assert [where for where, word in known.items() if word.encode() in own] == []
        assert question.Creator() == "" and not question.creators
        assert question.getOwnerTuple() is None or "anna" not in repr(question.getOwnerTuple())
        # no moment that is finer than the day it was made on
        assert (question.created().hour(), question.created().minute()) == (0, 0)


class TestMet:
    """What somebody meets who looks for it, before and after it is public."""

    @pytest.fixture
    def ask(self, demo_portal):
        """Return the text of an answer to somebody."""
        if api.user.get(username="ander") is None:
            with api.env.adopt_roles(["Manager"]):
                api.user.create(username="ander", email="ander@example.org", password=PASSWORD)
                api.group.add_user(groupname="Expert", username="ander")
        transaction.commit()

        def ask(user, path, accept="text/html"):
            auth = (user, PASSWORD if user == "ander" else "samenbeter-demo") if user else None
            url = demo_portal.absolute_url() + path
            answer = requests.get(url, auth=auth, headers={"Accept": accept}, timeout=60)
            assert answer.status_code < 500, path
            return answer.text

        return ask

    @pytest.mark.parametrize("public", [False, True], ids=["waiting", "public"])
    def test_no_page_or_service_shows_a_private_word(self, planted, ask, public):
        """To nobody, and also editors see it only after they say why."""
        if public:
            planted.publish()
        found = []
        for user in (*VISITORS.values(), "redactie"):
            for places, accept in ((PLACES, "text/html"), (API_PLACES, "application/json")):
                for place in places:
                    path = place.format(word="xyzzy", number=planted.number)
                    text = ask(user, path, accept).lower()
                    # what editors wrote themselves stands on the page of the case
                    own = {"a note", "a question back"} if user == "redactie" else set()
                    # the expert who was asked reads the note of the editor
                    words = PRIVATE if user in ("redactie", "zorg") else {**PRIVATE, **FOR_EXPERTS}
                    found += [
                        (user, path, where)
                        for where, word in words.items()
                        if where not in own and word.lower() in text
                    ]
        assert found == []

    def test_a_search_for_a_private_word_finds_nothing(self, planted, ask):
        """As many as for a word that nobody ever wrote."""
        planted.publish()
        for user in VISITORS.values():
            for word in PRIVATE.values():
                nothing = ask(user, "/@search?SearchableText=qwxz", "application/json").replace("qwxz", "")
                assert ask(user, f"/@search?SearchableText={word}", "application/json").replace(word, "") == nothing
