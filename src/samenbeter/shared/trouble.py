"""What goes wrong outside our code and has words of its own: no room on the disk, a vault that stays shut."""

from samenbeter import _
from samenbeter.shared.keys import VaultProblem

import errno


FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# PostgreSQL's own code for it
FULL_OF_DATABASE = "53100"
NO_ROOM = (
    _("error_full", default="Er is geen ruimte meer"),
    _(
        "error_full_do",
        default="Er is niets opgeslagen. Dat ligt aan ons, niet aan jou. Bewaar wat je schreef, en probeer het later nog eens.",
    ),
)
SHUT = _("error_vault", default="De kluis gaat nu niet open")


def is_full(error):
    """Return True when an exception comes from a disk that has no room."""
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError) and error.errno in FULL:
            return True
        if getattr(error, "pgcode", None) == FULL_OF_DATABASE:
            return True
        error = error.__cause__ or error.__context__
    return False


def words_of(error):
    """Return (what happened, what to do) as messages; None for what has no words of its own."""
    if isinstance(error, VaultProblem):
        return SHUT, error.message
    return NO_ROOM if is_full(error) else None
