"""What a reader can reckon from a table: no small number, by whatever is shown."""

from itertools import product
from samenbeter.shared.small_cells import LEAST
from samenbeter.shared.small_cells import protect

import pytest


@pytest.mark.parametrize("numbers", product((0, 1, 4, 5, 9, 30), repeat=4))
def test_what_is_hidden_is_never_one_number_nor_few(numbers):
    """With the total shown: two parts or more are hidden, together enough; what is shown is true."""
    parts = dict(zip("abcd", numbers, strict=True))
    cells, total = protect(parts)
    hidden = [name for name in parts if cells[name] is None]
    assert {name: cells[name] for name in parts if name not in hidden} == {
        name: parts[name] for name in parts if name not in hidden
    }
    assert all(number is None or number >= LEAST for number in (*cells.values(), total))
    if total is not None and hidden:
        assert total == sum(numbers)
        assert len(hidden) > 1
        assert sum(parts[name] for name in hidden) >= LEAST


def test_nothing_small_hides_nothing():
    """Each part and the total."""
    assert protect({"a": 5, "b": 8}) == ({"a": 5, "b": 8}, 13)


def test_where_no_second_part_is_left_the_total_goes():
    """One theme with few, and no other."""
    assert protect({"a": 3}) == ({"a": None}, None)
    assert protect({}) == ({}, None)
