"""What follows when a consent is taken back, how long its proof is kept, and its receipt."""

from consent_site import ANNA
from consent_site import BILAL
from consent_site import consents
from consent_site import heard
from consent_site import HOW
from consent_site import MAIL
from consent_site import PARTY
from consent_site import PURPOSE
from consent_site import records
from consent_site import time
from datetime import timedelta
from samenbeter.interfaces import IConsents
from samenbeter.interfaces import IConsentWithdrawn
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import answering
from samenbeter.privacy import consent_receipts
from samenbeter.privacy import purposes
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import vault
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.component import provideHandler

import json
import pytest
import transaction


__all__ = ("consents", "heard", "time")


class TestTakingBack:
    """What follows happens at once."""

    def test_rooms_hear_of_it_before_the_transaction_ends(self, consents, heard):
        found = consents.give(ANNA, PURPOSE, **HOW)
        assert heard == []
        consents.withdraw(ANNA, found)
        (event,) = heard
        assert (event.subject, event.purpose, event.party) == (ANNA.key, PURPOSE, PARTY)
        consents.withdraw(ANNA, found)
        assert len(heard) == 1

    def test_when_what_follows_fails_nothing_was_taken_back(self, functional_portal):
        consents = getUtility(IConsents)
        found = consents.give(ANNA, PURPOSE, **HOW)
        transaction.commit()

        def fail(event):
            raise RuntimeError("the room could not stop")

        provideHandler(fail, (IConsentWithdrawn,))
        try:
            with pytest.raises(RuntimeError):
                answering.withdraw(ANNA, found, language="nl")
        finally:
            getGlobalSiteManager().unregisterHandler(fail, (IConsentWithdrawn,))
        transaction.begin()
        assert consents.allowed(ANNA, PURPOSE, PARTY) == found

    @pytest.mark.parametrize("who", [BILAL, MAIL])
    def test_nobody_takes_back_that_of_another(self, consents, who):
        found = consents.give(ANNA, PURPOSE, **HOW)
        with pytest.raises(vault.NoRecord):
            consents.withdraw(who, found)
        with pytest.raises(vault.NoRecord):
            consents.withdraw(ANNA, "0" * 32)
        assert consents.allowed(ANNA, PURPOSE, PARTY)


class TestHowLong:
    """A proof is kept as long as it is one."""

    def test_what_holds_has_no_end_and_what_ended_has(self, consents, time):
        found = consents.give(ANNA, PURPOSE, **HOW)
        assert {vault.get().record(r).expires for r in records(ANNA)} == {None}
        time.move(days=10)
        consents.withdraw(ANNA, found)
        ends = periods.until("samenbeter.privacy.consents", clock.today())
        assert {vault.get().record(r).expires for r in records(ANNA)} == {ends}
        assert ends == clock.today() + timedelta(days=5 * 365)

    def test_after_that_it_goes_by_itself(self, consents, time):
        provider = getUtility(IPersonalDataProvider, "samenbeter.privacy.consents")
        consents.withdraw(ANNA, consents.give(ANNA, PURPOSE, **HOW))
        consents.give(BILAL, PURPOSE, **HOW)
        time.move(days=5 * 365 + 1)
        assert provider.expired(clock.now()) == 2
        provider.purge(clock.now(), 100)
        assert records(ANNA) == {}
        assert consents.allowed(BILAL, PURPOSE, PARTY)

    def test_who_asks_to_forget_all_loses_them_too(self, consents):
        provider = getUtility(IPersonalDataProvider, "samenbeter.privacy.consents")
        consents.give(ANNA, PURPOSE, **HOW)
        consents.give(BILAL, PURPOSE, **HOW)
        assert provider.erase(ANNA).removed == 1
        assert provider.verify_erased(ANNA) == []
        assert consents.of(ANNA) == []
        assert consents.allowed(BILAL, PURPOSE, PARTY)

    def test_the_export_has_each_event(self, consents):
        provider = getUtility(IPersonalDataProvider, "samenbeter.privacy.consents")
        consents.withdraw(ANNA, consents.give(ANNA, PURPOSE, **HOW))
        items = provider.export(ANNA).items
        assert [item.data["event"] for item in items] == ["given", "withdrawn"]
        assert provider.export(BILAL).items == ()


class TestReceipt:
    """For who wants to show it elsewhere."""

    def test_it_is_whole_and_names_nobody(self, consents):
        consents.withdraw(MAIL, consents.give(MAIL, PURPOSE, **HOW))
        (found,) = consents.of(MAIL)
        said = consent_receipts.receipt(found)
        assert said["@type"] == "dpv:ConsentReceipt"
        record = said["dpv:hasRecordOfActivity"]
        assert [one["@type"] for one in record["dpv:hasConsentStatus"]] == ["dpv:ConsentGiven", "dpv:ConsentWithdrawn"]
        assert record["dpv:hasNotice"]["dct:description"]["@value"] == purposes.wording(purposes.CONTACT, "nl")
        assert isinstance(said["@context"], dict)
        assert "zij@example.org" not in json.dumps(said)
