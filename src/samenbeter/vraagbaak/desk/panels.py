"""The panels of the page of a case, in no order: each says itself where it stands."""

PANELS = ()
