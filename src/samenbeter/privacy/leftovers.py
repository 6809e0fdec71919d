"""What Plone leaves behind of a person when their account is taken away.

Who made or changed a thing stands at the thing itself, in its history, in its old
versions, its comments, its lock. Not all of that is in the catalog, so an erasure looks at
everything, in batches. That takes its time, and is seldom.
"""

from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import accounts
from samenbeter.privacy import comments
from samenbeter.privacy import traces
from samenbeter.privacy import versions
from samenbeter.privacy.places import checkouts
from samenbeter.privacy.places import errors
from samenbeter.privacy.places import mentioned_in_settings
from samenbeter.privacy.places import redirects
from samenbeter.shared import authorship
from samenbeter.shared import rights
from samenbeter.shared import system
from samenbeter.shared.personal_data import PersonalData
from zope.component import getUtilitiesFor


BATCH = 100
# beside the things themselves: each looks, and changes when it is told to
PLACES = (versions.look, redirects, checkouts, errors, traces.transactions)


def walk():
    """Yield all content of the site, without keeping what was not changed."""
    portal = api.portal.get()
    yield portal
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(path="/".join(portal.getPhysicalPath()))
    # a list: who walks changes the catalog meanwhile
    paths = [brain.getPath() for brain in brains if brain.portal_type != comments.TYPE]
    for number, path in enumerate(paths, 1):
        # not by acquisition: what the catalog knows and is gone is nothing
        obj = portal.unrestrictedTraverse(path, None)
        if obj is not None and "/".join(obj.getPhysicalPath()) == path:
            yield obj
        if number % BATCH == 0:
            portal._p_jar.cacheMinimize()


class Leftovers(PersonalData):
    """Where it stands who made or changed something."""

    title = _("personal_leftovers", default="Waar staat dat jij het maakte")
    description = _(
        "personal_leftovers_help",
        default="Bij bladzijden, oude versies, stappen en reacties staat wie dat deed.",
    )
    categories = ("pd:Username", "pd:Name", "pd:EmailAddress", "pd:Opinion")
    purpose = "samenbeter.account"
    recipients = "View"
    clock = _("clock_leftovers", default="Het blijft zolang de bladzijde er is, of tot je account weg is.")

    def export(self, subject, page=1):
        """Return a Page of what this person made that no other provider tells of, and of their comments."""
        if not subject.userid or subject.party:
            return rights.Page()
        told = {kind for _n, one in getUtilitiesFor(IPersonalDataProvider) for kind in getattr(one, "portal_types", ())}
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.unrestrictedSearchResults(
            Creator=subject.userid, portal_type={"not": sorted(told)}, sort_on="created"
        )
        start = (page - 1) * rights.SIZE
        items = tuple(self._item(brain) for brain in brains[start : start + rights.SIZE])
        return rights.Page(items, done=start + rights.SIZE >= len(brains))

    def _item(self, brain):
        values = [
            (_("export_title", default="Titel"), brain.Title),
            (_("export_address", default="Adres"), brain.getURL()),
        ]
        data = {"type": brain.portal_type, "url": brain.getURL(), "title": brain.Title}
        if brain.portal_type == comments.TYPE:
            data["text"] = brain._unrestrictedGetObject().text
            values.append((_("export_comment", default="Reactie"), data["text"]))
        return rights.Item(
            id=str(brain.getRID()),
            title=self.title,
            values=tuple(values),
            data=data,
            created=brain.created.asdatetime(),
        )

    def erase(self, subject, before=None):
        """Take the person out of everything; the date of its last change stays."""
        if not subject.userid or subject.party:
            return rights.Erased()
        names = accounts.names_of(subject.userid)
        with system.as_system():
            removed = sum(1 for obj in walk() if self._clean(obj, names))
            removed += sum(place(names, True) for place in PLACES)
            traces.forget_unused_words()
        settings = mentioned_in_settings(names)
        reason = _(
            "settings_stay",
            default="Je e-mailadres staat in een instelling van de site. Wie de site beheert, haalt het daar weg.",
        )
        return rights.Erased(removed, settings, (reason,) if settings else ())

    def _clean(self, obj, names):
        return bool(authorship.take_out(obj, names)) | bool(comments.look(obj, names, True))

    def restrict(self, subject, on):
        """Hide nothing: it is the work of the site."""
        return 0

    def expired(self, now):
        """Return nought: it goes with the account, or with the page."""
        return 0

    def purge(self, now, limit):
        """Do nothing, and return nought."""
        return 0

    def verify_erased(self, subject):
        """Return the kinds of places where something is left."""
        if not subject.userid:
            return []
        names = accounts.names_of(subject.userid)
        found = []
        for obj in walk():
            found += authorship.mentions(obj, names)
            found += ["comments"] if comments.look(obj, names, False) else []
        return found + [place.__name__ for place in PLACES if place(names, False)] + self._indexed(names)

    def _indexed(self, names):
        catalog = api.portal.get_tool("portal_catalog")
        query = {"Creator": names.userid, "allowedRolesAndUsers": f"user:{names.userid}"}
        return [index for index, value in query.items() if catalog.unrestrictedSearchResults(**{index: value})]
