"""Names to log in with for who has no mail address: words that say nothing about anybody. Pure functions, but chance."""

from samenbeter import _
from samenbeter.shared import names

import re
import secrets


KINDS = "blauwe bonte dappere frisse gele gouden groene grote kleine lange lichte milde oude paarse rode ronde rustige snelle sterke stille trotse vroege warme wijze wilde witte zachte zilveren zonnige zoete".split()
THINGS = "appel bank beuk boom boot brug buizerd das duif egel eik ekster fiets fluit gans haas iep kade kastanje kers klok kraai lamp linde lijster merel mees molen mus otter peer pluim reiger roos snoek spreeuw ster tulp uil vink vlier vos wilg zwaan zwaluw".split()
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,38}[a-z0-9]")

SHAPE = _(
    "login_name_shape",
    default="Gebruik 4 tot 40 kleine letters, cijfers en streepjes. Geen spaties, en geen mailadres.",
)
TAKEN = _("login_name_taken", default="Deze naam is er al. Kies een andere, of zet er een cijfer achter.")


def proposal():
    """Return a name such as "stille-zwaan-482"."""
    return f"{secrets.choice(KINDS)}-{secrets.choice(THINGS)}-{secrets.randbelow(900) + 100}"


def refusal(name):
    """Return why somebody may not log in with this name, a message; None when they may."""
    if not NAME.fullmatch(name):
        return SHAPE
    return names.refusal(name)
