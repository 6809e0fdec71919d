"""A desk with an answered case of somebody, and what an editor does on its page."""

from at_the_desk import answer
from at_the_desk import rich
from browsing import Web
from consulted import EDITOR
from consulted import Room
from lxml import html
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import publishing

import transaction


OWN = "Sinds de ruzie met mijn baas lig ik elke nacht wakker en denk ik aan bloemkool."
TITLE, TEXT = "Hoe slaap ik weer na een ruzie?", "Na een ruzie op mijn werk lig ik elke nacht wakker. Wat helpt?"
GENERAL, GENERAL_TEXT = "Wat helpt tegen piekeren in bed?", "Zorgen over werk houden mensen soms uit hun slaap."
SUMMARY = "Sta op als je een half uur wakker ligt.\n- Drink thee.\n- Ga naar je huisarts als het lang duurt."
ANSWER = {"summary": SUMMARY, "answer_type": "general_information"}


class Answered(Room):
    """The desk, and the ways to it."""

    def new_case(self, question):
        """Keep a case whose asker wants it on the site, with a mail address."""
        question.title, question.question = TITLE, TEXT
        publishing.from_asker(question)
        self.code = store.new_code()
        case = store.new(self.desk, self.code, OWN, publish="yes")
        store.add_contact(case, "vrager@example.org")
        case.owner = EDITOR
        case.move("redact")
        case.clock = {"minutes": 480, "used": 0, "since": "", "due": "", "rung": 0, "job": ""}
        case.question = IUUID(question)
        store.save(case)
        return case

    def save(self, **fields):
        """Change the case, as a test over HTTP needs it."""
        case = self.now()
        for name, value in fields.items():
            setattr(case, name, value)
        store.save(case)
        transaction.commit()

    def answer(self, **more):
        """Let the question have an answer."""
        self.question.summary = rich("<p>Sta op.</p>")
        self.question.answer_type = "general_information"
        return answer(self.question, **{"creators": ("zara",), **more})

    def say_yes(self):
        """Let the asker say yes to the words of now."""
        publishing.approved(self.question, publishing.hash_of(self.question))

    def events(self):
        """Return the words of the timeline."""
        return [event["what"] for event in self.now().timeline]

    def mails(self):
        """Return the mails to the asker that wait."""
        box = vault.get()
        kept = [box.read(one, vault.Machine("test")) for one in list(box.find(room="shared", kind="mail"))]
        return [mail for mail in kept if mail["to"] == "vrager@example.org"]

    def publish(self):
        """Put the question on the site, with a yes."""
        self.answer()
        self.say_yes()
        with api.env.adopt_user(username=EDITOR):
            publishing.publish(self.question, EDITOR)

    @property
    def page(self):
        """Return the address of the page of the case."""
        return f"{self.desk.absolute_url()}/@@dossier/{self.case.number}"

    def editor(self):
        """Return the browser of an editor who has the page open."""
        web = Web(EDITOR)
        web.get(self.page)
        return web


def buttons(web):
    """Return the values of the buttons "do" of a page."""
    return {one.get("value") for one in web.main.xpath(".//button[@name='do']")}


def follow(web):
    """Go where an answer leads; return what a person reads there, with the messages."""
    web.answer = web.http.get(web.answer.headers["Location"], timeout=60)
    return " ".join(html.fromstring(web.answer.text).find(".//body").text_content().split())


def is_sent(case):
    """Return whether the asker can read the answer."""
    return case.state == states.ANSWERED
