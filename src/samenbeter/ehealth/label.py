"""The label "Wat weet deze aanbieder van jou?": pure functions over a module's fields.

It has the same rows in the same order for each supplier. What we pass on when a
module starts follows from how it starts, never from what somebody typed.
"""

from dataclasses import dataclass
from samenbeter import _


LINK = "link"

YES = _("label_yes", default="Ja")
NO = _("label_no", default="Nee")
A_CODE = _("label_code", default="Ja, een code")
# with a link we pass nothing on, but the supplier may ask it
NOT_BY_US = _("label_not_by_us", default="Niet van ons")

WHO = (
    _("label_name", default="Je naam"),
    _("label_email", default="Je e-mailadres"),
    _("label_birth", default="Je geboortedatum"),
    _("label_home", default="Waar je woont"),
)
PSEUDONYM = _("label_pseudonym", default="Je schuilnaam")

ICONS = {YES: "check", A_CODE: "check", NO: "cross", NOT_BY_US: "info"}


@dataclass(frozen=True)
class Row:
    """One line of the label. A row without an icon has a text of the supplier."""

    term: str
    value: str
    icon: str | None = None


def row(term, value):
    """Return a row; yes and no have their icon."""
    return Row(term, value, ICONS.get(value))


def starting(protocol):
    """Return the rows of what the supplier gets from us when a module starts."""
    by_link = protocol == LINK
    rows = [row(term, NOT_BY_US if by_link else NO) for term in WHO]
    return [*rows, row(PSEUDONYM, NO if by_link else A_CODE)]


def during(data_asked):
    """Return the rows of what the supplier asks while you are at it."""
    if not data_asked:
        return [row(_("label_asks", default="Vragen over jou"), NO)]
    return [row(line, YES) for line in data_asked]


def afterwards(retention, shared, location):
    """Return the rows of what happens to it afterwards."""
    rows = [row(_("label_shared", default="Gedeeld met anderen"), YES if shared else NO)]
    if retention:
        rows.insert(0, Row(_("label_retention", default="Bewaard"), retention))
    if location:
        rows.append(Row(_("label_location", default="Waar"), location))
    return rows


def promise(protocol, data_asked):
    """Return the last line: what we ourselves pass on, and who asks the rest."""
    if protocol != LINK:
        return _("label_promise_code", default="Wij geven alleen de schuilnaam door. Die is bij elke aanbieder anders.")
    if data_asked:
        return _("label_promise_link", default="Wij geven niets over jou door. De aanbieder vraagt zelf wie je bent.")
    return _("label_promise_nothing", default="Wij geven niets over jou door. De aanbieder zegt dat die niets vraagt.")
