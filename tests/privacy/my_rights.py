"""People who use their rights over HTTP: with the cookie of a real log-in, or with a mailed link."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from io import BytesIO
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.privacy import fresh
from samenbeter.privacy import without_account
from samenbeter.shared import clock
from samenbeter.shared import guard_rate
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zipfile import ZipFile

import json
import re
import requests
import transaction


PASSWORD = "een-lang-wachtwoord"
DOOR_PAGE = "@@gegevens-zonder-account"
ADDRESS = "dora@example.org"
LINK = re.compile(r"http\S+@@link-uit-mail\?code=(\S+)")


def forget_limits():
    """Begin with nobody having tried anything."""
    for limit in (fresh.tries, fresh.mails, without_account.to_one, without_account.to_all, guard_rate):
        limit.clear()


class Moved:
    """The time, so much later than it is."""

    def __init__(self, monkeypatch):
        self.by = timedelta()
        monkeypatch.setattr(clock, "now", lambda: datetime.now(timezone.utc) + self.by)

    def on(self, **by):
        """Move it on."""
        self.by += timedelta(**by)


def add_user(name, group="", email=""):
    """Make an account, in the current transaction."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        properties = {"fullname": name.title()}
        email = email or f"{name}@example.org"
        api.user.create(username=name, email=email, password=PASSWORD, properties=properties)
        if group:
            api.group.add_user(groupname=group, username=name)


class Visitor:
    """A browser: its cookies, and the page that it is on."""

    def __init__(self, portal, name=""):
        self.base = portal.absolute_url()
        self.http = requests.Session()
        self.answer = None
        if name:
            data = {"__ac_name": name, "__ac_password": PASSWORD, "buttons.login": "Log in"}
            self.http.post(f"{self.base}/login", data=data, timeout=60)
            assert "__ac" in self.http.cookies

    def get(self, name):
        """Open a page; return the answer."""
        self.answer = self.http.get(f"{self.base}/{name}", allow_redirects=False, timeout=60)
        return self.answer

    @property
    def page(self):
        """Return the page that the browser is on."""
        return html.fromstring(self.answer.text)

    @property
    def text(self):
        """Return what stands on it, for a person."""
        return " ".join(self.page.find(".//main").text_content().split())

    def token(self):
        """Return a CSRF token that holds for this visitor."""
        here = "//main//input[@name='_authenticator']/@value"
        if self.answer is None or not self.answer.text.strip() or not self.page.xpath(here):
            self.get("@@mijn-gegevens" if self.http.cookies else "@@gegevens-zonder-account")
        return self.page.xpath(here)[0]

    def post(self, name, token=True, **data):
        """Send a form with these fields only; return the answer."""
        if token:
            data["_authenticator"] = self.token()
            if name == DOOR_PAGE and "proof" not in data:
                data = {**self.guard_of(name), **data}
        self.answer = self.http.post(f"{self.base}/{name}", data=data, allow_redirects=False, timeout=60)
        return self.answer

    def guard_of(self, name):
        """Return what the guard puts into the form of a page."""
        here = f"//main//form[contains(@action, '/{name}')]//input[@name='guard']/@value"
        found = self.page.xpath(here)
        if not found:
            page = html.fromstring(self.http.get(f"{self.base}/{name}", timeout=60).text)
            found = page.xpath(here)
        return {"guard": found[0]}

    def press(self, button, **fields):
        """Press a button of the page, with what stands in its form; return the answer."""
        form = self.page.xpath(f"//main//button[@value='{button}']/ancestor::form")[0]
        data = {
            field.name: field.value for field in form.inputs if field.name and field.value and field.tag != "button"
        }
        data = {name: value for name, value in data.items() if isinstance(value, str)}
        self.answer = self.http.post(
            form.action, data={**data, "do": button, **fields}, allow_redirects=False, timeout=60
        )
        return self.answer


def kept(room="privacy", kind=None):
    """Return the records of the vault, oldest first: [(Record, what it says)]."""
    transaction.begin()
    box = vault.get()
    records = sorted(map(box.record, list(box.find(room=room, kind=kind))), key=lambda record: record.created)
    return [(record, box.read(record.id, vault.Machine("test"))) for record in records]


def says(kind, room="privacy"):
    """Return what the records of one kind say."""
    return [data for _record, data in kept(room, kind)]


def mails():
    """Return the mails that wait to be sent."""
    return says("mail", "shared")


def code_in(mail):
    """Return the code of the link in a mail."""
    return LINK.search(mail["body"])[1]


def put(subject, text, room="privacy", kind="consent", party=vault.PLATFORM):
    """Keep something about somebody, as a room would; return its id. Call it in a transaction of your own."""
    return vault.get().add(room, kind, text, purpose="samenbeter.rights", subject=subject.key, party=party)


def opened(whole):
    """Return (names, data, page) of a ZIP that was handed out."""
    archive = ZipFile(BytesIO(whole))
    assert archive.testzip() is None
    return archive.namelist(), json.loads(archive.read("data.json")), archive.read("index.html").decode()


def door(portal, address=ADDRESS):
    """Return a browser behind the door of a mail address, on the page with what we know."""
    visitor = Visitor(portal)
    visitor.get("@@gegevens-zonder-account")
    visitor.post("@@gegevens-zonder-account", email=address)
    code = code_in(mails()[-1])
    visitor.get(f"@@link-uit-mail?code={code}")
    visitor.post("@@link-uit-mail", code=code)
    return onward(visitor)


def onward(visitor):
    """Press the button of the page after a link."""
    form = visitor.page.xpath("//main//form[.//input[@name='proof']]")[0]
    data = dict(form.fields)
    visitor.answer = visitor.http.post(form.action, data=data, allow_redirects=False, timeout=60)
    return visitor


def who(name):
    """Return an account as a Subject."""
    return Subject(userid=name)
