"""The form in which an expert writes, and says that it cannot be: the same for who is logged in and who has a link."""

from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import contributing
from samenbeter.vraagbaak.experts import due
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.experts import words


FIELDS = ("contribution", "discipline", "difference", "sources")


class ContributionForm:
    """What the form shows, and what was filled in.

    :param page: the PrivatePage that it stands on.
    :param question: the VraagbaakQuestion.
    :param userid: of the expert.
    :param partners: UIDs of the partners for which this expert may answer it.
    """

    parts = ViewPageTemplateFile("templates/contribution_form.pt")

    def __init__(self, page, question, userid, partners):
        self.page, self.question, self.userid, self.partners = page, question, userid, partners
        self.context, self.request = page.context, page.request

    # -- showing

    @property
    def sb(self):
        """Return the helpers of all templates."""
        return self.page.sb

    @property
    def lang(self):
        """Return the language of the question, when it is not that of the page."""
        return self.sb.content_lang(self.question)

    @cached_property
    def consultations(self):
        """Return the open Consultations of the own partners about the question."""
        return [one for one in consultations.open_of(IUUID(self.question)) if one.partner in self.partners]

    @property
    def notes(self):
        """Return what the editors wrote to these partners about the question."""
        return list(dict.fromkeys(one.note for one in self.consultations if one.note))

    @property
    def due(self):
        """Return the tag that says how much time is left, or None."""
        case = store.by_question(IUUID(self.question))
        return due.tag(case.due if case is not None else None, self.sb, self.request)

    @property
    def name(self):
        """Return what the expert is called."""
        return people.name_of(self.userid)

    @cached_property
    def partner_choices(self):
        """Return the partners for which this expert can write: {uid, title, checked}."""
        sent = self.page.field("partner")
        chosen = sent if sent in self.partners else contributing.partner_of(self.began) if self.began else ""
        if len(self.partners) == 1:
            chosen = self.partners[0]
        return [
            {"uid": uid, "title": people.title_of(uid), "checked": "checked" if uid == chosen else None}
            for uid in self.partners
        ]

    @cached_property
    def began(self):
        """Return the contribution that this expert began, or got back; None."""
        return contributing.unsent(self.question, self.userid)

    @property
    def came_back(self):
        """Return whether the editors sent it back."""
        return self.began is not None and api.content.get_state(self.began) == "returned"

    @property
    def disciplines(self):
        """Return the trades to choose from: {token, title, selected}."""
        chosen = self.value("discipline")
        found = self.sb.vocabulary("samenbeter.disciplines")
        return [
            {"token": token, "title": title, "selected": "selected" if token == chosen else None}
            for token, title in found.items()
        ]

    def value(self, name):
        """Return what stands in a field: what was sent, else what was kept before.

        :param name: one of FIELDS.
        """
        if self.request.method == "POST" and name in self.request.form:
            return self.page.field(name, longest=contributing.LONGEST + 1)
        if name == "discipline":
            return self.began.discipline if self.began else self._last_discipline()
        if self.began is None:
            return ""
        if name == "contribution":
            return contributing.text_in(self.began)
        if name == "sources":
            return "\n".join(self.began.sources or ())
        return getattr(self.began, name) or ""

    def _last_discipline(self):
        """Return the trade of what this expert wrote last; it is most often the same."""
        catalog = api.portal.get_tool("portal_catalog")
        query = {"portal_type": "VraagbaakAnswer", "Creator": self.userid}
        found = catalog.unrestrictedSearchResults(**query, sort_on="created", sort_order="descending", sort_limit=1)
        return next(iter(found[0].sb_disciplines or ()), "") if found else ""

    def reasons(self):
        """Return why somebody cannot answer: {word, title, checked}."""
        sent = self.page.field("reason")
        return [
            {"word": word, "title": title, "checked": "checked" if word == sent else None}
            for word, title in words.REASONS.items()
        ]

    # -- what was filled in

    def fields(self):
        """Return what ``consulting.contribute`` takes."""
        return {name: self.page.field(name, longest=contributing.LONGEST + 1) for name in FIELDS}

    @property
    def partner(self):
        """Return the UID of the partner that was chosen, "" for none."""
        return next((one["uid"] for one in self.partner_choices if one["checked"]), "")
