"""A public form of a test, guarded as a room guards its own, and people and programs who send it."""

from lxml import html
from samenbeter.interfaces import IDoubtfulForm
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared import vault
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface

import requests
import transaction


FORM = "test.form"
PAGE = "test-guarded"
PURPOSE = "samenbeter.rights"


class GuardedPage(PrivatePage):
    """Keeps a text, in the vault."""

    guard_form = FORM

    def act(self):
        """Take the form."""
        verdict = guard.judge(self.request, FORM)
        text = self.field("text")

        def act():
            if not verdict.once():
                return "again"
            if verdict.doubtful:
                doubtful.put(FORM, {"text": text}, verdict.reasons, email=self.field("email"), language="nl")
                return "looks"
            keep(text)
            return "kept"

        return committed(act)

    def show(self):
        """Return the form."""
        macro = "<input name='guard' value='{token}'/><input name='{trap}' value=''/>".format(**self.guard)
        return f"<form>{macro}<input name='_authenticator' value='{self.token}'/></form>"


def keep(text):
    """Keep a text, in the current transaction."""
    vault.get().add("test", "note", {"text": text}, purpose=PURPOSE)


@implementer(IDoubtfulForm)
class GuardedForm:
    """What happens with a form that a person let through."""

    title = "Formulier van de test"

    def shown(self, data):
        """Return the text."""
        return [("Tekst", data["text"])]

    def deliver(self, data):
        """Keep the text."""
        keep(data["text"])


def register():
    """Let the site know the form, until ``unregister``."""
    GuardedPage.__name__ = PAGE
    manager = getGlobalSiteManager()
    manager.registerAdapter(GuardedPage, (Interface, ISamenBeterLayer), Interface, PAGE)
    manager.registerUtility(GuardedForm(), IDoubtfulForm, FORM)


def unregister():
    """Let the site forget it."""
    manager = getGlobalSiteManager()
    manager.unregisterAdapter(GuardedPage, (Interface, ISamenBeterLayer), Interface, PAGE)
    manager.unregisterUtility(provided=IDoubtfulForm, name=FORM)
    guard_rate.clear()


class Sender:
    """Who fills in the form."""

    def __init__(self, portal, **headers):
        self.url = f"{portal.absolute_url()}/{PAGE}"
        self.headers = headers
        self.fields = {}

    def open(self):
        """Open the form."""
        page = html.fromstring(requests.get(self.url, headers=self.headers, timeout=60).text)
        self.fields = {field.name: field.value for field in page.xpath("//input")}
        return self

    def send(self, text, **more):
        """Send it; return the answer."""
        data = {**self.fields, "text": text, **more}
        return requests.post(self.url, data=data, headers=self.headers, timeout=60)


def kept():
    """Return the texts that went their way, and those on the pile with their reasons: ([text], {text: reasons})."""
    transaction.begin()
    box = vault.get()
    texts = [box.read(found, vault.Machine("test"))["text"] for found in list(box.find(room="test", kind="note"))]
    pile = {}
    for found in list(box.find(room=doubtful.ROOM, kind=doubtful.KIND)):
        data = box.read(found, vault.Machine("test"))
        pile[data["data"]["text"]] = tuple(data["reasons"])
    return sorted(texts), pile
