"""What experts do over REST: ``@consultations`` of a desk. An expert sees what is with an own partner, and nothing else."""

from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.shared import rest
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.rest import base
from samenbeter.vraagbaak.rest import shapes


LONGEST = 20_000


class Consultations(base.DeskService):
    """Base: the consultation in the address, and how one looks to its expert."""

    def question_with_me(self, consultation):
        """Return the question of a Consultation that is with a partner of who asks, now; None for all others."""
        question = consultations.question_of(consultation)
        if question is None or question.aq_parent.aq_base is not self.context.aq_base:
            return None
        return question if consultation.partner in people.partners_for(question, self.me) else None

    @cached_property
    def one(self):
        """Return the Consultation of the address.

        :raises rest.Problem: when it is not with a partner of who asks.
        """
        found = consultations.load(self.steps[0])
        if self.question_with_me(found) is None:
            raise rest.not_found()
        return found

    def whole(self, one, question):
        """Return a consultation for its expert: the redacted question, and when an answer is promised."""
        case = store.by_question(one.question)
        return {
            "@id": self.url_of("@consultations", one.id),
            "id": one.id,
            "state": one.state,
            "asked": shapes.when(one.asked),
            "due": shapes.when(case.due) if case is not None else None,
            "partner": shapes.partner(one.partner),
            "note": one.note,
            "asked_by_name": self.me in one.persons,
            "disciplines_wanted": list(one.wanted),
            "question": shapes.question_words(question),
        }


class ConsultationsGet(Consultations):
    """GET @consultations: what waits for who asks; GET @consultations/<id>: one of them."""

    longest = 1

    def act(self):
        """Return the list, what is due first comes first; or one with the colleagues who can take it over."""
        if self.steps:
            return self._with_colleagues(self.one)
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog(
            portal_type="VraagbaakQuestion",
            review_state=people.CONSULTING,
            path={"query": "/".join(self.context.getPhysicalPath()), "depth": 1},
        )
        items = []
        for question in (brain.getObject() for brain in found):
            own = people.partners_for(question, self.me)
            waiting = consultations.open_of(IUUID(question)) if own else ()
            items += [self.whole(one, question) for one in waiting if one.partner in own]
        items.sort(key=lambda item: (item["due"] or "9", item["asked"], item["id"]))
        return {"@id": self.url_of("@consultations"), "items_total": len(items), "items": items}

    def _with_colleagues(self, one):
        others = [userid for userid in people.experts_of(one.partner) if userid != self.me]
        return {
            **self.whole(one, self.question_with_me(one)),
            "colleagues": [shapes.person(userid) for userid in others],
        }


class ConsultationsPost(Consultations):
    """POST @consultations/<id>/<what>: answer it, decline, pass it on, ask for another trade."""

    changes = True
    longest = 2

    def act(self):
        """Do what the address says."""
        acts = {
            "contribution": self._contribute,
            "refusal": self._decline,
            "transfer": self._pass_on,
            "disciplines-wanted": self._ask_colleague,
        }
        if len(self.steps) != 2:
            raise rest.not_found()
        _known = self.one
        act = acts.get(self.steps[1])
        if act is None:
            raise rest.not_found()
        return act()

    def _do(self, act):
        """Let ``act(one, question)`` do something, as it is when it is done; return what that returned."""
        known = self.steps[0]

        def once():
            one = consultations.load(known)
            question = self.question_with_me(one)
            if question is None:
                raise rest.not_found()
            return act(one, question)

        return committed(once)

    def _of_mine(self, act):
        """Do the same with what was asked of who asks, or of everybody of the partner."""

        def mine(one, _question):
            if one.persons and self.me not in one.persons:
                raise rest.Problem(403, rest.NOT_YOURS)
            return act(one)

        self._do(mine)
        return self.reply_no_content()

    def _contribute(self):
        from samenbeter.vraagbaak.experts import consulting

        body = self.body("contribution", "discipline", "difference", "sources", "referral_reason")
        names = ("contribution", "discipline", "difference", "referral_reason")
        fields = {**{name: body.text(name, LONGEST) for name in names}, "sources": body.texts("sources")}
        answer = self._do(lambda one, question: consulting.contribute(question, self.me, one.partner, fields))
        return self.created({"id": answer.getId(), "state": api.content.get_state(answer)})

    def _decline(self):
        from samenbeter.vraagbaak.experts import consulting
        from samenbeter.vraagbaak.experts import words

        body = self.body("reason", "text")
        reason, text = body.choice("reason", tuple(words.REASONS)), body.text("text", LONGEST)
        return self._of_mine(lambda one: consulting.decline(one.id, self.me, reason, text))

    def _pass_on(self):
        from samenbeter.vraagbaak.experts import consulting

        to = self.body("to").text("to", 200, required=True)
        return self._of_mine(lambda one: consulting.pass_on(one.id, self.me, to))

    def _ask_colleague(self):
        from samenbeter.vraagbaak.experts import consulting

        discipline = self.body("discipline").text("discipline", 100, required=True)
        return self._of_mine(lambda one: consulting.ask_colleague(one.id, self.me, discipline))
