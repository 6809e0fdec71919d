"""The receipt over REST: by its code, which stands in the body and never in an address, or with an account.

A wrong code is answered as no question is: 404, and who tries many has to wait.
"""

from samenbeter import _
from samenbeter.shared import guard_rate
from samenbeter.shared import rest
from samenbeter.shared.limits import Limit
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import case as words
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.rest import base
from samenbeter.vraagbaak.rest import shapes


# wrong codes from one network
wrong = Limit(20, 10 * 60)
CODE, LINK = "code", "link"
LONGEST = 4000
OUTCOMES = (words.HELPED, words.ACTED, words.STUCK)
NO_CODE = _("rest_no_code", default="Stuur code of link: een van de twee.")


class ReceiptsGet(base.DeskService):
    """GET @receipts: the questions of who is logged in."""

    def act(self):
        """Return them, newest first; ``link`` opens one of them in the place of a code."""
        found = [case for case in store.of_subject(f"member:{self.me}") if case.desk == self.desk_uid]
        return {"@id": self.url_of("@receipts"), "items": [item for case in found for item in self._items(case)]}

    def _items(self, case):
        for link in case.accounts:
            known = store.by_account_link(link, self.me)
            if known is not None:
                yield {"link": link, "state": case.state, "received": shapes.when(case.received)}


class ReceiptsPost(base.DeskService):
    """POST @receipts and what stands below it: look, answer, say how it went, say yes or no, erase, claim."""

    changes = True
    longest = 1

    def act(self):
        """Do what the address says."""
        acts = {
            "": self._look,
            "replies": self._reply,
            "outcome": self._outcome,
            "approval": self._approval,
            "erasure": self._erase,
            "claim": self._claim,
        }
        act = acts.get("".join(self.steps))
        if act is None:
            raise rest.not_found()
        return act()

    def _case(self, body):
        """Return the Case of the code or the link in the body."""
        if (CODE in body) == (LINK in body):
            raise rest.Problem(400, NO_CODE, CODE)
        # as on the page: nobody knows where it is from behind an unknown proxy, then nobody is kept out
        place = guard_rate.place_of(self.request)
        if place and wrong.reached(place):
            raise rest.too_often(wrong.wait(place))
        if CODE in body:
            found = store.by_code(body.text(CODE, 100))
        else:
            link = body.text(LINK, 100)
            found = store.by_account_link(link, self.me) if self.me else None
        if found is None or found.desk != self.desk_uid or store.is_frozen(found):
            if place:
                wrong.count(place)
            raise rest.not_found()
        return found

    def _change(self, case, act, *args):
        """Let ``act(case, ...)`` change the case, save it, and return how it is now."""

        def once():
            fresh = store.load(case.id)
            if store.is_frozen(fresh):
                raise rest.not_found()
            act(fresh, *args)
            store.save(fresh)
            return fresh

        return shapes.receipt(committed(once), self.request)

    def _look(self):
        return shapes.receipt(self._case(self.body(CODE, LINK)), self.request)

    def _reply(self):
        from samenbeter.vraagbaak.receipt import receiving

        body = self.body(CODE, LINK, "id", "text")
        case = self._case(body)
        asked, text = body.text("id", 50, required=True), body.text("text", LONGEST, required=True)
        return self.created(self._change(case, receiving.reply, asked, text))

    def _outcome(self):
        from samenbeter.vraagbaak.receipt import receiving

        body = self.body(CODE, LINK, "outcome", "text")
        case = self._case(body)
        what, text = body.choice("outcome", OUTCOMES), body.text("text", LONGEST)
        return self._change(case, receiving.outcome, what, text)

    def _approval(self):
        from samenbeter.vraagbaak.receipt import receiving

        body = self.body(CODE, LINK, "answer", "hash")
        case = self._case(body)
        if body.choice("answer", (words.YES, words.NO)) == words.NO:
            return self._change(case, receiving.refuse)
        return self._change(case, receiving.approve, body.text("hash", 100, required=True))

    def _erase(self):
        from samenbeter.vraagbaak.receipt import erasing

        case = self._case(self.body(CODE, LINK))
        erasing.erase(case)
        return self.reply_no_content()

    def _claim(self):
        from samenbeter.vraagbaak.receipt import receiving

        self.need(base.FOLLOW)
        case = self._case(self.body(CODE))
        return self._change(case, receiving.claim, self.me)
