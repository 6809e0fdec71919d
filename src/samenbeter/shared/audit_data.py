"""Providers of personal data: the audit log itself, and why somebody looked in an emergency."""

from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared import audit_words
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import seals
from samenbeter.shared.personal_data import PersonalData
from samenbeter.shared.personal_data import VaultPersonalData
from zope.globalrequest import getRequest
from zope.i18n import translate


ROOM = "shared"
KIND = "break_glass"
PURPOSE = "samenbeter.security"
DAYS = 365
STAYS = _(
    "audit_stays",
    default="Wie je gegevens zag, blijft bewaard tot de tijd om is. Het is het bewijs. Je naam staat er niet in.",
)


class AuditData(PersonalData):
    """The entries of the audit log that are about somebody."""

    title = _("audit_data", default="Wie je gegevens zag")
    description = _(
        "audit_data_help",
        default="Opent iemand van ons iets van jou? Dan bewaren wij wanneer, wie en waarom. "
        "Namen en teksten staan er niet in.",
    )
    categories = ("pd:Identifying",)
    purpose = PURPOSE
    recipients = "SamenBeter shared: Read the audit log"
    period = DAYS
    clock = _("audit_data_clock", default="Vanaf de dag dat het gebeurde.")
    can_expire = True

    def export(self, subject, page=1):
        """Return a Page of who saw what, oldest first."""
        rows = audit_words.seen_of(subject)[::-1] if not subject.party else []
        start = (page - 1) * rights.SIZE
        return rights.Page(
            tuple(self._item(number, row) for number, row in enumerate(rows[start : start + rights.SIZE], start)),
            done=start + rights.SIZE >= len(rows),
        )

    def _item(self, number, row):
        labels = {
            "who": _("audit_who", default="Wie"),
            "what": _("audit_what", default="Wat"),
            "why": _("audit_why", default="Waarom"),
            "reason": _("audit_reason", default="Reden"),
        }
        said = {name: translate(row[name], context=getRequest()) for name in labels}
        return rights.Item(
            id=str(number),
            title=self.title,
            values=tuple((label, said[name]) for name, label in labels.items() if said[name]),
            data={**row, **said, "when": row["when"].isoformat()},
            created=row["when"],
            expires=periods.until("samenbeter.shared.audit", row["when"].date()),
        )

    def erase(self, subject, before=None):
        """Erase nothing: it is the proof of who saw what, and names nobody."""
        found = self._entries(subject)
        kept = [entry for entry in found if before is None or audit.moment(entry) <= before]
        return rights.Erased(retained=len(kept), reasons=(STAYS,) if kept else ())

    def keeps(self, subject):
        """Return why something is left."""
        return (STAYS,) if self._entries(subject) else ()

    def restrict(self, subject, on):
        """Hide nothing: who reads the log cannot tell whom an entry is about."""
        return 0

    def expired(self, now):
        """Return how many segments of the log have had their time."""
        store = audit.existing()
        return len(seals.gone(store, now)) if store is not None else 0

    def purge(self, now, limit):
        """Take at most so many segments away that have had their time; return how many. Their seals stay."""
        store = audit.existing()
        if store is None:
            return 0
        seals.close(store, now)
        while seals.seal_days(store, now):
            pass
        return seals.drop(store, limit)

    def verify_erased(self, subject):
        """Return nothing: what is left names nobody, and was said."""
        return []

    def _entries(self, subject):
        found = [entry for name in audit_words.names_of(subject) for entry in audit.about(name)]
        return [entry for entry in found if subject.party in ("", entry.party)]


class BreakGlassData(VaultPersonalData):
    """Why a site administrator opened what is somebody's, in an emergency."""

    room = ROOM
    kind = KIND
    title = _("break_glass_data", default="Waarom iemand in nood keek")
    description = _(
        "break_glass_data_help",
        default="Een beheerder van de site kan in nood iets van jou openen. De reden lees je bij wie je gegevens zag.",
    )
    categories = ("pd:Communication",)
    special = True
    purpose = PURPOSE
    recipients = "SamenBeter shared: Read the audit log"
    period = DAYS
    clock = _("break_glass_data_clock", default="Vanaf de dag dat iemand keek.")

    def values(self, data):
        """Return the reason."""
        return ((_("audit_reason", default="Reden"), data["reason"]),)

    def values_for_machines(self, data):
        """Return the reason, not what the page needs."""
        return {"reason": data["reason"]}
