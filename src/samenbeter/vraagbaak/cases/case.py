"""One case, as plain data. It holds nothing of what the asker wrote: that is a record of its own (``store.words``).

Who may read what: this much the desk needs for its list, so the platform opens it by itself; the asker's
own words and mail address are only opened for a person who says why, and that is in the audit log.
"""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import states


NORMAL, URGENT = "normal", "urgent"
YES, NO = "yes", "no"
MYSELF, OTHER = "myself", "other"
CHANNELS = ("web", "phone", "table", "rest")
# who did something, when it was not a person with an account
ASKER, PLATFORM = "asker", "platform"
# what asked people said after the answer
HELPED, ACTED, STUCK = "helped", "acted", "stuck"
CLAIM = timedelta(minutes=10)


@dataclass
class Case:
    """A case.

    :param id: of its record in the vault.
    :param subject: how the vault knows its receipt code; it does not lead back.
    :param desk: UID of the Vraagbaak.
    :param number: by which the desk calls it, "V-7K3M-9Q"; it shares nothing with the code or the question.
    :param before: the state to go back to from waiting or rejected.
    :param publish: "yes" or "no", what the asker chose.
    :param owner: user id of the editor who sees to it; "" only when the desk has no editor at all.
    :param holder: {"userid", "until"} of who works on it now, a claim that ends by itself.
    :param clock: see ``promise``.
    :param question: UID of the VraagbaakQuestion, "" before the redaction is saved.
    :param partners: UIDs of the partners that were asked and did not answer or decline yet.
    :param approval: {"asked", "hash", "decided", "answer": "yes" | "no"}: what the asker said of the exact words.
    :param notes: [{"id", "t", "by", "text"}], of the desk; never published.
    :param asked_back: [{"id", "t", "by", "text", "answered"}]; what was answered is with the asker's words.
    :param timeline: [{"t", "what", "by", "about"}], oldest first; ``what`` is a word of EVENTS.
    :param undo: {"what", "by", "t", "events", "before": {field: value}} of the last act that can be undone; {}.
    :param contact: id of the record with the mail address; "".
    :param mail: how it goes with mail to the asker: "", "waits", "sent", "refused", "bounced", "not_sent".
    :param accounts: ids of the records by which accounts have it.
    :param hidden_by: by whom it was hidden, as the vault calls an account, an address or a code; it waits for all of them.
    """

    id: str
    subject: str
    desk: str
    number: str
    received: str
    language: str = "nl"
    channel: str = "web"
    for_whom: str = MYSELF
    publish: str = NO
    entered_by: str = ""
    state: str = states.RECEIVED
    before: str = ""
    themes: list = field(default_factory=list)
    urgency: str = NORMAL
    owner: str = ""
    holder: dict = field(default_factory=dict)
    clock: dict = field(default_factory=dict)
    question: str = ""
    partners: list = field(default_factory=list)
    answered: str = ""
    outcome: str = ""
    approval: dict = field(default_factory=dict)
    reject_reason: str = ""
    notes: list = field(default_factory=list)
    asked_back: list = field(default_factory=list)
    timeline: list = field(default_factory=list)
    undo: dict = field(default_factory=dict)
    contact: str = ""
    mail: str = ""
    accounts: list = field(default_factory=list)
    hidden_by: list = field(default_factory=list)

    def data(self):
        """Return what is kept of it: all but what the record says of itself."""
        return {name: value for name, value in asdict(self).items() if name not in ("id", "subject")}

    # -- moving

    def move(self, step):
        """Take a step of ``states.STEPS``.

        :raises states.WrongStep: when it cannot be taken now.
        """
        self.state, self.before = states.after(step, self.state, self.before)

    def note_event(self, what, by, about=""):
        """Write down in its timeline what happened.

        :param what: a word of ``events.EVENTS``.
        :param by: a user id, ASKER or PLATFORM.
        :param about: UID of a partner, or an id of an other thing; never words of a person.
        """
        self.timeline.append({"t": now(), "what": what, "by": by, "about": about})

    def can_undo(self, what, by, *names):
        """Remember the values of fields before an act, so that it can be undone. Call it before the change."""
        data = self.data()
        before = {name: data[name] for name in names}
        # what happens after the events so far is looked at before it is undone
        self.undo = {"what": what, "by": by, "t": now(), "events": len(self.timeline), "before": before}

    # -- what it is

    @property
    def is_open(self):
        """Return whether the desk still has something to do with it."""
        return self.state in states.OPEN

    @property
    def is_ready(self):
        """Return whether its asker said yes to words that are not on the site now."""
        if self.state != states.ANSWERED or self.approval.get("answer") != YES:
            return False
        steps = [event["what"] for event in self.timeline if event["what"] in ("published", "withdrawn")]
        return steps[-1:] != ["published"]

    @property
    def due(self):
        """Return the promised moment, a datetime in UTC; None while the clock stands still."""
        found = self.clock.get("due")
        return moment(found) if found and self.state in states.RUNNING else None

    @property
    def holds(self):
        """Return the user id of who works on it now; "" for nobody."""
        return self.holder["userid"] if self.holder and moment(self.holder["until"]) > clock.now() else ""

    def hold(self, userid):
        """Let somebody work on it for a while."""
        self.holder = {"userid": userid, "until": (clock.now() + CLAIM).isoformat()}


def now():
    """Return the time as it is kept."""
    return clock.now().isoformat()


def moment(text):
    """Return a datetime of what was kept."""
    return datetime.fromisoformat(text)
