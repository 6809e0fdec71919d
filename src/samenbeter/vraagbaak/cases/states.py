"""How a case moves. Pure: no Plone.

A step that is not in the table is not there for anybody, whatever page or service asks for it.
"""

RECEIVED = "received"
REDACTED = "redacted"
ANSWERING = "answering"
WAITING = "waiting_for_asker"
ANSWERED = "answered"
CLOSED = "closed"
REJECTED = "rejected"
# of the vault: its asker had it hidden; what it was before stands in the record
FROZEN = "frozen"

# somebody of the desk has to do something, or waits for the asker
OPEN = (RECEIVED, REDACTED, ANSWERING, WAITING)
# the clock of the promise runs
RUNNING = (RECEIVED, REDACTED, ANSWERING)
ENDED = (ANSWERED, CLOSED, REJECTED)
STATES = (*OPEN, *ENDED)

# step: (from which states, to which; None: back to where it was)
STEPS = {
    "redact": (RUNNING, REDACTED),
    "begin_answer": ((REDACTED, ANSWERING), ANSWERING),
    "ask_back": (RUNNING, WAITING),
    "reply": ((WAITING,), None),
    "answer": ((REDACTED, ANSWERING), ANSWERED),
    "reopen": ((ANSWERED, CLOSED), ANSWERING),
    "close": ((ANSWERED,), CLOSED),
    "reject": (OPEN, REJECTED),
    "take_back": ((REJECTED,), None),
}

EDITOR, ASKER = "editor", "asker"
# step: who takes it
WHO = {
    "redact": (EDITOR,),
    "begin_answer": (EDITOR,),
    "ask_back": (EDITOR,),
    "reply": (ASKER,),
    "answer": (EDITOR,),
    "reopen": (EDITOR, ASKER),
    "close": (EDITOR,),
    "reject": (EDITOR,),
    "take_back": (EDITOR,),
}


class WrongStep(ValueError):
    """This step cannot be taken now: somebody else did something meanwhile."""

    def __init__(self, step, state):
        super().__init__(f"{step} from {state}")
        self.step = step
        self.state = state


def allowed(state):
    """Return the steps that can be taken from a state, in the order of the table."""
    return tuple(step for step, (sources, _target) in STEPS.items() if state in sources)


def after(step, state, before):
    """Return (state, before) after a step.

    :param state: in which it is now.
    :param before: in which it was before it waited or was rejected; "" for none.
    :raises WrongStep: when it cannot be taken from here.
    """
    sources, target = STEPS.get(step, ((), None))
    if state not in sources:
        raise WrongStep(step, state)
    if target is None:
        return before or RECEIVED, ""
    # what is redacted again stays with who works on it
    if step == "redact" and state == ANSWERING:
        return ANSWERING, ""
    # a case that waits and is rejected goes back to where it was before it waited
    kept = before if state == WAITING else state
    return target, kept if target in (WAITING, REJECTED) else ""
