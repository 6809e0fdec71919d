"""Residents who come in over HTTP: a browser, the mails that it waits for, and what is kept of all that."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.residents import keys_pages
from samenbeter.residents import mailing
from samenbeter.residents import paper
from samenbeter.residents import second_step
from samenbeter.residents import sign_up
from samenbeter.shared import clock
from samenbeter.shared import guard_rate
from samenbeter.shared import vault

import re
import requests
import transaction


PASSWORD = "vier-stille-reigers"
ADDRESS = "yara@example.org"
AGENT = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
LINK = re.compile(r"http\S+(@@inloggen-met-link\?code=\S+)")
DIGITS = re.compile(r"\b(\d{3} \d{3})\b")
SIGN_UP, TYPED, FROM_MAIL = "@@account-maken", "@@code-uit-mail", "@@inloggen-met-link"


def forget(monkeypatch=None):
    """Begin with nobody having tried anything; a test fills a form in faster than a person."""
    limits = (mailing.to_one, mailing.to_all, paper.tries, paper.made, second_step.tries, keys_pages.resets)
    for limit in limits:
        limit.clear()
    guard_rate.clear()
    if monkeypatch is not None:
        monkeypatch.setattr(sign_up, "SECONDS", 0)


class Moved:
    """The time, so much later than it is."""

    def __init__(self, monkeypatch):
        self.by = timedelta()
        monkeypatch.setattr(clock, "now", lambda: datetime.now(timezone.utc) + self.by)

    def on(self, **by):
        """Move it on."""
        self.by += timedelta(**by)


def add_user(name, group="", login=""):
    """Make an account with a password, and commit it."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        if login:
            api.portal.get_tool("acl_users").updateLoginName(name, login)
        if group:
            api.group.add_user(groupname=group, username=name)
    transaction.commit()


class Browser:
    """A browser: its cookies, and the page that it is on."""

    def __init__(self, portal):
        self.base = portal.absolute_url()
        self.http = requests.Session()
        self.http.headers["User-Agent"] = AGENT
        self.answer = None

    def get(self, name, **more):
        """Open a page; return the answer."""
        self.answer = self.http.get(f"{self.base}/{name}", allow_redirects=False, timeout=60, **more)
        return self.answer

    @property
    def page(self):
        """Return the page that the browser is on."""
        return html.fromstring(self.answer.text)

    @property
    def text(self):
        """Return what stands on it, for a person."""
        return " ".join(self.page.find(".//main").text_content().split())

    @property
    def wrong(self):
        """Return the ids of the fields that the page says are wrong."""
        return [link.get("href").removeprefix("#") for link in self.page.xpath("//*[@role='alert']//a")]

    def form(self, number=0):
        """Return the fields of a form of the page, but its buttons."""
        form = self.page.xpath("//main//form")[number]
        fields = {one.name: one.value for one in form.inputs if one.name and one.tag != "button"}
        return form.action, {name: value or "" for name, value in fields.items()}

    def send(self, number=0, **fields):
        """Send a form of the page, with these fields filled in; return the answer."""
        action, data = self.form(number)
        return self.post(action, **{**data, **fields})

    def post(self, address, **data):
        """Send these fields only; return the answer."""
        address = address if address.startswith("http") else f"{self.base}/{address}"
        self.answer = self.http.post(address, data=data, allow_redirects=False, timeout=60)
        return self.answer

    def sign_up(self, address=ADDRESS, page=SIGN_UP, **fields):
        """Fill in the page on which an account is made; return the answer."""
        self.get(page)
        return self.send(email=address, do="yes", **fields)

    def log_in(self, name, password=PASSWORD):
        """Log in with a password; return the answer."""
        self.get("login")
        return self.send(**{"__ac_name": name, "__ac_password": password, "buttons.login": "login"})

    @property
    def is_inside(self):
        """Return whether this browser is logged in."""
        return self.get("@@mijn-samenbeter").status_code == 200


def kept(room, kind=None):
    """Return what the records of the vault say, oldest first."""
    transaction.begin()
    box = vault.get()
    records = sorted(map(box.record, list(box.find(room=room, kind=kind))), key=lambda record: record.created)
    return [box.read(record.id, vault.Machine("test")) for record in records]


def mails():
    """Return the mails that wait to be sent."""
    return kept("shared", "mail")


def link_in(mail):
    """Return the address in a mail, from the site down."""
    return LINK.search(mail["body"])[1]


def digits_in(mail):
    """Return the code to type in a mail."""
    return DIGITS.search(mail["body"])[1]


def accounts():
    """Return {log-in name: user id} of the site."""
    transaction.begin()
    return {user.getUserName(): user.getId() for user in api.user.get_users()}
