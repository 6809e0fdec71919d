"""Where a mark begins and ends, and what a number or a name beside a word is: whole classes of texts, one example each."""

from samenbeter.privacy.detecting import marks_in
from scoring import TODAY

import pytest


def found(text):
    """Return {(kind, text)} of the marks that are high or medium."""
    return {
        (mark.kind, text[mark.start : mark.end]) for mark in marks_in(text, today=TODAY) if mark.confidence != "low"
    }


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        ("Ik woon aan het Van Starkenborghhof 112.", "ADDRESS", "Van Starkenborghhof 112"),
        ("ik woon op de vasco da gamalaan 29", "ADDRESS", "vasco da gamalaan 29"),
        ("ze wonen in de rubenslaan 33", "ADDRESS", "rubenslaan 33"),
        ("In de Warande 12 woont een jongen.", "ADDRESS", "Warande 12"),
        ("Mevrouw J. van Doorn van de Goylaan 101 is gevallen.", "ADDRESS", "Goylaan 101"),
        ("Mevrouw J. van Doorn van de Goylaan 101 is gevallen.", "NAME", "J. van Doorn"),
        ("hallo met riet de wolf van de lange jufferstraat 28", "NAME", "riet de wolf"),
        ("ik wil joyce van het buurtteam spreken", "NAME", "joyce"),
        ("Ik zat naast Dirk-Jan in de huiskamer.", "NAME", "Dirk-Jan"),
        ("Toen Marijn zijn been brak, hielp de straat.", "NAME", "Marijn"),
        ("Ondergetekende, Willemien Oosterhuis, maakt bezwaar.", "NAME", "Willemien Oosterhuis"),
        ("ten name van s de haas", "NAME", "s de haas"),
        ("het nummer van de huisartsenpost ik dacht 06 12093847", "PHONE", "06 12093847"),
        ("mijn patient nummer, ik heb 8830127", "PATIENTNR", "8830127"),
        ("geboren op de vierde van de zesde negentienhonderd eenenzestig", "DOB", None),
        ("mijn postcode is vijfendertig veertien g n", "POSTCODE", "vijfendertig veertien g n"),
        ("ik sta erop als apenstaartje sanne underscore wit", "HANDLE", None),
    ],
)
def test_it_is_marked_as_far_as_it_goes(text, kind, piece):
    """With the words that belong to it, and no others."""
    marks = found(text)
    assert kind in {one for one, _piece in marks}
    if piece:
        assert (kind, piece) in marks


@pytest.mark.parametrize(
    "text",
    [
        "Welke huisarts in de Voorstraat neemt nog mensen aan?",
        "Het recept is van 23 maart en nog niet klaar.",
        "De brief die is van 3 mei 2025 snap ik niet.",
        "Het nummer van de gemeente is 14 030.",
        "hoe heet die dokter van de radio",
        "De heer des huizes kookt bij ons.",
        "Met Sint Maarten lopen de kinderen langs de deuren.",
        "Mijn hond Luna is overleden.",
        "Ik zoek een tolk Farsi of Dari.",
        "Moet ik dit overslaan 12 keer of vaker?",
        "Mijn dochter is Cum Laude geslaagd.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    """No mark that is high or medium."""
    assert not found(text)
