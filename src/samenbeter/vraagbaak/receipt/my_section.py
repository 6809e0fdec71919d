"""The part "Mijn vragen" of the page "Mijn SamenBeter"."""

from plone import api
from samenbeter import _
from samenbeter.interfaces import IMySection
from samenbeter.shared import keys
from samenbeter.vraagbaak.asking.doors import STATUS
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.receipt.page import FOLLOW
from samenbeter.vraagbaak.receipt.telling import STATES
from zope.component import getMultiAdapter
from zope.interface import implementer


HIDDEN = _("my_questions_hidden", default="Verborgen: je liet deze vraag stilzetten.")


@implementer(IMySection)
class MyQuestions:
    """The questions that somebody asked with an account, or claimed by a code."""

    order = 100
    title = _("my_questions", default="Mijn vragen")
    icon = "chat"
    empty = _("my_questions_empty", default="Je hebt nog geen vraag. Een vraag is nooit te klein.")

    def __init__(self, context, request):
        """Take the helpers of the page."""
        self.context = context
        self.sb = getMultiAdapter((context, request), name="sb")

    @property
    def available(self):
        """Return whether this person can have questions."""
        return api.user.has_permission(FOLLOW, obj=self.context)

    @property
    def action(self):
        """Return where a question is added by its code, {"url", "title"}; None where there is no desk to be seen.

        Any desk opens the code of all of them.
        """
        query = {"portal_type": "Vraagbaak", "sort_on": "created", "sort_limit": 1}
        found = next(iter(api.portal.get_tool("portal_catalog")(query)[:1]), None)
        if found is None:
            return None
        title = _("my_questions_add", default="Heb je een code? Zet die vraag bij je account")
        return {"url": f"{found.getURL()}/@@{STATUS}", "title": title}

    def rows(self):
        """Return each question, the newest first."""
        userid = api.user.get_current().getId()
        try:
            cases = store.of_subject(f"member:{userid}")
        except keys.VaultProblem:
            return []
        return [row for row in (self._row(case, userid) for case in cases) if row]

    def _row(self, case, userid):
        desk, question = store.desk_of(case), store.question_of(case)
        link = next((one for one in case.accounts if store.by_account_link(one, userid) is not None), None)
        if desk is None or link is None:
            return None
        row = {"url": f"{desk.absolute_url()}/@@mijn-vraag/{link}", "note": STATES[case.state]}
        if store.is_frozen(case):
            # it has no page until its asker lets it go on
            row = {"url": f"{self.context.absolute_url()}/@@mijn-gegevens", "note": HIDDEN}
        if question is not None and question.title:
            return {**row, "title": question.title, "lang": self.sb.content_lang(question)}
        day = self.sb.date(moment(case.received))
        return {**row, "title": _("my_question_of", default="Je vraag van ${date}", mapping={"date": day})}
