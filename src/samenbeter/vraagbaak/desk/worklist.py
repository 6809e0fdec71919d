"""The page "@@werktafel" of a desk: what waits, by the time that is left. A page costs the same, however much waits.

The index says which cases are on it, in order; only those are opened, and nothing of what askers wrote.
"""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared.pages import PrivatePage
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk import figures
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.desk.bulk import Bulk
from samenbeter.vraagbaak.desk.worklist_words import Words
from samenbeter.vraagbaak.experts import people as experts
from samenbeter.vraagbaak.letters import stuck
from urllib.parse import urlencode


SIZE = 25
# late cases are counted up to here
MOST_COUNTED = 100
OPEN, MINE, LATE = "open", "mine", "late"
# name of a list: (title, words of the index after the desk; None: made by the page)
LISTS = {
    OPEN: (_("table_list_open", default="Alles open"), ("open",)),
    MINE: (_("table_list_mine", default="Van mij"), None),
    LATE: (_("table_list_late", default="Te laat"), ("open",)),
    "waiting": (_("table_list_waiting", default="Wacht op de vrager"), ("state", states.WAITING)),
    "answered": (_("table_list_answered", default="Beantwoord"), ("state", states.ANSWERED)),
    "ready": (_("table_list_ready", default="Klaar om te plaatsen"), ("ready",)),
    "closed": (_("table_list_closed", default="Gesloten"), ("state", states.CLOSED)),
    "rejected": (_("table_list_rejected", default="Niet in behandeling"), ("state", states.REJECTED)),
}
# of what is over, the index does not know theme and partner
NARROWED = (OPEN, MINE, LATE, "waiting")


UNREADABLE = {
    "number": "",
    "url": "",
    "hidden": True,
    "title": _("table_unreadable", default="Dit kunnen wij niet lezen. Zeg het tegen de beheerder."),
}


class Worklist(Bulk, PrivatePage):
    """The cases of a desk."""

    title = _("table_worklist", default="Vragen die wachten")

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@werktafel"

    @cached_property
    def uid(self):
        """Return the UID of the desk."""
        return api.content.get_uuid(self.context)

    @cached_property
    def me(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    # -- what was chosen

    @cached_property
    def chosen(self):
        """Return the list that is shown, one of LISTS."""
        return self.field("list") if self.field("list") in LISTS else OPEN

    @property
    def narrows(self):
        """Return whether one theme or one partner can be chosen in this list."""
        return self.chosen in NARROWED

    @cached_property
    def theme(self):
        """Return the theme that is shown alone, or ""."""
        return self.field("theme") if self.narrows and self.field("theme") in dict(self.themes) else ""

    @cached_property
    def partner(self):
        """Return the UID of the partner that is shown alone, or ""."""
        return self.field("partner") if self.narrows and self.field("partner") in dict(self.partners) else ""

    @cached_property
    def number(self):
        """Return the number of the page, from 0."""
        text = self.field("page", 6)
        return int(text) if text.isascii() and text.isdigit() else 0

    @cached_property
    def themes(self):
        """Return the themes of this desk: [(token, title)]."""
        return triage.themes_of(self.context)

    @cached_property
    def partners(self):
        """Return the active partners: [(UID, title)]."""
        found = api.portal.get_tool("portal_catalog")(
            portal_type="PartnerOrganisation", review_state="active", sort_on="sortable_title"
        )
        return [(brain.UID, brain.Title) for brain in found]

    # -- lists

    def _word(self, *parts):
        return index.word("desk", self.uid, *parts)

    def _words(self, name):
        if name == MINE:
            return [self._word("owner", self.me)]
        return [self._word(*LISTS[name][1])]

    def _late(self, words, start=0, limit=SIZE):
        """Return the ids of the late cases with these words: urgent ones first."""
        minute, found = int(clock.now().timestamp() // 60), []
        for rank in (index.URGENT, index.RUNNING):
            found += index.get().ids(words, rank=rank, before=minute, limit=start + limit)
        return found[start : start + limit]

    @cached_property
    def chips(self):
        """Return the lists: {name, title, count, url, current}."""
        return [
            {
                "name": name,
                "title": title,
                "count": self._count(name),
                "url": f"{self.here}?{urlencode({'list': name})}",
                "current": "true" if name == self.chosen else None,
            }
            for name, (title, _parts) in LISTS.items()
        ]

    def _count(self, name):
        if name == LATE:
            found = len(self._late(self._words(name), limit=MOST_COUNTED + 1))
            return f"{MOST_COUNTED}+" if found > MOST_COUNTED else str(found)
        return str(index.get().size(self._words(name)[0]))

    @cached_property
    def ids(self):
        """Return the ids of the cases of this page, and of one more when there is a next page."""
        words = self._words(self.chosen)
        words += [self._word("theme", self.theme)] if self.theme else []
        words += [self._word("partner", self.partner)] if self.partner else []
        start = self.number * SIZE
        if self.chosen == LATE:
            return self._late(words, start, SIZE + 1)
        return index.get().ids(words, start=start, limit=SIZE + 1)

    @cached_property
    def rows(self):
        """Return what the table says of each case; one that cannot be read says so."""
        cases = [self._case(case_id) for case_id in self.ids[:SIZE]]
        uids = [case.question for case in cases if case is not None and case.question]
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uids) if uids else ()
        titles = {brain.UID: brain.Title for brain in found}
        words = Words(self.context, self.sb, promise.calendar_of(self.context))
        return [words.row(case, titles) if case is not None else UNREADABLE for case in cases]

    @staticmethod
    def _case(case_id):
        try:
            return store.load(case_id)
        except (vault.NoRecord, keys.VaultProblem):
            # it is damaged, or went meanwhile: the others are still good
            return None

    def _url(self, number):
        chosen = {"list": self.chosen, "theme": self.theme, "partner": self.partner, "page": number or ""}
        return f"{self.here}?{urlencode({name: value for name, value in chosen.items() if value})}"

    @property
    def shown_url(self):
        """Return the address of what is shown now: after an act an editor is where they were."""
        return self._url(self.number)

    @property
    def more_urls(self):
        """Return {"before", "after"}: the addresses of the pages beside this one; "" for none."""
        before = self._url(self.number - 1) if self.number else ""
        after = self._url(self.number + 1) if len(self.ids) > SIZE else ""
        return {"before": before, "after": after}

    @property
    def reasons(self):
        """Return why a case may not be taken up: [(word, title)]."""
        return list(triage.REASONS.items())

    # -- beside it

    @property
    def mail_problem(self):
        """Return why no mail gets away now, in words; None while it does."""
        return stuck.problem()

    @property
    def room(self):
        """Return how much each partner has: [(title, number of open questions, names of experts who are away)]."""
        found = [
            (title, index.get().size(self._word("partner", uid)), self._names_away(uid)) for uid, title in self.partners
        ]
        return sorted(found, key=lambda row: row[1])

    @staticmethod
    def _names_away(partner):
        return ", ".join(people.name_of(userid) for userid in experts.absent(experts.experts_of(partner)))

    @cached_property
    def editors(self):
        """Return the editors of this desk: [(user id, name, number of open cases, until when away or "")]."""
        return [
            (userid, people.name_of(userid), triage.open_cases_of(userid), self._away_until(userid))
            for userid in triage.editors_of(self.context)
        ]

    def _away_until(self, userid):
        last = absence.until(userid, clock.today())
        return self.sb.day(last) if last else ""

    @property
    def kept(self):
        """Return how many of a hundred answers were in time, in words; None for too few."""
        return figures.sentence(self.context)
