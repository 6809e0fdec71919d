"""A resident with data everywhere that a site can keep them, each with a word by which it is found again."""

from DateTime import DateTime
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.dexterity.utils import createContentInContainer
from plone.locking.interfaces import ITTWLockable
from plone.locking.lockable import TTWLockable
from plone.namedfile.file import NamedBlobImage
from plone.portlets.constants import USER_CATEGORY
from plone.portlets.interfaces import IPortletManager
from plone.portlets.storage import PortletAssignmentMapping
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store
from z3c.relationfield import RelationValue
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.interface import alsoProvides

import base64


PASSWORD = "a-long-test-password"
GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


class Resident:
    """Somebody with an account; ``word`` stands in all that they wrote and are called."""

    def __init__(self, portal, userid, word):
        self.portal = portal
        self.userid = userid
        self.word = word
        self.email = f"{word.lower()}@example.org"
        self.fullname = f"{word} van Buren"

    def markers(self):
        """Return the words that nothing of this person may leave."""
        return (self.word, self.word.lower(), self.userid)

    def sign_up(self, roles=("Member",)):
        """Make the account, with all that a member can fill in and Plone keeps beside it."""
        with system.as_system():
            api.user.create(
                username=self.userid,
                email=self.email,
                password=PASSWORD,
                roles=roles,
                properties={
                    "fullname": self.fullname,
                    "home_page": f"https://{self.word.lower()}.example.org",
                    "description": f"Ik ben {self.word}.",
                    "location": f"{self.word}straat 1",
                    "login_time": DateTime("2026/01/02 12:00:00 UTC"),
                },
            )
            api.portal.get_tool("portal_memberdata").portraits._setOb(self.userid, _portrait(self.userid))
            api.portal.get_tool("portal_password_reset").requestReset(self.userid)
            if api.group.get("buren") is None:
                api.group.create("buren")
            api.group.add_user(groupname="buren", username=self.userid)
        for name, manager in getUtilitiesFor(IPortletManager):
            if name.startswith("plone.dashboard") and self.userid not in manager.get(USER_CATEGORY, {}):
                manager[USER_CATEGORY][self.userid] = PortletAssignmentMapping()
        return self

    def make(self, portal_type, container=None, **fields):
        """Make content as this person."""
        with api.env.adopt_user(username=self.userid), api.env.adopt_roles(["Manager"]):
            return createContentInContainer(
                self.portal if container is None else container, portal_type, checkConstraints=False, **fields
            )

    def story(self):
        """Write a story with a portrait, published."""
        texts = {
            name: f"{name} van {self.word}" for name in ("title", "situation", "step", "result", "quote", "quote_by")
        }
        portrait = NamedBlobImage(data=GIF + self.word.encode(), contentType="image/gif", filename=f"{self.word}.gif")
        story = self.make("SuccessStory", portrait=portrait, **texts)
        with system.as_system():
            for step in ("request_consent", "review", "publish"):
                api.content.transition(story, step)
        return story

    def work_on(self, page):
        """Leave traces in a page of somebody else."""
        repository = api.portal.get_tool("portal_repository")
        with api.env.adopt_user(username=self.userid), api.env.adopt_roles(["Manager"]):
            repository.applyVersionControl(page, comment=f"begonnen door {self.fullname}")
            repository.save(page, comment=f"{self.userid} keek het na")
            api.content.transition(page, "publish", comment=f"gezien door {self.userid}")
            if not ITTWLockable.providedBy(page):
                alsoProvides(page, ITTWLockable)
            TTWLockable(page).lock()
        page.contributors = (self.userid, "Een ander")
        page.manage_setLocalRoles(self.userid, ["Reader"])
        page.reindexObjectSecurity()
        getUtility(IRedirectionStorage).add(
            f"{'/'.join(self.portal.getPhysicalPath())}/verhaal-{self.word.lower()}-van-buren",
            "/".join(page.getPhysicalPath()),
        )
        return page

    def comment_on(self, page, answer_by):
        """Comment twice; somebody else answers the first."""
        from plone.app.discussion.interfaces import IConversation

        conversation = IConversation(page)
        with api.env.adopt_user(username=self.userid):
            first = conversation.addComment(self._comment(f"Eerst van {self.word}"))
            conversation.addComment(self._comment(f"Nog iets van {self.word}"))
        answer = answer_by._comment("Een antwoord")
        answer.in_reply_to = first
        with api.env.adopt_user(username=answer_by.userid):
            conversation.addComment(answer)
        return conversation

    def _comment(self, text):
        from zope.component import createObject

        comment = createObject("plone.Comment")
        comment.text = text
        comment.author_username = comment.creator = self.userid
        comment.author_name, comment.author_email = self.fullname, self.email
        return comment

    def keep_private(self):
        """Leave records in the vault."""
        box = vault.get()
        for room, kind in (("privacy", "inactive"), ("shared", "mail")):
            data = {"seen": "2026-01-01", "to": self.email, "subject": "x", "body": f"Dag {self.word}"}
            box.add(room, kind, data, purpose="samenbeter.rights", subject=f"member:{self.userid}")

    def ask(self):
        """Ask the desk something, with a mail address; the desk asks back, and mails that it did."""
        from samenbeter.vraagbaak.asking import asking
        from samenbeter.vraagbaak.desk import asking_back
        from samenbeter.vraagbaak.desk import notes

        with system.as_system():
            desk = createContentInContainer(self.portal, "Vraagbaak", checkConstraints=False, title="Vraagbaak")
            api.content.transition(desk, "open")
        asked = asking.Asked(text=f"Ik ben {self.word}. Wat nu?", email=self.email, userid=self.userid)
        code, case = asking.ask(desk, asked)
        notes.add(case, f"Van {self.word}.", "redactie")
        store.add_reply(case, asking_back.ask_back(case, f"Ben je {self.word}?", "redactie"), f"Ja, {self.word}.")
        store.save(case)
        return code

    def everything(self, page, other):
        """Do all of it."""
        self.sign_up()
        self.keep_private()
        self.ask()
        self.work_on(page)
        self.comment_on(page, other)
        self.make("Collection", title="Van mij", query=[{"i": "Creator", "o": "x", "v": [self.userid]}])
        return self.story()


def _portrait(userid):
    from OFS.Image import Image

    return Image(id=userid, file=GIF, title="")


def relation_to(target):
    """Return a relation to content."""
    from zope.intid.interfaces import IIntIds

    return RelationValue(getUtility(IIntIds).getId(target))
