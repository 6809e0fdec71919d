"""What people read about their consents."""

from samenbeter import _
from samenbeter.privacy import consent_events as events


EVENTS = {
    events.REQUESTED: _("consent_event_requested", default="Wij vroegen het"),
    events.GIVEN: _("consent_event_given", default="Je zei ja"),
    events.REFUSED: _("consent_event_refused", default="Je zei nee"),
    events.WITHDRAWN: _("consent_event_withdrawn", default="Je nam je ja terug"),
    events.EXPIRED: _("consent_event_expired", default="De tijd was om"),
    events.RENEWED: _("consent_event_renewed", default="Je zei nog eens ja"),
}
METHODS = {
    "web-button": _("consent_method_button", default="Met een knop op de site"),
    "mail-link": _("consent_method_link", default="Met een link uit een mail van ons"),
    "rest": _("consent_method_rest", default="Met een programma"),
    "paper-signed": _("consent_method_paper", default="Op papier, met een handtekening"),
    "spoken": _("consent_method_spoken", default="Hardop, en iemand schreef het op"),
}
