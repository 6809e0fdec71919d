"""The panels of the page of a case, in no order: each says itself where it stands."""

from samenbeter.vraagbaak.desk.answer_panel import Answer
from samenbeter.vraagbaak.desk.answer_panel import Contributions
from samenbeter.vraagbaak.desk.site_panel import Site
from samenbeter.vraagbaak.experts.panels import Asking
from samenbeter.vraagbaak.experts.panels import Thinking


PANELS = (
    Answer,
    Asking,
    Contributions,
    Site,
    Thinking,
)
