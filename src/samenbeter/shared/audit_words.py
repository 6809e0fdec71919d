"""The audit log in plain words: for the resident whom it is about, and for who reads the log."""

from AccessControl import getSecurityManager
from dateutil.tz import gettz
from itertools import chain
from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.interfaces import IPurpose
from samenbeter.shared import audit
from samenbeter.shared import keys
from samenbeter.shared import vault
from zope.component import getUtilitiesFor
from zope.component import queryUtility


BREAK_GLASS = "break_glass"
YOU = _("audit_you", default="Jij zelf")
NO_ACCOUNT = _("audit_no_account", default="Iemand zonder account")
MACHINE = _("audit_machine", default="De site zelf")
GONE = _("audit_partner_gone", default="een partner die er niet meer is")
ROLES = {
    "Vraagbaak Editor": _("audit_editor", default="De redactie"),
    "Expert": _("audit_expert", default="Een deskundige"),
    "Wijkwebber": _("audit_wijkwebber", default="Een schrijver van verhalen"),
    "Partner Manager": _("audit_partner", default="Een beheerder"),
    "Privacy Officer": _("audit_officer", default="Wie bij ons over privacy gaat"),
    "Site Administrator": _("audit_administrator", default="Een beheerder van de site"),
    "Manager": _("audit_administrator", default="Een beheerder van de site"),
    "Member": _("audit_member", default="Iemand met een account"),
}
# who acts for a partner; what is done in another capacity is not done in its name
OF_A_PARTNER = ("Expert", "Partner Manager")
ADMINISTRATORS = ("Site Administrator", "Manager")
ACTIONS = {
    "view": _("audit_view", default="Gelezen"),
    "list": _("audit_list", default="Gezien in een lijst"),
    "search": _("audit_search", default="Gevonden bij zoeken"),
    "export": _("audit_export", default="In een bestand gezet"),
    "edit": _("audit_edit", default="Veranderd"),
    "publish": _("audit_publish", default="Op de site gezet"),
    "share": _("audit_share", default="Gedeeld"),
    "launch": _("audit_launch", default="Module geopend"),
    "delete": _("audit_delete", default="Gewist"),
    "login": _("audit_login", default="Ingelogd"),
    "logview": _("audit_logview", default="Gezien in het logboek"),
    BREAK_GLASS: _("audit_break_glass", default="Gelezen in nood"),
}
OUTCOMES = {
    "success": _("audit_success", default="Gelukt"),
    "failure": _("audit_failure", default="Niet gelukt"),
    "denied": _("audit_denied", default="Niet toegestaan"),
}


def seen_by(pseudonym, since=None, me=None):
    """Return who saw somebody's data, as that person may know it: by role and organisation, never by name.

    What is the same on one day is one row.

    :param pseudonym: how the vault knows that person, in hex.
    :param since: a datetime in UTC: not what was before it.
    :param me: the user id of that person; None: who asks.
    :returns: a list of dicts, newest first: "when" (a datetime in UTC, of the last time), "who", "what",
        "why" (messages or texts; "" when there is none), "times", "emergency" (whether the emergency
        button was used) and "reason" (of the emergency; "").
    :raises keys.VaultProblem: when there is no key, or another one.
    """
    userid = me or getSecurityManager().getUser().getId()
    words = Words(audit.pseudonym_of(userid) if userid else None)
    zone = gettz(api.portal.get_registry_record("plone.portal_timezone", default=None) or "Europe/Amsterdam")
    rows = {}
    for entry in audit.about(pseudonym, since):
        when = audit.moment(entry)
        row = {
            "when": when,
            "who": words.who(entry),
            "what": words.what(entry),
            "why": words.why(entry),
            "times": 0,
            "emergency": in_emergency(entry),
            "reason": words.reason(entry),
        }
        # messages differ by what is filled in, too
        said = [(str(row[name]), repr(getattr(row[name], "mapping", None))) for name in ("who", "what", "why")]
        same = (when.astimezone(zone).date(), *said, row["emergency"], row["reason"])
        rows.setdefault(same, row)["times"] += 1
    return list(rows.values())


def seen_of(subject, since=None):
    """Return the same of all by which the log knows a Subject, also of what was left without an account.

    :param subject: a rights.Subject.
    """
    found = [row for name in names_of(subject) for row in seen_by(name, since, me=subject.userid)]
    return sorted(found, key=lambda row: row["when"], reverse=True)


def names_of(subject):
    """Return how the log knows a Subject: what the vault calls them, and what providers say more."""
    providers = sorted(getUtilitiesFor(IPersonalDataProvider), key=lambda found: found[0])
    more = [one.also_known_as(subject) for _name, one in providers if hasattr(one, "also_known_as")]
    return list(dict.fromkeys([vault.get().pseudonym(subject.key), *chain(*more)]))


def in_emergency(entry):
    """Return whether the emergency button was used: to open something, or to see what there is."""
    return entry.action == BREAK_GLASS or bool(entry.reason)


class Words:
    """Says what entries mean; asks for each name once.

    :param me: how the log knows who reads it; None: nobody in particular.
    """

    def __init__(self, me=None):
        self.me = me
        self.partners = {}
        self.reasons = {}
        self.kinds = {
            f"{room}.{kind}": provider.title
            for _name, provider in getUtilitiesFor(IPersonalDataProvider)
            for room, kind in getattr(provider, "kinds", ())
        }

    def who(self, entry):
        """Return who did it, by role and organisation."""
        by_themselves = entry.on_behalf_of and entry.on_behalf_of == entry.subject
        if (self.me and entry.actor == self.me) or (by_themselves and entry.role in ("", "Member")):
            return YOU
        if not entry.role:
            return NO_ACCOUNT if entry.actor == "anonymous" else MACHINE
        role = self.role(entry)
        title = ROLES.get(role, role)
        if not entry.organisation or role not in OF_A_PARTNER:
            return title
        return _("audit_of", default="${role} van ${organisation}", mapping=_mapping(title, self.organisation(entry)))

    @staticmethod
    def role(entry):
        """Return in which capacity it was done, of all that the actor has."""
        held = entry.role.split(",")
        wanted = ADMINISTRATORS if in_emergency(entry) else audit.ROLES
        return next((role for role in wanted if role in held), held[0])

    def organisation(self, entry):
        """Return the names of the partners that the actor works for, or a message; "" for none."""
        names = [self._partner(uid) for uid in entry.organisation.split(",") if uid]
        found = [name for name in names if name]
        return ", ".join(found) or (GONE if names else "")

    def _partner(self, uid):
        if uid not in self.partners:
            catalog = api.portal.get_tool("portal_catalog")
            # who acts for a partner is told, also when that partner has no public page
            brains = catalog.unrestrictedSearchResults(UID=uid)
            self.partners[uid] = brains[0].Title if brains else ""
        return self.partners[uid]

    def what(self, entry):
        """Return what was done, and with which kind of data."""
        done = ACTIONS.get(entry.action, entry.action)
        # behind the room and the kind a section can say more: for what it was opened
        kind = ".".join(entry.section.split(".")[:2])
        if kind in self.kinds:
            mapping = {"action": done, "kind": self.kinds[kind]}
            done = _("audit_action_kind", default="${action}: ${kind}", mapping=mapping)
        if entry.outcome != "success":
            done = _("audit_tried", default="Geprobeerd, niet gelukt. ${action}", mapping={"action": done})
        return done

    def why(self, entry):
        """Return the title of the purpose; "" when there is none."""
        purpose = queryUtility(IPurpose, entry.basis) if entry.basis else None
        return purpose.title if purpose is not None else ""

    def reason(self, entry):
        """Return what somebody gave as a reason in an emergency; "" when there is none, or it cannot be read."""
        if entry.reason and entry.reason not in self.reasons:
            self.reasons[entry.reason] = self._reason(entry)
        return self.reasons.get(entry.reason, "")

    @staticmethod
    def _reason(entry):
        box = vault.get()
        try:
            if box.record(entry.reason).subject != entry.subject:
                return ""
            return box.read(entry.reason, vault.Machine("samenbeter.shared.audit")).get("reason", "")
        except (vault.NoRecord, keys.VaultProblem):
            return ""


def _mapping(role, organisation):
    return {"role": role, "organisation": organisation}
