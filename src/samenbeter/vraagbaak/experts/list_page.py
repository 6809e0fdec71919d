"""The list of an expert: what waits for an answer, and what was answered. @@vragen-voor-mij"""

from datetime import datetime
from datetime import timezone
from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.relations import brains_by_path
from samenbeter.shared.states import state_tag
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import due
from samenbeter.vraagbaak.experts import people


SHOWN = 25
LATER = datetime.max.replace(tzinfo=timezone.utc)


class QuestionsForMe(PrivatePage):
    """The questions that are with the partners of this expert."""

    title = _("expert_list", default="Vragen voor jou")

    @cached_property
    def me(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    @cached_property
    def waiting(self):
        """Return what waits for an answer, what is due first comes first.

        The catalog knows whose questions they are; the partners are asked once more.
        """
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog(portal_type="VraagbaakQuestion", review_state=people.CONSULTING, sort_on="created")
        rows = [self._row(brain.getObject()) for brain in found]
        return sorted(filter(None, rows), key=lambda row: row["moment"])

    def _row(self, question):
        partners = people.partners_for(question, self.me)
        if not partners:
            return None
        own = [one for one in consultations.of_question(IUUID(question)) if one.partner in partners]
        waits = [one for one in own if one.is_open]
        # all that this partner was asked is answered: it waits no more
        if own and not waits:
            return None
        case = store.by_question(IUUID(question))
        moment = case.due if case is not None else None
        named = [userid for one in waits for userid in one.persons]
        return {
            "title": question.title,
            "lang": self.sb.content_lang(question),
            "url": f"{question.absolute_url()}/@@bijdrage",
            "notes": list(dict.fromkeys(one.note for one in waits if one.note)),
            "partner": ", ".join(map(people.title_of, partners)),
            "colleague": ", ".join(filter(None, map(people.name_of, named))) if self.me not in named else "",
            "due": due.tag(moment, self.sb, self.request),
            "moment": moment or LATER,
        }

    @cached_property
    def written(self):
        """Return what this expert wrote, newest first: {title, lang, url, tag}."""
        catalog = api.portal.get_tool("portal_catalog")
        query = {"portal_type": "VraagbaakAnswer", "Creator": self.me, "sort_on": "created"}
        found = catalog(**query, sort_order="descending", sort_limit=SHOWN)[:SHOWN]
        questions = brains_by_path({brain.getPath().rpartition("/")[0] for brain in found})
        rows = [(brain, questions.get(brain.getPath().rpartition("/")[0])) for brain in found]
        return [self._written(brain, question) for brain, question in rows if question is not None]

    def _written(self, brain, question):
        return {
            "title": question.Title,
            "lang": self.sb.content_lang(question),
            "url": brain.getURL(),
            "tag": state_tag(brain.review_state),
            "on": self.sb.date(brain.created),
        }
