"""The page of the desk: what it promises, where to ask, and the questions that have an answer."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.fragments import for_visitors
from samenbeter.shared.listing import known
from samenbeter.shared.listing import Listing
from samenbeter.shared.openings import opening_rows
from samenbeter.vraagbaak.asking.asking import ask_url
from samenbeter.vraagbaak.desk import figures
from samenbeter.vraagbaak.voices import html
from zope.component import getMultiAdapter
from zope.interface import implementer


IMPORT = "SamenBeter vraagbaak: Import questions"
WORK = "SamenBeter vraagbaak: Work at the desk"
FIGURES = "SamenBeter shared: Read counters"
ENTER = "SamenBeter vraagbaak: Enter a question for a resident"


@implementer(ISamenBeterPage)
class Desk(Listing):
    """The desk: what it promises, and the questions that have an answer."""

    portal_type = "VraagbaakQuestion"
    review_state = "published"
    sort_on = "effective"
    sort_order = "descending"
    filters = {**Listing.filters, "kind": ("sb_kind", "samenbeter.answer_types")}
    search_name = "q"

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def panel(self):
        """Return the panel of the editors."""
        add = {"VraagbaakQuestion": _("add_question", default="Schrijf een vraag")}
        pages = {
            "@@werktafel": (WORK, _("desk_to_work", default="Naar de werktafel")),
            "@@vraag-invoeren": (ENTER, _("desk_to_enter", default="Voer een vraag in voor een bewoner")),
            "@@cijfers": (FIGURES, _("figures_title", default="Cijfers")),
            "@@import": (IMPORT, _("import_title", default="Vragen inlezen")),
        }
        return EditorPanel(self.context, self.request, add, pages)

    @property
    def ask_url(self):
        """Return where a question is asked; "" while the desk is closed."""
        return ask_url(self.context)

    @property
    def intro(self):
        """Return the introduction as HTML."""
        return html(self.context, "intro")

    @property
    def crisis(self):
        """Return what to do when there is haste, as HTML."""
        return html(self.context, "crisis_text")

    @property
    def promise(self):
        """Return within how many working hours there is an answer."""
        hours = self.context.promise_working_hours or 8
        if hours == 1:
            return _("desk_promise_one_hour", default="Je hebt antwoord binnen 1 werkuur.")
        return _(
            "desk_promise_hours_text", default="Je hebt antwoord binnen ${hours} werkuren.", mapping={"hours": hours}
        )

    @property
    def kept(self):
        """Return how many questions had an answer in time, in words; None for too few."""
        uid = api.content.get_uuid(self.context)
        found = for_visitors(self.request, "vraagbaak.kept", lambda: figures.promise_kept(self.context), uid)
        return figures.in_words(*found)

    @property
    def hours(self):
        """Return the rows of the working hours."""
        return opening_rows(self.context.promise_hours, self.request)

    def items(self):
        """Return the questions of this page for the macro "list_item"."""
        return [self._item(brain) for brain in self.batch]

    def _item(self, brain):
        disciplines = self.sb.terms("samenbeter.disciplines", known(brain.sb_disciplines, ()))
        kind = known(brain.sb_kind)
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "lang": self.sb.content_lang(brain),
            "icon": "chat",
            "kind": self.sb.term("samenbeter.answer_types", kind) if kind else None,
            "note": self.sb.sentence(disciplines),
        }

    @property
    def count_text(self):
        """Return how many questions there are, in words."""
        if self.total == 1:
            return _("desk_count_one", default="1 vraag met antwoord")
        return _("desk_count", default="${count} vragen met antwoord", mapping={"count": self.total})

    def empty(self):
        """Return what to say when nothing is found, for the macro "empty"."""
        if not self.narrowed:
            return {
                "title": _("desk_empty", default="Hier staan straks de eerste vragen"),
                "text": _("desk_empty_text", default="Er is nog geen vraag met antwoord."),
            }
        return {
            "title": _("desk_not_found", default="Niet gevonden?"),
            "text": _("desk_not_found_text", default="Probeer een ander woord, of kies een ander onderwerp."),
            "action": {"title": _("desk_all", default="Bekijk alle vragen"), "url": self.base_url},
        }
