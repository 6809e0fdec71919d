"""Who asked can stop and erase all of it, by account, by mail address and by receipt; and it goes when it is time."""

from askers import ANNA
from askers import ask
from askers import Askers
from askers import copies
from askers import kept
from askers import OTHERS
from askers import OWN
from askers import put_back
from askers import subject_by
from askers import told
from askers import YARA
from datetime import timedelta
from samenbeter.interfaces import IErasure
from samenbeter.privacy import erasing
from samenbeter.privacy import following
from samenbeter.privacy import retention
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.personal_data_cases import Cases
from samenbeter.vraagbaak.personal_data_cases import Contacts
from zope.component import getUtility

import pytest
import transaction


WAYS = ("account", "mail", "receipt", "account that is gone")


@pytest.fixture
def room(functional_portal):
    """A case of yara, and one of somebody else."""
    return Askers(functional_portal)


class TestToErase:
    """Stop, and erase all of it."""

    @pytest.mark.abuse("A57")
    @pytest.mark.parametrize("way", WAYS)
    def test_all_of_it_goes_and_that_of_others_stays(self, room, way):
        """Words, replies, address, account, the row of the desk, what was due, and mail that waits."""
        case, others = store.load(room.id), store.load(room.others)
        mails = [vault.get().record(one).subject for one in vault.get().find(room="shared", kind="mail")]
        done = erasing.erase_now(subject_by(way, case))
        assert (done.finished, done.leftovers) == (True, 0)
        assert len(kept()) == 4
        assert told(ANNA) == told(YARA) == repr(()) == told(YARA, Contacts())
        assert OTHERS in told(Subject(userid="siem"))
        assert store.by_number(room.desk, case.number) is None
        assert store.by_number(room.desk, others.number) is not None
        left = [vault.get().record(one).subject for one in vault.get().find(room="shared", kind="mail")]
        assert len(mails) - len(left) == 1
        assert erasing.erase_now(subject_by(way, case)).removed == 0

    @pytest.mark.abuse("A57")
    @pytest.mark.parametrize("way", WAYS)
    def test_a_backup_that_is_put_back_is_erased_again(self, room, way):
        """By what the journal says, which is no more than a name of the vault."""
        case = store.load(room.id)
        others = room.of_others
        before = copies(one for one in kept() if vault.get().record(one).subject not in others)
        erasing.erase_now(subject_by(way, case))
        put_back(before)
        assert OWN in told(Subject(pseudonym=case.subject))
        assert [outcome.failed for _line, outcome in following.apply()] == [[]]
        assert len(kept()) == 4
        assert store.by_number(room.desk, case.number) is None

    def test_who_only_claimed_it_erases_the_whole(self, room):
        """Whoever has the code is the asker."""
        room.change(store.add_account, "wijk")
        assert erasing.erase_now(Subject(userid="wijk")).leftovers == 0
        assert len(kept()) == 4

    def test_what_was_asked_after_the_line_in_the_journal_stays(self, room):
        """As when an erasure is replayed much later."""
        before = clock.now()
        later = ask(room.desk, "Nog een vraag.", "yara@example.org")
        assert Cases().erase(YARA, before).removed == 1
        assert Contacts().erase(YARA, before).removed == 0
        assert store.of_subject(YARA.key)[0].id == later

    def test_other_rooms_erase_by_the_same_way(self, room):
        """And hear until when it is in a backup."""
        until = getUtility(IErasure).erase(Subject(pseudonym=store.load(room.id).subject))
        assert until == erasing.backups_until()
        assert len(kept()) == 4

    @pytest.mark.parametrize("kind", [store.CASE, store.WORDS, store.CONTACT, store.ACCOUNT])
    @pytest.mark.parametrize("way", ["account", "mail", "receipt"])
    def test_what_is_damaged_goes_too(self, room, kind, way):
        """And keeps nobody from erasing; the export says that it cannot be read."""
        case, box = store.load(room.id), vault.get()
        subject = subject_by(way, case)
        ids = {store.CASE: case.id, store.WORDS: store.words_id(case), store.CONTACT: case.contact}
        record = box.record(ids.get(kind, case.accounts[0]))
        record.payload.sealed = ("A256GCM", *record.payload.sealed[1:3], b"junk")
        transaction.commit()
        if kind in (store.CASE, store.WORDS):
            assert "export_unreadable" in told(subject)
        done = erasing.erase_now(subject)
        assert (done.finished, done.leftovers) == (True, 0)
        transaction.begin()
        assert not list(box.find(subject=subject.key, room=store.ROOM))

    def test_without_a_key_nothing_goes(self, room, monkeypatch, tmp_path):
        """What belongs to a case is not known then."""
        before = kept()
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "nergens"))
        with pytest.raises(keys.VaultProblem):
            store.erase(room.id)
        transaction.abort()
        with pytest.raises(keys.VaultProblem):
            erasing.erase_now(ANNA)
        assert kept() == before


class TestTime:
    """What has had its time."""

    @pytest.fixture
    def later(self, room, monkeypatch):
        """Let so many days go by after the answer to the case of yara."""
        room.change(store.keep_from_answer)
        start = clock.now()

        def go(days):
            monkeypatch.setattr(clock, "now", lambda: start + timedelta(days=days))
            transaction.begin()
            return clock.now()

        return go

    @pytest.mark.abuse("A60")
    def test_the_address_goes_first_and_then_all_of_it(self, room, later):
        """Each once; what is counted beforehand is what goes."""
        now = later(31)
        assert (Contacts().expired(now), Cases().expired(now)) == (1, 0)
        assert [Contacts().purge(now, 10), Contacts().purge(now, 10)] == [1, 0]
        transaction.commit()
        assert room.case.contact == "" and store.email_of(room.case) == ""
        assert store.contact_erased_on(room.case) is None
        now = later(181)
        assert Cases().expired(now) == 6
        assert [Cases().purge(now, 10), Cases().purge(now, 10)] == [6, 0]
        transaction.commit()
        # the address of who was never answered is kept as long as the case, and went with it
        assert kept() == set() and Contacts().expired(now) == 0

    @pytest.mark.abuse("A60")
    def test_a_night_that_is_broken_off_is_gone_on_with(self, room, later, monkeypatch):
        """A batch goes as a whole or not at all."""
        later(181)
        before, real = {one: vault.get().record(one).kind for one in kept()}, store.erase
        with monkeypatch.context() as broken:
            broken.setattr(store, "erase", lambda case_id: real(case_id) and 1 / 0)
            with pytest.raises(retention.Unfinished):
                retention.Retention().run("", None)
            assert {before[one] for one in set(before) - kept()} == {store.CONTACT}
        for _night in range(2):
            retention.Retention().run("", None)
            assert kept() == set()

    def test_what_is_hidden_waits(self, room, later):
        """Until its asker lets it go on, or erases it."""
        erasing.restrict(ANNA, True)
        now = later(181)
        assert Cases().expired(now) == 3
        Cases().purge(now, 10)
        assert store.load(room.id)
        transaction.commit()
        assert erasing.erase_now(ANNA).leftovers == 0

    def test_small_batches_end(self, room, later):
        """One at a time, until there is none."""
        now, gone = later(181), 0
        while Cases().purge(now, 1):
            gone += 1
        assert gone == 2 and Cases().expired(now) == 0
