"""The panels of the page of a case, in no order: each says itself where it stands."""

from samenbeter.vraagbaak.desk.answer_panel import Answer
from samenbeter.vraagbaak.desk.answer_panel import Contributions
from samenbeter.vraagbaak.desk.facts import FactsPanel
from samenbeter.vraagbaak.desk.notes_panel import AskBackPanel
from samenbeter.vraagbaak.desk.notes_panel import NotesPanel
from samenbeter.vraagbaak.desk.original import OriginalPanel
from samenbeter.vraagbaak.desk.redaction_panel import RedactionPanel
from samenbeter.vraagbaak.desk.site_panel import Site
from samenbeter.vraagbaak.desk.timeline import TimelinePanel
from samenbeter.vraagbaak.desk.triage_panels import TriagePanel
from samenbeter.vraagbaak.experts.panels import Asking
from samenbeter.vraagbaak.experts.panels import Thinking


PANELS = (
    Answer,
    AskBackPanel,
    Asking,
    Contributions,
    FactsPanel,
    NotesPanel,
    OriginalPanel,
    RedactionPanel,
    Site,
    Thinking,
    TimelinePanel,
    TriagePanel,
)
