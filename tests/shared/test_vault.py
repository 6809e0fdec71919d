"""The vault: kept, found without opening, read by whom it is for, and gone when it is erased."""

from datetime import date
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import sealing
from samenbeter.shared import vault
from samenbeter.shared.records import Payload
from vault_boxes import fill
from vault_boxes import KIND
from vault_boxes import PURPOSE

import pytest
import secrets
import transaction


SECRET = "zilverreiger"
MACHINE = vault.Machine("test")


def loaded(box, act):
    """Return what an act on the vault gives, and how many objects of which kind it loads."""
    connection = box._p_jar
    transaction.abort()
    connection.cacheMinimize()
    names = []
    setstate = connection.setstate

    def note(obj):
        names.append(type(obj).__name__)
        setstate(obj)

    connection.setstate = note
    try:
        found = act()
    finally:
        del connection.setstate
    return found, names


class TestKept:
    def test_it_is_read_as_it_was(self, box):
        data = {"text": "dag", "list": [1, None, "€"]}
        found = box.add(**KIND, data=data, purpose=PURPOSE, subject="member:a")
        assert box.read(found, vault.Own("member:a")) == data
        assert box.read(box.add(**KIND, data=b"\0\xff", purpose=PURPOSE), MACHINE) == b"\0\xff"

    def test_nothing_of_it_is_in_the_open(self, box, tmp_path):
        found = box.add(
            **KIND, data={"text": SECRET}, purpose=PURPOSE, subject=f"mail:{SECRET}@example.org", party="partner:1"
        )
        transaction.commit()
        box.replace(found, {"text": f"{SECRET} twee"})
        transaction.commit()
        assert SECRET.encode() not in (tmp_path / "Data.fs").read_bytes()
        assert SECRET not in found

    def test_it_says_something_else_when_it_is_replaced(self, box):
        found = fill(box, 1)[0]
        before = vars(box.record(found)).copy()
        box.replace(found, {"text": "anders"})
        assert box.read(found, MACHINE) == {"text": "anders"}
        assert vars(box.record(found)) == before
        with pytest.raises(vault.NoRecord):
            box.replace("00", {})

    def test_without_a_name_nobody_is_meant(self, box):
        """All who have none would be one person."""
        for subject in ("member:", "mail:"):
            with pytest.raises(ValueError, match="name"):
                box.add(**KIND, data={}, purpose=PURPOSE, subject=subject)
        assert len(box) == 0


class TestFound:
    @pytest.fixture
    def several(self, box, monkeypatch):
        """{name: id} of records that differ in one thing."""
        kinds = {(room, kind) for room in ("privacy", "stories") for kind in ("note", "letter", "notebook")}
        monkeypatch.setattr(vault, "UNANSWERED", kinds)
        more = {
            "plain": {},
            "other kind": {"kind": "letter"},
            "other room": {"room": "stories"},
            "longer kind": {"kind": "notebook"},
            "other party": {"party": "partner:1"},
            "longer party": {"party": "partner:12"},
            "other person": {"subject": "member:b"},
            "nobody": {"subject": ""},
        }
        first = {"room": "privacy", "kind": "note", "subject": "member:a", "purpose": PURPOSE}
        return {name: box.add(data={}, **{**first, **one}) for name, one in more.items()}

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ({"subject": "member:a"}, "plain other kind other room longer kind other party longer party"),
            ({"subject": "member:a", "party": "partner:1"}, "other party"),
            ({"subject": "member:a", "room": "stories"}, "other room"),
            ({"subject": "member:a", "room": "privacy", "kind": "letter"}, "other kind"),
            ({"subject": "member:b"}, "other person"),
            ({"subject": "member:c"}, ""),
            ({"subject": ""}, ""),
            ({"subject": "a"}, ""),
            ({"subject": "member:a\0"}, ""),
            ({"room": "privacy", "kind": "note"}, "plain other party longer party other person nobody"),
            ({"room": "stories"}, "other room"),
            ({"room": "privacy", "kind": "note", "party": "partner:1"}, "other party"),
            ({"room": "priv"}, ""),
        ],
    )
    def test_by_whom_with_whom_and_what(self, box, several, query, names):
        found = {name for name, record_id in several.items() if record_id in set(box.find(**query))}
        for name in list(found):
            names = names.replace(name, "", 1) if name in names else names + f" [{name}]"
        assert names.split() == []
        assert len(list(box.find(**query))) == len(found)

    def test_all_of_nobody_in_particular_is_not_asked(self, box):
        with pytest.raises(ValueError, match="room"):
            list(box.find())
        with pytest.raises(ValueError, match="room"):
            list(box.find(kind="note"))

    def test_by_the_day_on_which_it_goes(self, box):
        days = {day: box.add(**KIND, data={}, purpose=PURPOSE, expires=date(2026, 11, day)) for day in (1, 2, 3)}
        box.add(**KIND, data={}, purpose=PURPOSE)
        assert list(box.expired(date(2026, 11, 1))) == []
        assert set(box.expired(date(2026, 11, 3))) == {days[1], days[2]}
        box.set_expires(days[1], date(2026, 12, 1))
        box.set_expires(days[2], None)
        assert set(box.expired(date(2026, 11, 30))) == {days[3]}
        box.erase(days[3])
        assert set(box.expired(date(2027, 1, 1))) == {days[1]}

    def test_nothing_is_opened_or_loaded_for_it(self, box):
        """Not even what is known of a record in the clear."""
        day = date(2026, 11, 1)
        ids = fill(box, 300, expires=day)
        for act, count in (
            (lambda: list(box.find(subject="member:7")), 1),
            (lambda: list(box.find(subject="member:7", party=vault.PLATFORM, **KIND)), 1),
            (lambda: list(box.find(**KIND)), 300),
            (lambda: list(box.expired(clock.today().replace(year=2099))), 300),
            (lambda: box.count(**KIND), None),
            (lambda: len(box), None),
        ):
            found, names = loaded(box, act)
            assert count is None or len(found) == count
            assert {"Payload", "Record"}.isdisjoint(names), names
        # reading opens the one
        text, names = loaded(box, lambda: box.read(ids[7], MACHINE))
        assert (text, names.count("Payload"), names.count("Record")) == ({"text": "note 7"}, 1, 1)

    @pytest.mark.parametrize("size", [100, 100_000])
    def test_a_lookup_of_a_person_loads_as_few_objects_whatever_there_is(self, box, size, monkeypatch):
        """The vault, the shard, its lookup, and a bucket or two."""
        monkeypatch.setattr(sealing, "seal", lambda *args: ("", "", b"", b""))
        first = fill(box, 1)[0]
        shard = box._shard(first)
        # as many as its shard has of so many
        for _number in range(size // vault.SHARDS):
            record = vault.Record(secrets.token_hex(16), "privacy", "note", PURPOSE, secrets.token_hex(16), "x", None)
            record.key, record.payload = box.current, Payload(())
            shard.put(record)
        transaction.commit()
        found, names = loaded(box, lambda: list(box.find(subject="member:0")))
        assert found == [first]
        assert len(names) <= 5, names


class TestForWhom:
    @pytest.fixture
    def mine(self, box):
        """The id of a record about member:a."""
        return box.add(**KIND, data={"text": SECRET}, purpose=PURPOSE, subject="member:a")

    @pytest.mark.parametrize("who", ["member:b", "mail:a", "a", "member:A", "member:a ", "", "member:", "mail:"])
    def test_nobody_reads_what_is_about_somebody_else(self, box, mine, who):
        nobodys = box.add(**KIND, data={"text": SECRET}, purpose=PURPOSE)
        for found in (mine, nobodys):
            with pytest.raises(vault.NoRecord) as wrong:
                box.read(found, vault.Own(who))
            assert SECRET not in repr(wrong.value)

    @pytest.mark.parametrize(
        "record_id",
        [
            "",
            "0",
            "zz",
            "00",
            "-1",
            "+1",
            " 1",
            "ff" * 16,
            "00" * 16,
            "../../etc",
            "٣٣",
            "\0",
            None,
            7,
            b"00",
            [],
            ("00",),
        ],
    )
    def test_an_id_that_is_none_is_like_no_record(self, box, mine, record_id):
        for act in (
            lambda: box.read(record_id, MACHINE),
            lambda: box.read(record_id, vault.Own("member:a")),
            lambda: box.replace(record_id, {}),
            lambda: box.freeze(record_id, True),
            lambda: box.set_expires(record_id, None),
            lambda: box.record(record_id),
        ):
            with pytest.raises(vault.NoRecord):
                act()
        assert box.erase(record_id) is False
        assert len(box) == 1

    def test_what_is_frozen_only_that_person_reads(self, box, mine, monkeypatch):
        noted = []
        monkeypatch.setattr("samenbeter.shared.access.audit.note", lambda action, **what: noted.append(action))
        box.freeze(mine, True)
        assert box.record(mine).frozen
        assert box.read(mine, vault.Own("member:a")) == {"text": SECRET}
        with pytest.raises(vault.NoRecord):
            box.read(mine, vault.Staff("samenbeter.answers"))
        assert noted == []
        # who handles what they asked, and an emergency
        box.read(mine, vault.Staff("samenbeter.rights"))
        box.read(mine, vault.Staff("samenbeter.answers", action="break_glass"))
        assert noted == ["view", "break_glass"]
        box.freeze(mine, False)
        assert box.read(mine, vault.Staff("samenbeter.answers")) == {"text": SECRET}


class TestErased:
    def test_it_is_nowhere(self, box):
        found = fill(box, 3, expires=date(2026, 11, 1))
        assert box.erase(found[1]) is True
        assert box.erase(found[1]) is False
        transaction.commit()
        assert (len(box), box.count(**KIND)) == (2, 2)
        assert list(box.find(subject="member:1")) == []
        assert set(box.expired(date(2027, 1, 1))) == {found[0], found[2]}
        with pytest.raises(vault.NoRecord):
            box.read(found[1], MACHINE)
        for shard in box.shards:
            rows = (*shard.records, *shard.by_subject, *shard.by_kind, *shard.by_expiry, *shard.by_key)
            assert not [row for row in rows if found[1] in row]

    def test_a_pack_takes_it_out_of_the_file(self, box, tmp_path):
        found = fill(box, 1)[0]
        bytes_of_it = box.record(found).payload.sealed[3]
        box.erase(found)
        transaction.commit()
        box._p_jar.db().pack()
        left = (tmp_path / "Data.fs").read_bytes()
        assert found.encode() not in left and bytes_of_it not in left


def test_the_vault_of_a_site_is_there_after_the_install(portal):
    box = vault.get()
    assert box.fingerprint == keys.load().fingerprint
    assert vault.get() is box
    assert not box.erase_on_uninstall
