"""What is damaged says so, the rest goes on, and with a wrong key nothing is written."""

from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared.vault_check import check
from vault_boxes import fill

import pytest
import transaction


MACHINE = vault.Machine("test")


class TestDamage:
    """One record is damaged: it says so, and the others are read."""

    @staticmethod
    def spoil(box, how, found):
        """Damage the first record."""
        record = box.record(found[0])
        algorithm, key, nonce, text = record.payload.sealed
        other = box.record(found[1])
        if how == "bytes":
            record.payload.sealed = (algorithm, key, nonce, text[:-1] + bytes([text[-1] ^ 1]))
        elif how == "swapped":
            record.payload, other.payload = other.payload, record.payload
        elif how == "algorithm":
            record.payload.sealed = ("none", key, nonce, text)
        elif how == "no key":
            record.payload.sealed = (algorithm, "0badcafe", nonce, text)
        elif how == "about another":
            record.subject = other.subject
        elif how == "nothing":
            record.payload = None
        else:
            record.payload.sealed = how
        transaction.commit()

    HOW = ("bytes", "swapped", "algorithm", "no key", "about another", "nothing", None, "junk", (1, 2), (1, 2, 3, 4))

    @pytest.mark.parametrize("how", HOW, ids=str)
    def test_it_says_so_and_the_rest_is_read(self, box, how):
        found = fill(box, 4)
        self.spoil(box, how, found)
        with pytest.raises(keys.VaultProblem) as problem:
            box.read(found[0], MACHINE)
        assert problem.value.message
        assert "note" not in str(problem.value)
        assert [box.read(one, MACHINE)["text"] for one in found[2:]] == ["note 2", "note 3"]
        result = check(box)
        assert (result["checked"], result["next"]) == (4, None)
        assert result["damaged"] == {("privacy", "note"): 2 if how == "swapped" else 1}

    def test_what_no_lookup_finds_is_damage_too(self, box):
        found = fill(box, 4)
        rows = box._shard(found[0]).by_subject
        # others can lie in the same part of the vault
        rows.remove(next(row for row in rows if row[-1] == found[0]))
        assert check(box)["damaged"] == {("privacy", "note"): 1}

    def test_a_check_goes_on_where_it_stopped(self, box):
        fill(box, 40)
        result, checked = {"next": 0}, 0
        while result["next"] is not None:
            result = check(box, result["next"], seconds=0)
            checked += result["checked"]
        assert checked == 40

    def test_a_check_without_the_key_blames_no_record(self, box, key_file):
        fill(box, 3)
        key_file.unlink()
        with pytest.raises(keys.NoKey):
            check(box)

    def test_with_another_key_nothing_is_read_or_written(self, box, key_file):
        found = fill(box, 1)[0]
        before = box._p_jar.db().lastTransaction()
        key_file.write_text(keys.render(keys.Keys(b"i" * 32, {keys.id_of(b"k" * 32): b"k" * 32})), "ascii")
        for act in (
            lambda: fill(box, 1),
            lambda: box.replace(found, {}),
            lambda: box.read(found, MACHINE),
            lambda: list(box.find(subject="member:0")),
            box.prepare,
        ):
            with pytest.raises(keys.WrongKey, match="andere kluis"):
                act()
            transaction.abort()
        assert box._p_jar.db().lastTransaction() == before
        # what has had its time goes also then
        assert box.erase(found)
