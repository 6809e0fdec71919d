"""A desk with a case, two partners with their experts, and what was mailed."""

from at_the_desk import make
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store


PASSWORD = "een-lang-wachtwoord"
EDITOR, ZARA, ZOE, HANS, ANNA = "renske", "zara", "zoe", "hans", "anna"
MARKER = "bloemkool"


class Room:
    """Two partners: Zara and Zoe write for the first, Hans for the second; Renske is editor, Anna resident."""

    def __init__(self, portal, desk):
        self.portal, self.desk = portal, desk
        self.linde = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        self.plein = make(portal, "PartnerOrganisation", "activate", title="Aan het Plein")
        self.one, self.two = IUUID(self.linde), IUUID(self.plein)
        people = (
            (EDITOR, "Vraagbaak Editor"),
            (ZARA, f"{self.one}-experts"),
            (ZOE, f"{self.one}-experts"),
            (HANS, f"{self.two}-experts"),
            (ANNA, None),
        )
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for name, group in people:
                api.user.create(
                    username=name,
                    email=f"{name}@example.org",
                    password=PASSWORD,
                    properties={"fullname": name.title()},
                )
                if group:
                    api.group.add_user(groupname=group, username=name)
        self.question = self.new_question()
        self.case = self.new_case(self.question)

    def new_question(self, title="Hoe slaap ik weer?"):
        """Make a redacted question, as the system does."""
        return make(self.desk, "VraagbaakQuestion", title=title, question="Ik lig wakker.", themes=["slapen"])

    def new_case(self, question):
        """Keep a case that was redacted into this question."""
        case = store.new(self.desk, store.new_code(), f"Mijn geheime woord is {MARKER}.", publish="yes")
        case.owner = EDITOR
        promise.start(case, self.desk)
        case.move("redact")
        case.question = IUUID(question)
        store.save(case)
        return case

    def now(self):
        """Return the case as it is kept."""
        return store.load(self.case.id)

    def state(self):
        """Return the state of the question."""
        return api.content.get_state(self.question)

    def may_view(self, userid, item=None):
        """Return whether somebody may see the question, or another item."""
        return api.user.has_permission("View", username=userid, obj=item or self.question)


class Post:
    """Stands in the place of the letters, and remembers what they were asked to say."""

    def __init__(self, monkeypatch):
        from samenbeter.vraagbaak.letters import letters

        self.experts, self.editors = [], []
        monkeypatch.setattr(letters, "to_expert", self._to_expert)
        monkeypatch.setattr(letters, "to_editor", self._to_editor)

    def _to_expert(self, userid, what, question, link=""):
        self.experts.append((userid, what, link))

    def _to_editor(self, userid, what, case):
        self.editors.append((userid, what))

    def code(self, userid):
        """Return the newest code that was mailed to somebody."""
        return [link for who, _what, link in self.experts if who == userid][-1].partition("code=")[2]


def written(**more):
    """Return what an expert fills in."""
    return {"contribution": "Sta op.\n\n- Drink thee.\n- Loop wat.", "discipline": "huisarts", **more}
