"""Consents are kept as they happened, and the last word counts."""

from consent_site import ANNA
from consent_site import another_text
from consent_site import BILAL
from consent_site import consents
from consent_site import HOW
from consent_site import MAIL
from consent_site import PARTY
from consent_site import PURPOSE
from consent_site import records
from consent_site import START
from consent_site import states
from consent_site import time
from datetime import timedelta
from hashlib import sha256
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from samenbeter.interfaces import IConsents
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.interfaces import IPurpose
from samenbeter.privacy import consent_events as events
from samenbeter.privacy import purposes
from samenbeter.privacy import texts
from samenbeter.shared import audit
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import getSiteManager
from zope.component import getUtility

import json
import pytest


__all__ = ("another_text", "consents", "time")


class TestHowItStands:
    """What follows from what happened."""

    STORIES = {
        ("give",): (True, ["given"]),
        ("ask",): (False, ["requested"]),
        ("ask", "give"): (True, ["requested", "given"]),
        ("ask", "refuse"): (False, ["requested", "refused"]),
        ("refuse",): (False, ["refused"]),
        ("give", "withdraw"): (False, ["given", "withdrawn"]),
        ("give", "refuse"): (False, ["given", "withdrawn"]),
        ("give", "give"): (True, ["given"]),
        ("give", "ask"): (True, ["given"]),
        ("give", "withdraw", "withdraw"): (False, ["given", "withdrawn"]),
        ("give", "withdraw", "give"): (True, ["given"]),
        ("refuse", "give"): (True, ["given"]),
    }

    @pytest.mark.parametrize("story", STORIES, ids=" ".join)
    @pytest.mark.parametrize("subject", [ANNA, MAIL], ids=["account", "mail"])
    def test_a_yes_holds_until_it_is_taken_back(self, consents, time, subject, story):
        consent_id = ""
        for step in story:
            if step == "withdraw":
                consents.withdraw(subject, consent_id)
            else:
                consent_id = getattr(consents, step)(subject, PURPOSE, **HOW)
        holds, history = self.STORIES[story]
        assert (consents.allowed(subject, PURPOSE, PARTY) is not None) is holds
        assert states(consents, subject) == history

    def test_it_holds_for_this_person_party_and_purpose_only(self, consents):
        found = consents.give(ANNA, PURPOSE, **HOW)
        assert consents.allowed(ANNA, PURPOSE, PARTY) == found
        assert consents.allowed(BILAL, PURPOSE, PARTY) is None
        assert consents.allowed(Subject(email="anna"), PURPOSE, PARTY) is None
        assert consents.allowed(ANNA, PURPOSE, "partner:0") is None
        assert consents.allowed(ANNA, "samenbeter.stories", PARTY) is None

    def test_it_ends_after_its_last_day(self, consents, time):
        found = consents.give(ANNA, PURPOSE, valid_until=START.date() + timedelta(days=1), **HOW)
        time.move(days=1)
        assert consents.allowed(ANNA, PURPOSE, PARTY) == found
        time.move(days=1)
        assert consents.allowed(ANNA, PURPOSE, PARTY) is None
        assert states(consents, ANNA) == ["given", "expired"]
        again = consents.give(ANNA, PURPOSE, **HOW)
        assert again != found
        assert consents.get(ANNA, found).history[-1][0] == "expired"

    def test_a_longer_yes_renews_it(self, consents, time):
        consents.give(ANNA, PURPOSE, valid_until=START.date(), **HOW)
        consents.give(ANNA, PURPOSE, valid_until=START.date() + timedelta(days=9), **HOW)
        time.move(days=5)
        assert consents.allowed(ANNA, PURPOSE, PARTY)
        assert states(consents, ANNA) == ["given", "renewed"]

    @pytest.mark.parametrize(
        "change",
        [{"text": "Een andere tekst."}, {"version": 2, "text": purposes.CONTACT.text}],
        ids=["text", "version"],
    )
    def test_another_text_or_version_asks_anew(self, consents, another_text, change):
        before = consents.give(ANNA, PURPOSE, **HOW)
        another_text(**change)
        assert consents.allowed(ANNA, PURPOSE, PARTY) is None
        assert consents.give(ANNA, PURPOSE, **HOW) == before
        assert consents.allowed(ANNA, PURPOSE, PARTY) == before
        assert states(consents, ANNA) == ["given", "renewed"]

    def test_a_purpose_that_is_gone_allows_nothing(self, consents):
        manager = getSiteManager()
        manager.registerUtility(purposes.CONTACT, IPurpose, "walks.walking")
        consents.give(ANNA, "walks.walking", **HOW)
        manager.unregisterUtility(provided=IPurpose, name="walks.walking")
        assert consents.allowed(ANNA, "walks.walking", PARTY) is None
        with pytest.raises(ValueError, match="purpose"):
            consents.give(ANNA, "walks.walking", **HOW)

    def test_while_all_rests_nothing_is_allowed(self, consents):
        consents.give(ANNA, PURPOSE, **HOW)
        provider = getUtility(IPersonalDataProvider, "samenbeter.privacy.consents")
        provider.restrict(ANNA, True)
        assert consents.allowed(ANNA, PURPOSE, PARTY) is None
        provider.restrict(ANNA, False)
        assert consents.allowed(ANNA, PURPOSE, PARTY)

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.sampled_from(["ask", "give", "refuse", "withdraw"]), max_size=8))
    def test_after_any_story_the_last_word_counts(self, story):
        """Pure: the events as they are written, without a database."""
        found = []
        for number, step in enumerate(story, 1):
            word = {"ask": "requested", "give": "given", "refuse": "refused", "withdraw": "withdrawn"}[step]
            event = {"consent": "" if not found else "a", "event": word, "at": START.isoformat(), "number": number}
            found.append(("a" if not found else f"b{number}", {**event, "purpose": "p", "party": "q"}))
        if all(event["event"] == "withdrawn" for _id, event in found):
            assert events.consents(found) == []
        else:
            (consent,) = events.consents(reversed(found))
            assert consent.state == found[-1][1]["event"]
            assert len(consent.history) == len(story)


class TestWhatIsKept:
    """The proof."""

    def test_nothing_that_was_written_is_ever_changed(self, consents, time, another_text):
        kept = {}
        consent_id = ""
        for step in ("ask", "give", "other", "give", "withdraw", "give", "refuse"):
            if step == "other":
                another_text()
            elif step == "withdraw":
                consents.withdraw(ANNA, consent_id)
            else:
                consent_id = getattr(consents, step)(ANNA, PURPOSE, **HOW)
            now = records(ANNA)
            assert {record_id: now.get(record_id) for record_id in kept} == kept
            kept = now
        assert len(kept) == 6

    def test_there_is_no_way_to_change_or_delete_one(self):
        offered = {name for name in dir(getUtility(IConsents)) if not name.startswith("_")}
        assert offered == {"ask", "give", "refuse", "withdraw", "allowed", "of", "get"}

    def test_the_exact_text_is_kept_once_under_its_hash(self, consents):
        consents.give(ANNA, PURPOSE, **HOW)
        consents.give(BILAL, PURPOSE, **HOW)
        (found,) = consents.of(ANNA)
        text = purposes.wording(purposes.CONTACT, "nl")
        assert text.endswith("Dan houdt het meteen op.")
        assert found.worded["notice"]["sha256"] == sha256(text.encode()).hexdigest()
        assert texts.read(found.worded["notice"]["sha256"]) == text

    def test_it_has_the_fields_of_the_standard(self, consents):
        consents.give(ANNA, PURPOSE, **HOW)
        (found,) = consents.of(ANNA)
        assert found.worded.keys() >= {
            "schema",
            "schema_version",
            "consent",
            "event",
            "at",
            "purpose",
            "party",
            "notice",
            "controller",
            "recipients",
            "categories",
            "basis",
            "exception",
            "method",
            "recorded_by",
            "valid_until",
            "withdrawal",
        }
        assert found.worded["basis"] == "eu-gdpr:A6-1-a"
        assert found.worded["categories"] == ["pd:EmailAddress"]
        assert found.worded["withdrawal"].endswith("/@@mijn-toestemmingen")

    def test_it_says_nothing_of_who_where_and_with_what(self, consents, http_request):
        http_request.environ.update(REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="Marker/1.0")
        consents.give(MAIL, PURPOSE, **HOW)
        said = json.dumps(consents.of(MAIL)[0].events)
        for word in ("203.0.113.7", "Marker", "zij@example.org", "mail:"):
            assert word not in said

    def test_what_is_on_paper_says_who_wrote_it_down_and_is_in_the_audit_log(self, consents):
        consents.give(ANNA, PURPOSE, party=PARTY, method="paper-signed", language="nl", recorded_by="partner:0f3a")
        entries = list(audit.about(vault.get().pseudonym(ANNA.key)))
        assert [entry.action for entry in entries] == ["edit"]
        assert consents.of(ANNA)[0].worded["recorded_by"] == "partner:0f3a"

    def test_what_people_do_themselves_is_not_in_the_audit_log(self, consents):
        consents.withdraw(ANNA, consents.give(ANNA, PURPOSE, **HOW))
        consents.of(ANNA)
        assert list(audit.about(vault.get().pseudonym(ANNA.key))) == []

    def test_a_damaged_record_allows_nothing_and_hides_nothing_else(self, consents, time):
        consents.give(ANNA, "samenbeter.stories", party="partner:0", method="spoken", language="nl")
        found = consents.give(ANNA, PURPOSE, **HOW)
        consents.withdraw(ANNA, found)
        (last,) = [r for r in records(ANNA) if consents._read(ANNA)[0][r]["event"] == "withdrawn"]
        payload = vault.get().record(last).payload
        payload.sealed = (*payload.sealed[:-1], b"damaged" + payload.sealed[-1])
        assert consents.allowed(ANNA, PURPOSE, PARTY) is None
        assert consents.allowed(ANNA, "samenbeter.stories", "partner:0")
        assert len(consents.of(ANNA)) == 2
