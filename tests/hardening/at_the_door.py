"""Who logs in over HTTP, in each of the ways there are: with a form, REST or Basic; and copies of what they got."""

from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.hardening import guard
from samenbeter.hardening import resetting
from samenbeter.hardening import switches
from samenbeter.shared import guard_rate
from samenbeter.shared import slowing

import requests
import transaction


PASSWORD = "zeven-stille-ooievaars"
OTHER = "acht-luide-spreeuwen"
PRIVATE = "besloten"


def forget():
    """Begin with nobody having tried anything."""
    slowing.passwords.clear()
    guard.recently.clear()
    guard_rate.clear()
    for limit in (resetting.to_one, resetting.to_all):
        limit.clear()


def people(*names, group=""):
    """Make accounts, and commit them."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in names:
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()


def private_page(portal, *readers):
    """Make a page that only these users may see; return its address."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = api.content.create(portal, "Document", PRIVATE, title="Besloten stuk")
        for reader in readers:
            page.manage_setLocalRoles(reader, ["Reader"])
        page.reindexObjectSecurity()
    transaction.commit()
    return page.absolute_url()


def for_members(portal, *names):
    """Make accounts, and a page that only they may see; return the site."""
    forget()
    people(*names)
    private_page(portal, *names)
    return portal


def change(act):
    """Do something as an administrator, and commit it."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        act()
    transaction.commit()


def let_read(portal, name):
    """Let one more see the page for members."""
    page = portal[PRIVATE]
    change(lambda: (page.manage_setLocalRoles(name, ["Reader"]), page.reindexObjectSecurity()))


def is_in(client):
    """Return whether a client opens the page for members."""
    return client.get(f"/{PRIVATE}").status_code == 200


def turn_on(*names):
    """Turn switches on, and commit that."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in names:
            switches.turn_on(name)
    transaction.commit()


def turn_off(*names):
    """Turn switches off, and commit that."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in names:
            switches.turn_off(name)
    transaction.commit()


class Client:
    """A browser or a program: its cookies or its token."""

    def __init__(self, portal, accept="text/html"):
        self.base = portal.absolute_url()
        self.http = requests.Session()
        self.http.headers["Accept"] = accept

    def get(self, path="", **more):
        """Return the answer of an address; redirects are not followed."""
        url = path if path.startswith("http") else f"{self.base}{path}"
        return self.http.get(url, allow_redirects=False, timeout=60, **more)

    def post(self, path, **more):
        """Post something; redirects are not followed."""
        return self.http.post(f"{self.base}{path}", allow_redirects=False, timeout=60, **more)

    def token(self, path="/"):
        """Return the CSRF token of the forms on a page."""
        return html.fromstring(self.get(path).text).xpath("//input[@name='_authenticator']/@value")[0]

    def copy(self):
        """Return somebody who has a copy of the cookies and the token."""
        thief = Client.__new__(Client)
        thief.base = self.base
        thief.http = requests.Session()
        thief.http.headers.update(self.http.headers)
        thief.http.cookies.update(self.http.cookies)
        return thief


def form(portal, name, password=PASSWORD, **fields):
    """Log in with the form; return (client, answer)."""
    client = Client(portal)
    data = {"__ac_name": name, "__ac_password": password, "buttons.login": "Log in", **fields}
    return client, client.post("/login", data=data)


def rest(portal, name, password=PASSWORD):
    """Log in over REST; return (client with the token, answer)."""
    client = Client(portal, "application/json")
    answer = client.post("/@login", json={"login": name, "password": password})
    if answer.status_code == 200:
        client.http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
    return client, answer


def basic(portal, name, password=PASSWORD, path="/@users/x"):
    """Ask something with HTTP Basic; return (client, answer)."""
    client = Client(portal, "application/json")
    client.http.auth = (name, password)
    return client, client.get(path)
