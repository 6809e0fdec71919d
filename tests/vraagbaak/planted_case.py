"""A question that goes its whole way, with a word of its own in each place where somebody writes something private."""

from plone import api
from samenbeter.shared.system import as_system
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.asking.asking import ask
from samenbeter.vraagbaak.asking.asking import Asked
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


# where it was written: a word that stands nowhere else, and that nobody but the desk may meet
PRIVATE = {
    "the question": "kwikstaartlepel",
    "a name": "Zwaluwstaart",
    "a phone number": "612345678",
    "the mail address": "boomklevermeeuw",
    "a question back": "putterdoosje",
    "a reply": "roodborstkopje",
    "a note": "sijsjesplank",
    "after the answer": "goudvinkbord",
}
# for the experts who were asked, and the desk
FOR_EXPERTS = {"a note for experts": "merelkan", "why a partner declines": "spreeuwenpot"}
PUBLIC = "Hoe kom ik veilig de trap op?"
TEXT = (
    f"Ik ben Yara {PRIVATE['a name']}. Mijn {PRIVATE['the question']} is gevallen op de trap. "
    f"Bel mij op 06 {PRIVATE['a phone number'][1:]}. Wie kan helpen?"
)
BY = "redactie"


class Planted:
    """The case and its question, as far as they got."""

    def __init__(self, desk, userid="anna"):
        self.desk = desk
        self.email = f"{PRIVATE['the mail address']}@example.org"
        asked = Asked(text=TEXT, publish="yes", email=self.email, userid=userid)
        self.code, case = committed(lambda: ask(self.desk, asked))
        self.id, self.number = case.id, case.number

    @property
    def case(self):
        """Return the Case as it is now."""
        return store.load(self.id)

    @property
    def question(self):
        """Return the question that came of it."""
        return store.question_of(self.case)

    def change(self, act, *args, **kw):
        """Let a verb change the case, and save it."""

        def once():
            case = self.case
            found = act(case, *args, **kw)
            store.save(case)
            return found

        return committed(once)

    def redact(self):
        """Ask back, take a note, get a reply, and make the question."""
        self.change(asking_back.ask_back, f"Bedoel je een {PRIVATE['a question back']}?", BY)
        self.change(receiving.reply, self.case.asked_back[0]["id"], f"Ja, een {PRIVATE['a reply']}.")
        self.change(notes.add, f"Lijkt op die van de {PRIVATE['a note']}.", BY)
        self.change(triage.set_themes, ["ouder"], BY)
        decisions = redacting.all_removed(self.case)
        with as_system():
            self.change(redacting.save, PUBLIC, "Iemand is gevallen op de trap. Wie kan helpen?", decisions, BY)

    def consult(self, one, other):
        """Ask two partners: the first answers, the other declines."""
        partners = [api.content.get_uuid(partner) for partner in (one, other)]
        note = f"Let op de {FOR_EXPERTS['a note for experts']}."
        made = committed(lambda: consulting.consult(self.question, partners, BY, note=note))
        declined = next(found for found in made if found.partner == partners[1])
        why = f"Wij kennen geen {FOR_EXPERTS['why a partner declines']}."
        committed(lambda: consulting.decline(declined.id, "welzijn", "no_time", why))
        fields = {"contribution": "Laat een leuning maken aan twee kanten.", "discipline": "huisarts"}
        committed(lambda: contributing.contribute(self.question, "zorg", partners[0], fields))

    def answer(self):
        """Accept what came in, write the answer, and send it; the asker says that it did not help, and then that it did."""
        with as_system():
            for answer in self.question.objectValues():
                committed(lambda answer=answer: api.content.transition(answer, "accept"))
            fields = {"summary": "Een leuning helpt. De gemeente kan die betalen.", "answer_type": "way_finding"}
            self.change(answering.write, fields, BY)
            self.change(answering.send, BY)
            self.change(receiving.outcome, "stuck", f"Mijn {PRIVATE['after the answer']} is te smal.")
            self.change(answering.send, BY)
            self.change(receiving.outcome, "helped")

    def publish(self):
        """Let the asker say yes, and publish."""
        self.change(publishing.ask_approval, BY)
        self.change(receiving.approve, publishing.hash_of(self.question))
        with as_system():
            committed(lambda: publishing.publish(self.question, BY))
