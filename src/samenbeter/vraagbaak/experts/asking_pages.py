"""The page of a question on which editors ask experts: also for a question without a case behind it."""

from functools import cached_property
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.shared import vault
from samenbeter.shared.pages import PrivatePage
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts.boxes import Boxes
from zExceptions import NotFound


class Meedenken(PrivatePage):
    """Who thinks along on this question, and ask one more."""

    title = _("expert_thinking", default="Wie denken er mee?")

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@meedenken"

    @cached_property
    def case(self):
        """Return the Case behind the question, or None."""
        return store.by_question(IUUID(self.context))

    @cached_property
    def boxes(self):
        """Return what stands on the page."""
        return Boxes(self, self.context, self.case)

    def act(self):
        """Ask, or ask no more."""
        if self.case is not None and store.is_frozen(self.case):
            raise NotFound(self.__name__)
        if self.field("do") == "ask" and self.boxes.can_ask:
            said = self.boxes.ask()
        elif self.field("do") == "end":
            try:
                said = self.boxes.end()
            except vault.NoRecord:
                raise NotFound(self.__name__) from None
        else:
            raise NotFound(self.__name__)
        if said is None:
            return None
        self.tell(said)
        self.request.response.redirect(self.here, status=303)
        return ""
