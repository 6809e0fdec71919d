"""The desk of the demo for tests in a browser: its cases, and how they are called here."""

from plone.uuid.interfaces import IUUID
from samenbeter.demo import questions
from samenbeter.demo.texts import load
from samenbeter.shared.system import as_system
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links

import transaction


ENTRIES = {entry.get("title", entry["text"][:12]): entry for entry in load("cases.yaml")}
# how the cases of the demo are called here: the start of the title or, before there is one, of the text
NEW, BY_PHONE, BACK, SPAM = "Ik ben Joke ", "Meneer Osman", "Ik wil stopp", "Te koop: een"
REDACTED = "Mijn moeder durft de trap niet meer op. Wat kan ik regelen?"
HALFWAY = "Ik lig tot diep in de nacht op mijn telefoon. Hoe krijg ik weer een gewone nacht?"
WAITS = "Waar kan een kind van negen zomaar meedoen?"
HELPED = "Kan ik een mantelzorger een middag vrij geven?"
ASKED_YES = "Waar kan ik heen met geldzorgen, zonder dat iemand het weet?"
READY = "Hoe beweeg ik meer met zere knieën?"
PUBLIC = "Mijn buren maken elke nacht lawaai. Wat nu?"


class Desk:
    """The desk of the demo, and what a test needs to know of its cases."""

    def __init__(self, site):
        self.site = site
        self.desk = site["vraagbaak"]

    def case(self, name):
        """Return the Case of the demo that is called so."""
        transaction.begin()
        word = index.word("desk", IUUID(self.desk))
        cases = [store.load(one) for one in index.get().ids([word], limit=100)]
        return next(case for case in cases if self._is(case, name))

    def _is(self, case, name):
        question = store.question_of(case)
        if question is not None:
            return question.title == name
        return store.words(case, store.MACHINE)["text"].startswith(name)

    def address(self, name):
        """Return the address of the page of a case."""
        return f"vraagbaak/@@dossier/{self.case(name).number}"

    def question(self, name):
        """Return the address of the question of a case."""
        return store.question_of(self.case(name)).absolute_url()

    def new(self, name, **more):
        """Put a question of the demo once more, with a new code; return its Story, as far as the demo goes."""
        partners = {
            "de-linde": self.site["partners"]["huisartsenpraktijk-de-linde"],
            "de-huiskamer": self.site["partners"]["de-huiskamer"],
        }
        entry = {**ENTRIES[name], "code": None, **more}

        def once():
            story = questions.Story(self.desk, partners, entry)
            with as_system():
                questions.go(story)
            return story

        return committed(once)

    def link(self, name, userid="zorg"):
        """Return the address that is mailed to an expert about a question."""
        return self.link_of(self.case(name), userid)

    def link_of(self, case, userid):
        """Return the address that is mailed to an expert about a case."""
        waiting = consultations.open_of(case.question)
        return committed(lambda: links.make(waiting[0], userid))

    def freeze(self, case):
        """Let the asker have it hidden."""
        committed(lambda: store.vault.get().freeze(case.id, True))
