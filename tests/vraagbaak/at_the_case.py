"""An editor on the page of a case, over HTTP; and the people who have nothing to do there."""

from at_the_queue import Queue
from browsing import PASSWORD
from browsing import Web
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import audit
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store

import transaction


SECRET = "bloemkool"
TEXT = f"Ik ben Yara de Wit en slaap slecht. Bel me op 06 12 34 56 78. Mijn geheim is {SECRET}."
MARKED = ("Yara", "de Wit", "06 12 34 56 78", "0612345678")
OTHERS = {
    "anna": None,
    "ella": "Expert",
    "wijk": "Wijkwebber",
    "paula": "Privacy Officer",
    "siem": "Site Administrators",
    "mia": "Administrators",
}


class Room(Queue):
    """A desk with one case, committed."""

    def __init__(self, portal):
        super().__init__(portal)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for name, group in OTHERS.items():
                api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
                if group:
                    api.group.add_user(groupname=group, username=name)
        self.id = self.keep(self.desk)
        transaction.commit()

    def keep(self, desk, text=TEXT):
        """Keep a case with a mail address; return its id."""
        case = store.new(desk, store.new_code(), text, publish="yes")
        case.owner = "anouk"
        promise.start(case, desk)
        store.add_contact(case, "yara@example.org")
        case.note_event("received", "asker")
        store.save(case)
        return case.id

    @property
    def case(self):
        """Return the case as it is in the database."""
        transaction.begin()
        return store.load(self.id)

    def change(self, act, *args):
        """Let something happen to the case meanwhile."""
        transaction.begin()
        case = store.load(self.id)
        act(case, *args)
        store.save(case)
        transaction.commit()

    def enter(self, name="anouk"):
        """Return the Editor that somebody is; "" is nobody."""
        return Editor(self.desk, self.case.number, name)

    def looks(self):
        """Return the sections of what is in the audit log about the asker, oldest first."""
        return [entry.section for entry in sorted(audit.about(self.case.subject), key=lambda entry: entry.t)]


class Editor(Web):
    """Somebody on the page of a case."""

    def __init__(self, desk, number, name=""):
        super().__init__(name)
        self.desk = desk.absolute_url()
        self.site = api.portal.get().absolute_url()
        self.here = f"{self.desk}/@@dossier/{number}"

    def look(self):
        """Open the page; return the status."""
        return self.get(self.here)

    def fields_of(self, panel):
        """Return the fields of the form of a panel that is on the page."""
        form = self.form(f"panel={panel}")
        return {one.name: one.value or "" for one in form.inputs if one.name and one.tag != "button"}

    def do(self, panel, do, **fields):
        """Press a button of a panel that is on the page; return the status."""
        return self.post(self.here, **{**self.fields_of(panel), "do": do, **fields})

    def show(self, purpose="redact"):
        """Open the page and press "Toon"."""
        self.look()
        return self.do("original", "show", purpose=purpose)

    def push(self, **fields):
        """Send fields with a token, whether there is a form or not; return the status."""
        page = "@@mijn-gegevens" if self.http.auth else "@@account-maken"
        return self.post(self.here, _authenticator=self.token(f"{self.site}/{page}"), **fields)
