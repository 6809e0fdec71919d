"""What people see of a question and its contributions."""

from datetime import date
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import clock
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.fragments import for_visitors
from samenbeter.shared.kinds import is_over
from samenbeter.shared.kinds import list_item
from samenbeter.shared.relations import brains_by_path
from samenbeter.shared.relations import may_view
from samenbeter.shared.relations import paths
from samenbeter.vraagbaak.asking.asking import ask_url
from samenbeter.vraagbaak.importing import DISCIPLINE
from samenbeter.vraagbaak.voices import html
from samenbeter.vraagbaak.voices import is_web_address
from samenbeter.vraagbaak.voices import Voice
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer


ALIKE = 5
# who asks experts, and who is one
WORK = "SamenBeter vraagbaak: Work at the desk"
ANSWER = "SamenBeter vraagbaak: Answer as an expert"


def month_text(day, request):
    """Return "mei 2027"."""
    name = translate(f"month_{day:%b}".lower(), domain="plonelocales", context=request)
    return f"{name} {day.year}"


class VoiceMacro(BrowserView):
    """``context/@@sb_voice/voice``: draws the variable ``voice``, on both pages below."""

    template = ViewPageTemplateFile("templates/voice.pt")

    def __getitem__(self, name):
        return self.template.macros[name]


class Answered(BrowserView):
    """Base of the pages that show contributions and where they refer to."""

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def answers(self):
        """Return the contributions that this page shows."""
        raise NotImplementedError

    @cached_property
    def voices(self):
        """Return what each of them says."""
        return [Voice(answer, self._first(paths(answer, "partner")), self.sb) for answer in self.answers]

    @cached_property
    def _targets(self):
        """All partners and referrals of all contributions: one query."""
        return brains_by_path({path for answer in self.answers for path in paths(answer, "partner", "referrals")})

    def _first(self, found):
        return next((self._targets[path] for path in found if path in self._targets), None)

    def referrals(self):
        """Return where a resident can go, each once, with the reasons that were given."""
        reasons, said = {}, set()
        for answer in self.answers:
            for path in paths(answer, "referrals"):
                brain = self._targets.get(path)
                if brain is None or is_over(brain):
                    continue
                given = reasons.setdefault(path, [])
                reason = (answer.referral_reason or "").strip()
                # one reason for several referrals stands with the first of them
                if reason and reason not in said:
                    given.append(reason)
                    said.add(reason)
        lang = self.sb.content_lang(self.context)
        return [
            {**list_item(self._targets[path], self.sb, " ".join(given)), "note_lang": lang}
            for path, given in reasons.items()
        ]


@implementer(ISamenBeterPage)
class Question(Answered):
    """A question with its short answer and the contributions.

    Three catalog queries: the contributions, all that they point at, and the
    questions that are alike.
    """

    @cached_property
    def answers(self):
        """Return the contributions that the visitor may see, oldest first."""
        catalog = api.portal.get_tool("portal_catalog")
        path = {"query": "/".join(self.context.getPhysicalPath()), "depth": 1}
        brains = catalog(path=path, portal_type="VraagbaakAnswer", sort_on="created")
        found = (self.context.get(brain.getId) for brain in brains)
        return [answer for answer in found if answer is not None and may_view(answer)]

    @cached_property
    def panel(self):
        """Return the panel of the editors and experts."""
        add = {"VraagbaakAnswer": _("add_answer", default="Schrijf een bijdrage")}
        pages = {"@@meedenken": (WORK, _("expert_thinking", default="Wie denken er mee?"))}
        if api.content.get_state(self.context, default="") == "consulting":
            pages["@@bijdrage"] = (ANSWER, _("expert_answer", default="Geef antwoord"))
        return EditorPanel(self.context, self.request, add, pages)

    @property
    def summary(self):
        """Return the short answer as HTML."""
        return html(self.context, "summary")

    @property
    def kind(self):
        """Return the kind of answer in words."""
        token = self.context.answer_type
        return self.sb.term("samenbeter.answer_types", token) if token else ""

    def checks(self):
        """Return what was done to make it right, for the macro "checked"."""
        found = []
        # the government is nobody in particular
        count = sum(voice.accepted and voice.discipline != DISCIPLINE for voice in self.voices)
        if count == 1:
            found.append({"icon": "people", "text": _("question_voices_one", default="1 mens gaf antwoord")})
        elif count:
            text = _("question_voices", default="${count} mensen gaven antwoord", mapping={"count": count})
            found.append({"icon": "people", "text": text})
        if self.context.checked_on:
            day = self.sb.date(self.context.checked_on)
            text = _("question_checked", default="Gecontroleerd op ${date}", mapping={"date": day})
            found.append({"icon": "check", "text": text})
        return found

    def differing(self):
        """Return the contributions that differ; with one view alone there is no difference."""
        found = [voice for voice in self.voices if voice.difference]
        return found if self.context.difference_topic and len(found) > 1 else []

    @property
    def review_month(self):
        """Return the month of the next look, when that is still to come."""
        day = self.context.review_on
        return month_text(day, self.request) if day and day > date.today() else ""

    @property
    def is_stale(self):
        """Return whether the day of the next look has come: readers hear it."""
        day = self.context.review_on
        return bool(day) and day <= clock.today() and api.content.get_state(self.context, None) == "published"

    def source(self):
        """Return where the answer comes from, or None."""
        context = self.context
        if not (context.source_name or context.source_url):
            return None
        linked = is_web_address(context.source_url or "")
        return {
            "title": context.source_name or context.source_url,
            "url": context.source_url if linked else "",
            "licence": context.source_licence,
            "changed": self.sb.date(context.source_changed),
        }

    @property
    def sb_module(self):
        """Return the name of the script that says so."""
        return "read.js" if self.read_at else ""

    @property
    def read_at(self):
        """Return where a browser says that a visitor read this page; None where readers are not counted."""
        public = api.content.get_state(self.context, default="") == "published"
        return f"{self.context.absolute_url()}/@@gelezen" if public and api.user.is_anonymous() else None

    @property
    def desk(self):
        """Return the desk that the question is at."""
        return self.context.aq_parent

    @property
    def ask_url(self):
        """Return where a question is asked at this desk; "" while it is closed."""
        return ask_url(self.desk)

    def alike(self):
        """Return {title, url} of other questions about the same themes."""
        themes = sorted(self.context.themes or ())
        if not themes:
            return []
        desk = "/".join(self.desk.getPhysicalPath())
        # the same for all questions about these themes
        found = for_visitors(self.request, "vraagbaak.alike", lambda: self._newest(desk, themes), desk, *themes)
        own = self.context.absolute_url()
        return [question for question in found if question["url"] != own][:ALIKE]

    def _newest(self, desk, themes):
        """Return one more than are shown: the question itself may be among them."""
        query = {"path": desk, "portal_type": "VraagbaakQuestion", "review_state": "published", "sb_themes": themes}
        query |= {"sort_on": "effective", "sort_order": "descending", "sort_limit": ALIKE + 1}
        brains = api.portal.get_tool("portal_catalog")(query)[: ALIKE + 1]
        return [{"title": b.Title, "url": b.getURL(), "lang": self.sb.content_lang(b)} for b in brains]


@implementer(ISamenBeterPage)
class Contribution(Answered):
    """One contribution, for who wrote it and who reads it over."""

    @cached_property
    def answers(self):
        """Return this one."""
        return [self.context]

    @property
    def voice(self):
        """Return what it says."""
        return self.voices[0]

    @cached_property
    def panel(self):
        """Return the panel of the expert and the editors."""
        return EditorPanel(self.context, self.request)

    @property
    def question(self):
        """Return the question."""
        return self.context.aq_parent
