"""Whether a password that somebody chooses is good enough: ours for its length, the site's own for the rest."""

from plone import api
from samenbeter import _


SHORTEST = 12
SHORT = _(
    "password_too_short",
    default="Kies een wachtwoord van ${count} tekens of meer. Een korte zin mag ook.",
    mapping={"count": SHORTEST},
)


def problem(password):
    """Return what is wrong with a password, a message or text; None when it is good enough."""
    if len(password) < SHORTEST:
        return SHORT
    # also asks the plugins of the site
    return api.portal.get_tool("portal_registration").testPasswordValidity(password) or None
