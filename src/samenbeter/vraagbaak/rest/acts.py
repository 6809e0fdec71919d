"""What is done with one case over REST: the same verbs as on its page."""

from datetime import date
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.shared import rest
from samenbeter.vraagbaak.cases import case as words
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.rest import base
from samenbeter.vraagbaak.rest import shapes


LONGEST = 20_000
DATES = ("checked_on", "review_on")
NO_DATE = _("rest_no_date", default="Schrijf een datum zoals 2026-11-26.")
NO_DECISIONS = _("rest_no_decisions", default="Stuur per plek een keuze: {sleutel: {choice, words, reason}}.")


class Acts(base.CaseService):
    """Base of POST and DELETE: which part of the address does what."""

    def dispatch(self, acts):
        """Do what the second part of the address says.

        :param acts: {part: (method, how many parts of the address it takes)}.
        """
        name = self.steps[1] if len(self.steps) > 1 else ""
        method, length = acts.get(name, (None, 0))
        # a number that is none of this desk first: then nothing is told about what can be done
        _known = self.case
        if method is None or len(self.steps) != length:
            raise rest.not_found()
        return getattr(self, method)()

    posts = {
        "original": ("_open", 2),
        "redaction": ("_redact", 2),
        "notes": ("_note", 2),
        "questions-back": ("_ask_back", 2),
        "consultations": ("_consult", 2),
        "contributions": ("_decide", 3),
        "answer": ("_answer", 2),
        "approval": ("_ask_approval", 2),
        "general-question": ("_generalise", 2),
        "publication": ("_publish", 2),
        "rejection": ("_reject", 2),
        "closure": ("_close", 2),
        "reopening": ("_reopen", 2),
        "undo": ("_undo", 2),
        "hold": ("_hold", 2),
        "bounce": ("_bounce", 2),
    }
    deletes = {
        "publication": ("_withdraw", 2),
        "rejection": ("_take_back", 2),
        "consultations": ("_end_consultation", 3),
        "notes": ("_remove_note", 3),
        "hold": ("_release", 2),
    }

    def whole(self):
        """Return the case as it is now."""
        return shapes.whole(self.case, self.url_of("@cases", self.case.number), self.request)

    # -- what the asker wrote

    def _open(self):
        from samenbeter.vraagbaak.desk import original
        from samenbeter.vraagbaak.desk import redacting

        self.need(base.OPEN)
        purpose = self.body("purpose").choice("purpose", tuple(original.PURPOSES))
        found = self.change(original.open_words, purpose, self.me)
        decisions = redacting.decided(found)
        return {
            "text": found["text"],
            "replies": [{**one, "t": shapes.when(one["t"])} for one in found["replies"]],
            "marks": [
                {
                    "key": place.key,
                    "number": place.number,
                    "piece": place.piece,
                    "start": place.mark.start,
                    "end": place.mark.end,
                    "kind": place.mark.kind,
                    "confidence": place.mark.confidence,
                    "decision": decisions.get(place.key),
                }
                for place in redacting.places(self.case, found)
            ],
            "proposal": redacting.proposed(self.case, found, decisions),
        }

    def _redact(self):
        from samenbeter.vraagbaak.desk import redacting

        self.need(base.OPEN)
        body = self.body("title", "text", "decisions")
        title, text = body.text("title", LONGEST), body.text("text", LONGEST)
        sent = self._decisions(body.data.get("decisions"))

        def redact(case):
            redacting.save(case, title, text, {**redacting.known_decisions(case), **sent}, self.me)

        self.change(redact)
        return self.whole()

    def _decisions(self, sent):
        """Return the decisions about marks that came along."""
        found = {}
        for key, said in (sent or {}).items() if isinstance(sent or {}, dict) else [("", None)]:
            if not isinstance(said, dict):
                raise rest.Problem(400, NO_DECISIONS, "decisions")
            one = {name: said.get(name) or "" for name in ("choice", "words", "reason")}
            if not all(isinstance(value, str) for value in one.values()) or set(said) - set(one):
                raise rest.Problem(400, NO_DECISIONS, "decisions")
            found[key] = one
        return found

    # -- among editors, and to the asker

    def _note(self):
        from samenbeter.vraagbaak.desk import notes

        self.change(notes.add, self.body("text").text("text", LONGEST), self.me)
        return self.created(self.whole())

    def _remove_note(self):
        from samenbeter.vraagbaak.desk import notes

        self.change(notes.remove, self.steps[2], self.me)
        return self.whole()

    def _ask_back(self):
        from samenbeter.vraagbaak.desk import asking_back

        self.change(asking_back.ask_back, self.body("text").text("text", LONGEST), self.me)
        return self.created(self.whole())

    # -- experts

    def _consult(self):
        from samenbeter.vraagbaak.experts import consulting

        body = self.body("partners", "persons", "note", "backup")
        partners, persons = body.texts("partners"), body.texts("persons")
        note, backup = body.text("note", LONGEST), body.text("backup", 100)
        question = self.question
        self.do(consulting.consult, question, partners, self.me, note=note, persons=persons, backup=backup)
        return self.created(self.whole())

    def _end_consultation(self):
        from samenbeter.vraagbaak.experts import consulting

        one = consultations.load(self.steps[2])
        if one.question != IUUID(self.question):
            raise rest.not_found()
        self.do(consulting.end, one.id, self.me)
        return self.whole()

    def _decide(self):
        from samenbeter.vraagbaak.desk import answering

        step = self.body("decision").choice("decision", (answering.ACCEPT, answering.RETURN))
        self.do(answering.decide, self.question, self.steps[2], step, self.me)
        return self.whole()

    # -- the answer, and the site

    def _answer(self):
        from samenbeter.vraagbaak.desk import answering

        body = self.body(*answering.FIELDS, "send")
        fields = {name: self._field(body, name) for name in answering.FIELDS if name in body.data}
        send = body.choice("send", (words.YES, words.NO), words.NO) == words.YES

        def answer(case):
            if fields:
                answering.write(case, fields, self.me)
            if send:
                answering.send(case, self.me)

        self.change(answer)
        return self.whole()

    def _field(self, body, name):
        text = body.text(name, LONGEST) or None
        if name not in DATES or text is None:
            return text
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise rest.Problem(400, NO_DATE, name) from None

    def _ask_approval(self):
        from samenbeter.vraagbaak.desk import publishing

        self.body()
        self.change(publishing.ask_approval, self.me)
        return self.whole()

    def _generalise(self):
        from samenbeter.vraagbaak.desk import publishing

        body, question = self.body("title", "text"), self.question
        title, text = body.text("title", LONGEST), body.text("text", LONGEST)
        self.change(lambda case: publishing.generalise(question, title, text, self.me, case))
        return self.whole()

    def _publish(self):
        from samenbeter.vraagbaak.desk import publishing

        self.body()
        question = self.question
        self.change(lambda case: publishing.publish(question, self.me, case))
        return self.whole()

    def _withdraw(self):
        from samenbeter.vraagbaak.desk import publishing

        question = self.question
        self.change(lambda case: publishing.withdraw(question, self.me, case))
        return self.whole()

    # -- over, and not over

    def _reject(self):
        from samenbeter.vraagbaak.desk import triage

        self.change(triage.reject, self.body("reason").choice("reason", tuple(triage.REASONS)), self.me)
        return self.whole()

    def _plain(self, act):
        if self.request.method == "POST":
            self.body()
        self.change(act, self.me)
        return self.whole()

    def _take_back(self):
        from samenbeter.vraagbaak.desk import triage

        return self._plain(triage.take_back)

    def _close(self):
        from samenbeter.vraagbaak.desk import triage

        return self._plain(triage.close)

    def _reopen(self):
        from samenbeter.vraagbaak.desk import triage

        return self._plain(triage.reopen)

    def _undo(self):
        from samenbeter.vraagbaak.desk import triage

        return self._plain(triage.undo)

    def _bounce(self):
        from samenbeter.vraagbaak.letters import bounces

        return self._plain(bounces.mark_bounced)

    def _hold(self):
        return self._plain(lambda case, by: case.hold(by))

    def _release(self):
        from samenbeter.vraagbaak.desk import triage

        def once():
            case = store.load(self.case.id)
            triage.release(case)
            store.save(case)

        self.do(once)
        return self.whole()
