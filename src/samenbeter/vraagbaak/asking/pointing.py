"""Personal data in a question, pointed at before it is sent: by words, and at the place itself."""

from html import escape
from samenbeter import _
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.shared.marks import LOW
from samenbeter.shared.marks import WORDS
from zope.component import queryUtility
from zope.i18n import translate


def marks_in(text, known=()):
    """Return the marks in a text; none without a detector.

    :param known: names and addresses of who writes it.
    """
    detector = queryUtility(IPersonalDataDetector)
    return detector.marks(text, tuple(filter(None, known))) if detector is not None else []


def sentences(marks):
    """Return what to say of the kinds of marks, as messages: "Wij zien een telefoonnummer. Haal dat liever weg."."""
    kinds = dict.fromkeys(mark.kind for mark in marks)
    sure = {mark.kind for mark in marks if mark.confidence != LOW}
    return [_sentence(kind, kind in sure) for kind in kinds if kind in WORDS]


def _sentence(kind, sure):
    words = {"what": WORDS[kind]}
    if sure:
        return _("ask_see", default="Wij zien ${what}. Haal dat liever weg.", mapping=words)
    return _("ask_see_maybe", default="Is dit ${what}? Haal dat dan liever weg.", mapping=words)


def shown(text, marks, request):
    """Return a text as HTML, all of it escaped, with <mark> around the places.

    :param marks: of this text, in their order.
    """
    found, at = [], 0
    for mark in marks:
        if mark.start < at:
            continue
        what = translate(WORDS.get(mark.kind, ""), context=request)
        found.append(_lines(text[at : mark.start]))
        found.append(f'<mark>{_lines(text[mark.start : mark.end])}</mark><span class="sb-vh"> ({escape(what)}) </span>')
        at = mark.end
    found.append(_lines(text[at:]))
    return "".join(found)


def _lines(text):
    return escape(text).replace("\n", "<br />")
