"""People who ask at a served desk over HTTP, and what is kept of it."""

from at_the_desk import make
from at_the_desk import step
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store

import re
import requests
import transaction


PASSWORD = "vier-stille-reigers"
CODE = re.compile(r"\b(?:[2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}\b")
ASK, ENTER = "@@stel-je-vraag", "@@vraag-invoeren"
QUESTION = "Ik slaap al weken slecht. Wat kan ik doen?"
ANSWERS = {"text": QUESTION, "publish": "yes"}
# as few as the desk needs: name, group
PEOPLE = {
    "renske": "Vraagbaak Editor",
    "wies": "Wijkwebber",
    "anna": "",
}


def open_desk(portal):
    """Make a desk with an editor, and people; commit it."""
    desk = make(portal, "Vraagbaak", "open", title="Vraagbaak", promise_working_hours=8)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in PEOPLE.items():
            add_person(name, group)
    transaction.commit()
    return desk


def add_person(name, group=""):
    """Make an account, as who is logged in now."""
    api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
    if group:
        api.group.add_user(groupname=group, username=name)


def close(desk):
    """Let a desk take no more questions."""
    transaction.begin()
    step(desk, "close")
    transaction.commit()


class Person:
    """Somebody with a browser.

    :param user: the name of an account; "" for none.
    """

    def __init__(self, desk, user=""):
        self.desk = desk.absolute_url()
        self.http = requests.Session()
        if user:
            self.http.auth = (user, PASSWORD)
        self.answer = None

    def get(self, name=ASK, **more):
        """Open a page of the desk; return the answer."""
        address = name if name.startswith("http") else f"{self.desk}/{name}"
        self.answer = self.http.get(address, allow_redirects=False, timeout=60, **more)
        return self.answer

    def post(self, address, data):
        """Send a form as it is; return the answer."""
        self.answer = self.http.post(address, data=data, allow_redirects=False, timeout=60)
        return self.answer

    @property
    def page(self):
        """Return the page."""
        return html.fromstring(self.answer.content)

    @property
    def text(self):
        """Return what stands on it, for a person."""
        return " ".join(self.page.find(".//main").text_content().split())

    @property
    def heading(self):
        """Return its heading."""
        (found,) = self.page.xpath("//main//h1")
        return " ".join(found.text_content().split())

    @property
    def wrong(self):
        """Return the ids of the fields that the page says are wrong."""
        return [link.get("href").removeprefix("#") for link in self.page.xpath("//*[@id='sb-errors']//a")]

    @property
    def codes(self):
        """Return the receipt codes on the page."""
        return [one.text_content() for one in self.page.xpath("//main//*[@class='sb-code']")]

    def form(self, number=0):
        """Return (address, fields) of a form of the page, without its buttons."""
        form = self.page.xpath("//main//form[@method='post']")[number]
        fields = [(one.name, one.value) for one in form.inputs if one.name and one.tag != "button"]
        return form.action, {name: value for name, value in fields if value is not None}

    def send(self, do, number=0, **fields):
        """Press a button of a form; return the answer."""
        address, data = self.form(number)
        return self.post(address, {**data, **fields, "do": do})

    def ask(self, name=ASK, **fields):
        """Go the whole way, from the form to the receipt; return the code."""
        self.get(name)
        self.send("check", **{**ANSWERS, **fields})
        self.send("send")
        return self.codes[0]


def cases():
    """Return the Cases that are kept, oldest first."""
    transaction.begin()
    box = vault.get()
    found = [store.load(record_id) for record_id in list(box.find(room=store.ROOM, kind=store.CASE))]
    return sorted(found, key=lambda case: case.received)


def words_of(case):
    """Return what the asker wrote."""
    return store.words(case, vault.Machine("test"))["text"]


def kept(room, kind):
    """Return what the records of a kind say."""
    transaction.begin()
    box = vault.get()
    return [box.read(found, vault.Machine("test")) for found in list(box.find(room=room, kind=kind))]


def pile():
    """Return what lies on the pile."""
    return kept("shared", "doubtful")
