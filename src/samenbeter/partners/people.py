"""Who works for a partner: the people in its two groups, changed by editors only."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import createToken
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.partners import groups
from samenbeter.partners import verifying
from samenbeter.partners.views import SBMixin
from zope.interface import implementer


# what the form calls a group: (suffix of its id, heading, what one of them is, what it means)
GROUPS = {
    "experts": (
        groups.EXPERTS,
        _("people_experts", default="Deskundigen"),
        _("people_expert", default="Deskundige"),
        _("people_experts_help", default="Zij lezen de vragen die je aan deze partner voorlegt. Zij schrijven mee."),
    ),
    "managers": (
        groups.MANAGERS,
        _("people_managers", default="Beheerders"),
        _("people_manager", default="Beheerder"),
        _("people_managers_help", default="Zij houden deze bladzijde en het aanbod bij."),
    ),
}
UNKNOWN = _(
    "people_unknown",
    default="Wij vinden geen account dat precies zo heet. Kijk of alle letters kloppen. "
    "Heeft deze persoon nog geen account? Vraag dan of die er eerst een maakt.",
)
EMPTY = _("people_empty", default="Vul een e-mailadres of een gebruikersnaam in.")
NO_DISCIPLINE = _("people_no_discipline", default="Kies van welk vak je het bewijs zag.")


def find_member(text):
    """Return the member with exactly this user id, log-in name or mail address; None when there is no one, or more.

    Nothing is searched by parts of a name: the form must not become a list of all members.
    """
    member = api.user.get(userid=text) or api.user.get(username=text)
    if member is not None or "@" not in text:
        return member
    users = api.portal.get_tool("acl_users").searchUsers(email=text, exact_match=True)
    members = {user["userid"]: api.user.get(userid=user["userid"]) for user in users}
    # a plugin may search by parts all the same
    exact = [m for m in members.values() if m is not None and _same(m.getProperty("email"), text)]
    return exact[0] if len(exact) == 1 else None


def _same(email, text):
    return (email or "").strip().lower() == text.lower()


@implementer(ISamenBeterPage)
class PartnerPeople(SBMixin, BrowserView):
    """The page "Mensen van deze partner". A change is a POST with a token; all else only looks."""

    error = None
    # user id of the expert at whom something is wrong; "": the field at the bottom
    wrong = ""
    typed = ""
    chosen = "experts"

    @property
    def sb_title(self):
        """Return the title; a screen reader hears first that something is wrong."""
        name = {"partner": self.context.title}
        if self.error:
            return _("people_title_error", default="Fout: mensen van ${partner}", mapping=name)
        return _("people_title", default="Mensen van ${partner}", mapping=name)

    @cached_property
    def uid(self):
        """Return the partner's UID."""
        return IUUID(self.context)

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    def __call__(self):
        """Show the page, or do what was asked and come back to it."""
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if self.change():
                self.request.response.redirect(f"{self.context.absolute_url()}/@@people")
                return ""
        return self.index()

    # -- changing

    def change(self):
        """Do what the form asks; return True when it was done."""
        form = self.request.form
        self.chosen = form.get("group") if form.get("group") in GROUPS else "experts"
        group_id = self._group_id(self.chosen)
        if "remove" in form:
            return self.remove(group_id, str(form["remove"]))
        if "seen" in form or "take_back" in form:
            return self.verify(str(form.get("expert", "")), str(form.get("discipline", "")), form.get("take_back"))
        return self.add(group_id, str(form.get("who", "")))

    def add(self, group_id, text):
        """Put the person who is called exactly this into a group."""
        self.typed = text.strip()
        member = find_member(self.typed) if self.typed else None
        if member is None:
            self.error = UNKNOWN if self.typed else EMPTY
            return False
        self._tool.addPrincipalToGroup(member.getId(), group_id)
        self._say(_("people_added", default="${name} staat erbij.", mapping={"name": self._name(member)}))
        return True

    def remove(self, group_id, userid):
        """Take a person out of a group; the next request is refused."""
        if userid in self._tool.getGroupMembers(group_id):
            self._tool.removePrincipalFromGroup(userid, group_id)
            name = self._name(api.user.get(userid=userid)) or userid
            self._say(
                _(
                    "people_removed",
                    default="${name} staat er niet meer bij. Zo zet je iemand terug: vul hieronder het adres weer in.",
                    mapping={"name": name},
                )
            )
        return True

    def verify(self, userid, discipline, take_back):
        """Write down that a proof of the trade of an expert was seen, or take that back.

        :param take_back: the id of what was seen; None: it is seen now.
        """
        if userid not in self._tool.getGroupMembers(self._group_id("experts")):
            return True
        if take_back is not None:
            if verifying.take_back(userid, str(take_back), self.uid):
                self._say(_("people_verified_gone", default="Dit staat er niet meer bij."))
            return True
        if not verifying.see(userid, discipline, self.uid, api.user.get_current().getId()):
            self.error, self.wrong = NO_DISCIPLINE, userid
            return False
        self._say(_("people_verified", default="Het staat erbij, met de datum van vandaag en jouw naam."))
        return True

    @property
    def _tool(self):
        return api.portal.get_tool("portal_groups")

    def _group_id(self, name):
        group_id = self.uid + GROUPS[name][0]
        if api.group.get(group_id) is None:
            # somebody took it away in Plone's own user settings
            groups.make_groups(self.context, None)
        return group_id

    def _say(self, message):
        api.portal.show_message(message, self.request)

    # -- showing

    @cached_property
    def lists(self):
        """Return both groups with their people, by name."""
        return [
            {
                "id": name,
                "title": title,
                "one": one,
                "help": text,
                "people": self._people(self.uid + suffix),
                "verified": name == "experts",
            }
            for name, (suffix, title, one, text) in GROUPS.items()
        ]

    def _people(self, group_id):
        group = api.group.get(group_id)
        members = group.getGroupMembers() if group is not None else ()
        found = [
            {"id": member.getId(), "name": self._name(member), "seen": self._seen(member.getId())} for member in members
        ]
        return sorted(found, key=lambda person: person["name"].lower())

    def _seen(self, userid):
        """Return what was seen of an expert: {id, title, on, who}."""
        found = verifying.of(userid)
        return [
            {"id": one["id"], "title": one["title"], "on": self.sb.date(one["on"]), "who": self._by(one["by"])}
            for one in found
        ]

    @property
    def wrong_number(self):
        """Return the place in the list of the expert at whom something is wrong."""
        return [person["id"] for person in self.lists[0]["people"]].index(self.wrong) + 1

    def _by(self, userid):
        return self._name(api.user.get(userid=userid)) or _("people_verified_someone", default="iemand die weg is")

    @cached_property
    def disciplines(self):
        """Return the trades to choose from."""
        return verifying.choices()

    @staticmethod
    def _name(member):
        return member and (member.getProperty("fullname") or member.getUserName())
