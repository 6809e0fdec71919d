"""The light index of cases: whatever is put in and taken out, it finds the same as a plain list would."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from samenbeter.vraagbaak.cases.index import Index


IDS = [f"{number:032x}" for number in range(40)]
WORDS = ("open", "mine", "rouw", "slapen")
ROW = st.tuples(st.integers(0, 3), st.integers(0, 50), st.sets(st.sampled_from(WORDS)))
ACTS = st.lists(st.tuples(st.sampled_from(IDS), st.none() | ROW), max_size=80)


def sorted_ids(rows, words, rank=None, before=None):
    """Return what a list finds."""
    found = [(row[0], row[1], case_id) for case_id, row in rows.items() if set(words) <= row[2]]
    found = [one for one in found if rank in (None, one[0]) and (before is None or one[1] < before)]
    return [case_id for _rank, _minute, case_id in sorted(found)]


@given(ACTS, st.sets(st.sampled_from(WORDS), min_size=1), st.integers(0, 3), st.integers(0, 50))
@settings(max_examples=200, deadline=None)
def test_it_finds_what_a_plain_list_finds(acts, words, rank, before):
    """By one word or more, in order, by rank and time, in pages; and it knows how many there are."""
    index, rows = Index(), {}
    for case_id, row in acts:
        if row is None:
            index.drop(case_id)
            rows.pop(case_id, None)
        else:
            index.put(case_id, *row)
            rows[case_id] = row
    whole = sorted_ids(rows, words)
    assert index.ids(words, limit=None) == whole
    assert index.ids(words, start=2, limit=3) == whole[2:5]
    assert index.ids(words, rank=rank, limit=None) == sorted_ids(rows, words, rank)
    assert index.ids(words, rank=rank, before=before, limit=None) == sorted_ids(rows, words, rank, before)
    for word in WORDS:
        assert index.size(word) == len(sorted_ids(rows, [word]))
