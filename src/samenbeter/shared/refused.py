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
        self.files = frozenset()
        self.told = True


def note(request, fields, files=()):
    """Remember out of which fields of a form something was cut.

    :param fields: the names of those with text.
    :param files: the names of those with a file, which has a shorter name now; nobody has to choose it again.
    """
    cut = IAnnotations(request).setdefault(KEY, _Cut())
    cut.fields |= frozenset(fields)
    cut.files |= frozenset(files)
    cut.told = False


def fields(request):
    """Return the names of the fields with text out of which something was cut; who asks tells the person."""
    cut = IAnnotations(request).get(KEY)
    if cut is None:
        return frozenset()
    cut.told = cut.told or bool(cut.fields)
    return cut.fields


def files(request):
    """Return the names of the fields with a file out of whose name something was cut."""
    cut = IAnnotations(request).get(KEY)
    return cut.files if cut is not None else frozenset()


def is_refused(request, name):
    """Return whether something was cut out of a field, or out of a part of it; who asks tells the person.

    >>> is_refused(request, "form.widgets.quote")
    """
    cut = IAnnotations(request).get(KEY)
    of_it = cut is not None and any(field == name or field.startswith((f"{name}.", f"{name}-")) for field in cut.fields)
    if of_it:
        cut.told = True
    return of_it


def is_told(request):
    """Return whether nothing was cut, or a page told so."""
    cut = IAnnotations(request).get(KEY)
    return cut is None or cut.told
