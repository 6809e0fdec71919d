"""What somebody sent with a citizen service number (BSN) in it: the number was cut out, and they are told why.

The room privacy cuts (``samenbeter.privacy.refusing``), before any page sees what was sent.
Who draws a form asks here in which of its fields that was.
"""

from samenbeter import _
from zope.annotation.interfaces import IAnnotations


KEY = "samenbeter.refused"
REFUSED = _(
    "bsn_refused",
    default="Hier stond een BSN. Dat nummer mogen wij niet hebben, dus wij haalden het weg. "
    "De rest van je tekst is goed. Je kunt hem zo versturen.",
)
SEARCHED = _(
    "bsn_searched",
    default="Wij haalden een BSN uit je zoekwoorden. Dat nummer mogen wij niet hebben. Zoek met gewone woorden.",
)
TAKEN_OUT = _(
    "bsn_taken_out",
    default="Wij haalden een BSN weg uit wat je stuurde. Dat nummer mogen wij niet hebben. De rest is wel bewaard.",
)


class _Cut:
    def __init__(self):
        self.fields = frozenset()
        self.told = True


def note(request, fields):
    """Remember out of which fields of a form something was cut.

    :param fields: their names; none when only something else was cut, of which the next page tells.
    """
    cut = IAnnotations(request).setdefault(KEY, _Cut())
    cut.fields |= frozenset(fields)
    cut.told = False


def fields(request):
    """Return the names of the fields out of which something was cut; who asks tells the person."""
    cut = IAnnotations(request).get(KEY)
    if cut is None:
        return frozenset()
    cut.told = True
    return cut.fields


def is_refused(request, name):
    """Return whether something was cut out of a field, or out of a part of it.

    >>> is_refused(request, "form.widgets.quote")
    """
    return any(field == name or field.startswith((f"{name}.", f"{name}-")) for field in fields(request))


def is_told(request):
    """Return whether nothing was cut, or a page told so."""
    cut = IAnnotations(request).get(KEY)
    return cut is None or cut.told
