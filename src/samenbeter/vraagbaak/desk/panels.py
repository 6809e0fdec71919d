"""The panels of the page of a case, in no order: each says itself where it stands."""

from samenbeter.vraagbaak.experts.panels import Asking
from samenbeter.vraagbaak.experts.panels import Thinking


PANELS = (
    Asking,
    Thinking,
)
