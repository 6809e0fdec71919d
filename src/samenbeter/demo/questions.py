"""Questions in all stages at the Vraagbaak of the example neighbourhood, so that there is something to do.

The texts are in ``content/cases.yaml``. Each goes its way by the verbs that the pages use, as the people who would
do it: what it says there is done in the order of ``STEPS``.
"""

from datetime import timedelta
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.demo.texts import load
from samenbeter.shared import clock
from samenbeter.vraagbaak.asking.asking import ask
from samenbeter.vraagbaak.asking.asking import Asked
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.desk import asking_back
from samenbeter.vraagbaak.desk import notes
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import redacting
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import contributing
from samenbeter.vraagbaak.receipt import receiving


EDITOR = "redactie"
# of Asked: what the form of the asker, or of who enters it, says
ASKS = ("text", "publish", "for_whom", "email", "userid", "channel", "entered_by")
HALF_AN_HOUR = timedelta(minutes=30)


class Story:
    """One question on its way: its case, and what the YAML says of it.

    :param desk: the Vraagbaak.
    :param partners: {ref: PartnerOrganisation} of the demo.
    :param entry: of the YAML.
    """

    def __init__(self, desk, partners, entry):
        self.desk, self.partners, self.entry = desk, partners, entry
        asked = Asked(**{name: entry[name] for name in ASKS if name in entry})
        self.code, self.case = ask(desk, asked, entry.get("code"))

    def do(self, verb, *args):
        """Let a verb change the case, and save it."""
        verb(self.case, *args)
        store.save(self.case)

    def again(self):
        """Read the case anew: others changed it."""
        self.case = store.load(self.case.id)

    @property
    def question(self):
        """Return what came of it at the desk."""
        return store.question_of(self.case)

    def uid(self, ref):
        """Return the UID of a partner."""
        return IUUID(self.partners[ref])


def fill(desk, partners):
    """Put the questions, and let each go its way.

    :param desk: the Vraagbaak.
    :param partners: {ref: PartnerOrganisation}.
    """
    for entry in load("cases.yaml"):
        story = Story(desk, partners, entry)
        with api.env.adopt_user(username=EDITOR):
            go(story)


def go(story):
    """Let a question go its way, as far as the YAML says."""
    for name, step in STEPS.items():
        if name in story.entry:
            step(story, story.entry[name])


# -- the steps, each with what stands behind its name in the YAML


def wait(story, hours):
    """Let it have come in some working hours ago: the clock of the promise counts from there."""
    calendar, now = promise.calendar_of(story.desk), clock.now()
    then = now
    while calendar.minutes(then, now) < hours * 60:
        then -= HALF_AN_HOUR
    story.case.received = then.isoformat()
    for event in story.case.timeline:
        event["t"] = then.isoformat()
    story.do(promise.start, story.desk, then)


def set_themes(story, themes):
    """Say what it is about."""
    story.do(triage.set_themes, themes, EDITOR)


def set_urgency(story, urgency):
    """Say that there is haste."""
    story.do(triage.set_urgency, urgency, EDITOR)


def note(story, text):
    """Write a note for colleagues."""
    story.do(notes.add, text, EDITOR)


def ask_back(story, text):
    """Ask the asker something."""
    story.do(asking_back.ask_back, text, EDITOR)


def redact(story, text):
    """Take out what says who somebody is, and keep the question that experts see."""
    story.do(redacting.save, story.entry["title"], text, redacting.all_removed(story.case), EDITOR)


def consult(story, refs):
    """Put it to partners."""
    partners = [story.uid(ref) for ref in refs]
    consulting.consult(story.question, partners, EDITOR, note=story.entry.get("for_experts", ""))
    story.again()


def contribute(story, contributions):
    """Let experts contribute; when there is an answer, the editor took it over."""
    for one in contributions:
        fields = {name: one[name] for name in ("contribution", "discipline")}
        with api.env.adopt_user(username=one["author"]):
            answer = contributing.contribute(story.question, one["author"], story.uid(one["partner"]), fields)
        if "answer" in story.entry:
            answering.decide(story.question, answer.getId(), answering.ACCEPT, EDITOR)
    story.again()


def answer(story, fields):
    """Write the answer, and let the asker read it."""
    story.do(answering.write, fields, EDITOR)
    story.do(answering.send, EDITOR)


def outcome(story, said):
    """Let the asker say how it went."""
    story.do(receiving.outcome, said)


def ask_approval(story, _wanted):
    """Lay the words for the site before the asker."""
    story.do(publishing.ask_approval, EDITOR)


def approve(story, _wanted):
    """Let the asker say yes to them."""
    story.do(receiving.approve, publishing.hash_of(story.question))


def publish(story, _wanted):
    """Put it on the site."""
    publishing.publish(story.question, EDITOR, story.case)
    store.save(story.case)


def decline(story, reason):
    """Do not take it up."""
    story.do(triage.reject, reason, EDITOR)


STEPS = {
    "waited": wait,
    "themes": set_themes,
    "urgency": set_urgency,
    "note": note,
    "asks_back": ask_back,
    "question": redact,
    "consult": consult,
    "contributions": contribute,
    "answer": answer,
    "outcome": outcome,
    "asks_approval": ask_approval,
    "approves": approve,
    "publishes": publish,
    "declines": decline,
}
