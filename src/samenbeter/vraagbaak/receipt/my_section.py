"""The part "Mijn vragen" of the page "Mijn SamenBeter"."""

from plone import api
from samenbeter import _
from samenbeter.interfaces import IMySection
from samenbeter.shared import keys
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.personal_data_cases import STATES
from zope.component import getMultiAdapter
from zope.interface import implementer


@implementer(IMySection)
class MyQuestions:
    """The questions that somebody asked with an account, or claimed by a code."""

    order = 100
    title = _("my_questions", default="Mijn vragen")
    icon = "chat"
    empty = _("my_questions_empty", default="Je hebt nog geen vraag. Een vraag is nooit te klein.")

    def __init__(self, context, request):
        self.context, self.request = context, request

    @property
    def available(self):
        """Return whether this person can have questions."""
        return api.user.has_permission("SamenBeter vraagbaak: Follow own questions", obj=self.context)

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
        day = getMultiAdapter((self.context, self.request), name="sb").date(moment(case.received))
        return {
            "title": question.title
            if question is not None
            else _("my_question_of", default="Je vraag van ${date}", mapping={"date": day}),
            "url": f"{desk.absolute_url()}/@@mijn-vraag/{link}",
            "note": STATES[case.state],
        }
