"""The panels in which an editor reads the contributions, and writes the answer and sends it to the asker."""

from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import IVerifications
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared import clock
from samenbeter.shared.states import state_tag
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.desk import plain_answer
from samenbeter.vraagbaak.desk.case_page import Panel
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.desk.snippet_choice import SnippetChoice
from samenbeter.vraagbaak.voices import html
from samenbeter.vraagbaak.voices import sources
from zope.component import queryUtility


BAD_DATE = _("case_date_wrong", default="Deze datum klopt niet. Schrijf hem zoals 2026-11-26.")
TOO_LONG = _("case_answer_long", default="Dit antwoord is te lang. Kort het in.")
LONGEST = 10_000  # letters of an answer
DATES = ("checked_on", "review_on")


class QuestionPanel(Panel):
    """A panel about the question that a case became."""

    @property
    def available(self):
        """Return whether there is a question."""
        return self.page.question is not None

    @cached_property
    def question(self):
        """Return the question."""
        return self.page.question

    def refuse(self, refused, anchor):
        """Say at a field why something was not done; the page is shown again.

        :param anchor: the id of the part of the page for what is about no field.
        """
        self.page.errors[refused.field or anchor] = refused.message


class Contributions(QuestionPanel):
    """What experts wrote: an editor takes it over, or sends it back."""

    name = "contributions"
    order = 40
    template = ViewPageTemplateFile("templates/contributions.pt")

    def rows(self):
        """Return what there is of each contribution, oldest first."""
        found = [one for one in self.question.objectValues() if IVraagbaakAnswer.providedBy(one)]
        return [self._row(one) for one in sorted(found, key=lambda one: one.created())]

    def _row(self, answer):
        from samenbeter.vraagbaak.experts import people  # the experts have panels here

        state = api.content.get_state(answer, default="")
        partner = answer.partner.to_object if answer.partner is not None else None
        writer = next(iter(answer.creators or ()), "")
        return {
            "id": answer.getId(),
            "title": self.page.sb.term("samenbeter.disciplines", answer.discipline) if answer.discipline else "",
            "icon": self.page.sb.discipline_icon(answer.discipline),
            "partner": partner.title if partner is not None else "",
            "who": people.name_of(writer),
            "verified": verified_on(writer, answer.discipline),
            "tag": state_tag(state),
            # a draft is still the expert's own
            "html": html(answer, "contribution") if state != "draft" else "",
            "difference": (answer.difference or "").strip() if state != "draft" else "",
            "sources": sources(answer.sources),
            "lang": self.page.sb.content_lang(answer),
            "may_accept": state == "submitted",
            "may_return": state in ("submitted", "accepted"),
        }

    def do_accept(self):
        """Take a contribution over: from now on the asker reads it too."""
        return self._decide(
            answering.ACCEPT, _("case_contribution_accepted", default="De bijdrage hoort bij het antwoord.")
        )

    def do_return(self):
        """Send a contribution back to who wrote it."""
        return self._decide(
            answering.RETURN, _("case_contribution_returned", default="De bijdrage is terug bij de schrijver.")
        )

    def _decide(self, step, told):
        answer_id = self.page.field("answer", 60)
        try:
            self.page.change(lambda case: answering.decide(answering.question_of(case), answer_id, step, self.page.me))
        except Refused as refused:
            self.refuse(refused, "case-contributions")
            return None
        return told


def verified_on(userid, discipline):
    """Return the date on which an editor saw that somebody has this trade; None when nobody did."""
    known = queryUtility(IVerifications)
    return known.on(userid, discipline) if known is not None and userid and discipline else None


class Answer(SnippetChoice, QuestionPanel):
    """The short answer, and the step to the asker."""

    name = "answer"
    order = 45
    template = ViewPageTemplateFile("templates/answer.pt")
    snippet_field = "summary"

    # -- looking

    @cached_property
    def sent(self):
        """Return whether this form was sent: then it shows what was typed."""
        return self.request.method == "POST" and self.page.field("panel") == self.name

    @cached_property
    def stored_text(self):
        """Return the short answer as text; None when only the form of Plone can change it."""
        return plain_answer.to_text(self.question.summary.raw if self.question.summary else "")

    @property
    def is_plain(self):
        """Return whether the short answer can be changed here."""
        return self.stored_text is not None

    @property
    def html(self):
        """Return the short answer as HTML."""
        return html(self.question, "summary")

    @property
    def text(self):
        """Return what stands in the text area."""
        if self.filled is not None:
            return self.filled
        return self.page.field("summary", LONGEST) if self.sent else self.stored_text

    def value(self, name):
        """Return what stands in a field."""
        if self.sent:
            return self.page.field(name)
        value = getattr(self.question, name, None)
        if name in DATES:
            value = value or self._day(name)
            return value.isoformat() if value else ""
        return value or ""

    def _day(self, name):
        return clock.today() if name == "checked_on" else answering.review_day(clock.today())

    def lines(self):
        """Return {"name", "title", "hint", "type"} of the fields of one line each."""
        fields = ("source_name", "source_url", *DATES)
        return [
            {
                "name": name,
                "title": IQuestionSchema[name].title,
                "hint": IQuestionSchema[name].description,
                "type": "date" if name in DATES else "url" if name == "source_url" else "text",
            }
            for name in fields
        ]

    @property
    def types(self):
        """Return the kinds of answers, {token: title}."""
        return self.page.sb.vocabulary("samenbeter.answer_types")

    def notes(self):
        """Return how the answer reads, in words."""
        text = self.text if self.is_plain else answering.text_as_shown(self.question)
        return reading_notes(plain_answer.reading(text))

    @property
    def edit_url(self):
        """Return the address of the form of Plone."""
        return f"{self.question.absolute_url()}/edit"

    @property
    def may_write(self):
        """Return whether the answer can be changed now."""
        return self.case.state in answering.MAY_WRITE

    @property
    def may_send(self):
        """Return whether the answer can go to the asker now."""
        return "answer" in states.allowed(self.case.state)

    @property
    def sent_on(self):
        """Return when the asker got it, in words; "" when not yet."""
        done = self.case.answered and self.case.state in (states.ANSWERED, states.CLOSED)
        return self.page.sb.datetime(moment(self.case.answered)) if done else ""

    @property
    def waits(self):
        """Return whether the asker has to answer first."""
        return self.case.state == states.WAITING

    # -- doing

    def do_save(self):
        """Write it down."""
        return self._do(answering.write, _("case_answer_saved", default="Het antwoord is bewaard."))

    def do_send(self):
        """Write it down and let the asker read it."""

        def write_and_send(case, fields, by):
            answering.write(case, fields, by)
            answering.send(case, by)

        return self._do(write_and_send, _("case_answer_sent", default="De vrager kan het antwoord nu lezen."))

    def _do(self, act, told):
        try:
            self.page.change(act, self._fields(), self.page.me)
        except Refused as refused:
            self.refuse(refused, "case-answer")
            return None
        return told

    def _fields(self):
        found = {name: self.page.field(name) for name in answering.FIELDS if name != answering.SUMMARY}
        found[answering.TYPE] = found[answering.TYPE] or None
        for name in DATES:
            found[name] = _date(name, found[name])
        if self.is_plain:
            text = self.page.field("summary", LONGEST + 1)
            if len(text) > LONGEST:
                raise Refused("summary", TOO_LONG)
            found["summary"] = text
        return found


def _date(name, text):
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(name, BAD_DATE) from None


def reading_notes(found):
    """Return how a text reads, as messages: first what was counted, then what would make it easier.

    :param found: a Reading of ``shared.plain``. It nudges; nothing depends on it.
    """
    if not found.words:
        return [_("case_reading_nothing", default="Nu nog geen woorden.")]
    mapping = {"words": found.words, "mean": round(found.words_in_a_sentence)}
    said = [_("case_reading", default="Nu: ${words} woorden, gemiddeld ${mean} per zin.", mapping=mapping)]
    if found.words > plain_answer.MOST_WORDS:
        said.append(_("case_reading_long", default="Dat is lang. Kan het korter?"))
    if found.longest > plain_answer.LONGEST_SENTENCE:
        said.append(
            _(
                "case_reading_sentence",
                default="De langste zin heeft ${longest} woorden. Maak er twee van.",
                mapping={"longest": found.longest},
            )
        )
    elif found.words_in_a_sentence > plain_answer.LONG_SENTENCE:
        said.append(_("case_reading_sentences", default="Maak de zinnen korter."))
    if found.ease < plain_answer.EASY:
        said.append(_("case_reading_words", default="Kies kortere, gewonere woorden."))
    return said if len(said) > 1 else [*said, _("case_reading_good", default="Goed te lezen.")]
