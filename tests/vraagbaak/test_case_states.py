"""How a case moves: the whole table, and what cannot be."""

from hypothesis import given
from hypothesis import strategies as st
from samenbeter.vraagbaak.cases import states

import pytest


R, D, A, W, N, C, J = (
    states.RECEIVED,
    states.REDACTED,
    states.ANSWERING,
    states.WAITING,
    states.ANSWERED,
    states.CLOSED,
    states.REJECTED,
)
# step: {from: to}; what is not here cannot be done
TABLE = {
    "redact": {R: D, D: D, A: A},
    "begin_answer": {D: A, A: A},
    "ask_back": {R: W, D: W, A: W},
    "reply": {W: A},
    "answer": {D: N, A: N},
    "reopen": {N: A, C: A},
    "close": {N: C},
    "reject": {R: J, D: J, A: J, W: J},
    "take_back": {J: A},
}


@pytest.mark.parametrize("step", [*TABLE, "publish"])
@pytest.mark.parametrize("state", states.STATES)
def test_each_step_leads_where_the_table_says_and_no_other_can_be_taken(step, state):
    """From each state; what waits or is rejected goes back to where it was."""
    target = TABLE.get(step, {}).get(state)
    if target is None:
        with pytest.raises(states.WrongStep):
            states.after(step, state, A)
        assert step not in states.allowed(state)
    else:
        assert states.after(step, state, A)[0] == target
        assert step in states.allowed(state)


@given(st.lists(st.sampled_from(list(TABLE)), max_size=30))
def test_no_row_of_steps_loses_where_a_case_was(steps):
    """What waits or is rejected knows a running state to go back to; all else needs none."""
    state, before = states.RECEIVED, ""
    for step in steps:
        try:
            state, before = states.after(step, state, before)
        except states.WrongStep:
            continue
        if state in (states.WAITING, states.REJECTED):
            assert before in states.RUNNING
        else:
            assert before == ""
