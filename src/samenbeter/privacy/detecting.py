"""The personal data that a text seems to hold. A help, not a guarantee; pure functions that keep and log nothing.

The text is made plain (look-alikes, characters without a width), numbers in words become digits, each rule gives
its finds, and of finds that overlap the surest kind stays. The time grows with the length of the text, no faster.
"""

from samenbeter.privacy.detect_codes import numbers
from samenbeter.privacy.detect_codes import plates
from samenbeter.privacy.detect_dates import births
from samenbeter.privacy.detect_names import known_names
from samenbeter.privacy.detect_names import names
from samenbeter.privacy.detect_numbers import bsns
from samenbeter.privacy.detect_numbers import ibans
from samenbeter.privacy.detect_online import emails
from samenbeter.privacy.detect_online import handles
from samenbeter.privacy.detect_online import urls
from samenbeter.privacy.detect_phones import normal
from samenbeter.privacy.detect_phones import phones
from samenbeter.privacy.detect_places import addresses
from samenbeter.privacy.detect_places import postcodes
from samenbeter.privacy.detect_spoken import spoken
from samenbeter.privacy.detect_text import plain
from samenbeter.privacy.detect_words import is_word
from samenbeter.shared import marks as m


# of two finds in the same place the one of the earlier kind stays, unless the other is surer
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            m.IBAN,
            m.EMAIL,
            m.URL,
            m.PATIENTNR,
            m.PHONE,
            m.BSN,
            m.HANDLE,
            m.DOB,
            m.LICENSEPLATE,
            m.ADDRESS,
            m.POSTCODE,
            m.NAME,
        )
    )
}
_PLACES = (m.ADDRESS, m.POSTCODE)
_SURE = {sure: rank for rank, sure in enumerate(m.CONFIDENCES)}


def marks_in(text, known=(), allowed=(), today=None):
    """Return the marks in a text, in their order and apart from each other, as a list of Mark.

    :param text: any str.
    :param known: names and addresses of the person who writes, which are marked wherever they stand.
    :param allowed: telephone numbers, mail addresses, streets with a number and postcodes that are nobody's own, such as
        those of partners.
    :param today: a date, for dates of birth; None for the real one.
    """
    seen = spoken(plain(text))
    addresses_allowed = frozenset(one.strip().lower() for one in allowed if "@" in one)
    phones_allowed = frozenset(normal(one) for one in allowed if "@" not in one)
    places_allowed = frozenset(plain(one.strip()).low for one in allowed if "@" not in one)
    found = [
        *ibans(seen),
        *emails(seen, is_word, addresses_allowed),
        *urls(seen),
        *handles(seen, is_word),
        *phones(seen, phones_allowed),
        *bsns(seen),
        *numbers(seen),
        *births(seen, today),
        *plates(seen),
        *addresses(seen, is_word),
        *postcodes(seen),
        *names(seen),
        *known_names(seen, known),
    ]
    return [
        _mark(seen, text, *find)
        for find in apart(found, len(seen.text))
        if find[2] not in _PLACES or seen.low[find[0] : find[1]] not in places_allowed
    ]


def apart(found, length):
    """Return finds in the order of their places, of which none overlaps another.

    :param found: tuples (start, end, kind, confidence, why).
    :param length: of the text.
    """
    kept = []
    taken = bytearray(length)
    for find in sorted(found, key=_weight):
        start, end = find[:2]
        other = taken.find(1, start, end)
        if find[2] == m.NAME and other - start > 2:
            # a name that runs on into an address
            end = other
            find = (start, end, *find[2:])
            other = -1
        if start < end and other < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(find)
    return sorted(kept)


def _weight(find):
    start, end, kind, sure, why = find
    return (why != m.KNOWN and sure == m.LOW, _RANK[kind], _SURE[sure], start - end, start)


def _mark(seen, text, start, end, kind, sure, why):
    first, last = seen.span(start, end)
    # a space at the edge is no part of it
    while last - first > 1 and text[last - 1].isspace():
        last -= 1
    while last - first > 1 and text[first].isspace():
        first += 1
    return m.Mark(first, last, kind, sure, why)
