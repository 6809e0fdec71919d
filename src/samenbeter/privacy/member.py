"""The personal data of an account: what a member filled in, and what Plone keeps to let them in.

An account that nobody uses any more goes too, when the site says after how many days. Its
owner is warned a month before.
"""

from plone import api
from samenbeter import _
from samenbeter.privacy import accounts
from samenbeter.privacy import inactive
from samenbeter.shared import rights
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.personal_data import PersonalData


LABELS = {
    "fullname": _("member_fullname", default="Naam"),
    "email": _("member_email", default="E-mailadres"),
    "home_page": _("member_home_page", default="Eigen website"),
    "description": _("member_description", default="Over jezelf"),
    "location": _("member_location", default="Waar je woont"),
    "login_time": _("member_login_time", default="Laatst ingelogd"),
    "last_login_time": _("member_last_login_time", default="Daarvoor ingelogd"),
}
TIMES = ("login_time", "last_login_time")
# Plone's word for never
NEVER = 2000
OWN_ROLES = frozenset(("Authenticated", "Member"))


class Member(PersonalData):
    """The account of a member."""

    title = _("personal_member", default="Je account")
    description = _(
        "personal_member_help",
        default="Je naam, je e-mailadres en wat je nog meer over jezelf invulde. En wanneer je hier het laatst was.",
    )
    categories = ("pd:Name", "pd:EmailAddress", "pd:Picture", "pd:Location", "pd:Username")
    purpose = "samenbeter.account"
    recipients = "Manage users"
    clock = _("clock_member", default="Je account blijft tot jij het wist.")
    can_expire = True

    def export(self, subject, page=1):
        """Return what there is about an account, as one item."""
        member = api.user.get(userid=subject.userid) if subject.userid and not subject.party else None
        if member is None or page > 1:
            return rights.Page()
        files, data = {}, {"userid": subject.userid, "login": member.getUserName()}
        values = [
            (_("member_userid", default="Nummer van je account"), subject.userid),
            (_("member_login", default="Inlognaam"), member.getUserName()),
        ]
        for name, label in LABELS.items():
            text = _text(member.getProperty(name, ""), name)
            if text:
                values.append((label, text))
                data[name] = text
        for name, label, found in (
            ("groups", _("member_groups", default="Groepen"), _groups(member)),
            ("roles", _("member_roles", default="Rollen"), sorted(set(member.getRoles()) - OWN_ROLES)),
            ("local_roles", _("member_local_roles", default="Rechten op bladzijden"), _local_roles(subject.userid)),
        ):
            if found:
                values.append((label, "\n".join(found)))
                data[name] = found
        portrait = api.portal.get_tool("portal_memberdata")._getPortrait(subject.userid)
        if portrait is not None:
            files["portret"] = bytes(portrait.data)
            values.append((_("member_portrait", default="Foto"), f"portret ({len(files['portret'])} bytes)"))
        item = rights.Item(
            id=vault.get().pseudonym(subject.key), title=self.title, values=tuple(values), data=data, files=files
        )
        return rights.Page((item,))

    def erase(self, subject, before=None):
        """Take the account away, with all that Plone keeps for it. When it came into being Plone does not know."""
        if not subject.userid or subject.party:
            return rights.Erased()
        with system.as_system():
            return rights.Erased(removed=1 if accounts.remove(subject.userid) else 0)

    def restrict(self, subject, on):
        """Hide nothing: nobody but the people who manage accounts sees it."""
        return 0

    def expired(self, now):
        """Return how many accounts have not been used for so long that they go; their owners were warned."""
        return sum(1 for _found in inactive.overdue(now))

    def purge(self, now, limit):
        """Write down, in the journal, that at most so many accounts are erased; return how many."""
        return inactive.hand_over(now, limit)

    def verify_erased(self, subject):
        """Return where something of the account is left."""
        return accounts.left(subject.userid) if subject.userid else []


def _text(value, name):
    if name in TIMES:
        return "" if not value or value.year() <= NEVER else value.asdatetime().strftime("%Y-%m-%d %H:%M")
    return str(value or "")


def _groups(member):
    groups = (api.group.get(groupname=name) for name in member.getGroups() if name != "AuthenticatedUsers")
    return sorted(group.getProperty("title") or group.getId() for group in groups if group is not None)


def _local_roles(userid):
    """Return the addresses on which somebody has rights of their own, but not what they made."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(allowedRolesAndUsers=f"user:{userid}")
    return [brain.getURL() for brain in brains[: rights.SIZE] if brain.Creator != userid]
