"""The page for when nothing else works: no Plone, no database, no translation, no file.

Dutch and English stand on it both, for what the visitor reads is not known here.
"""

from html import escape

import secrets


# status: what is wrong in Dutch, what to do in Dutch, the same in English
WORDS = {
    400: (
        "Dit adres begrijpen wij niet",
        "Ga terug en probeer het nog eens.",
        "We do not understand this address",
        "Go back and try again.",
    ),
    404: (
        "Deze bladzijde is er niet",
        "Kijk het adres na.",
        "This page does not exist",
        "Check the address.",
    ),
    503: (
        "Wij zijn er zo weer",
        "Probeer het over een paar minuten nog eens.",
        "We will be back soon",
        "Try again in a few minutes.",
    ),
    "full": (
        "Er is geen ruimte meer",
        "Er is niets opgeslagen. Dat ligt aan ons, niet aan jou. Probeer het later nog eens.",
        "There is no room left",
        "Nothing was saved. It is our fault, not yours. Try again later.",
    ),
    500: (
        "Er ging iets mis",
        "Dat ligt aan ons, niet aan jou. Probeer het over een paar minuten nog eens.",
        "Something went wrong",
        "It is our fault, not yours. Try again in a few minutes.",
    ),
}
URGENT = "Gevaar? Bel 112. Denk je aan zelfdoding? Bel 113."
URGENT_ENGLISH = "Danger? Call 112. Thinking of suicide? Call 113."


def number():
    """Return a new number for an error: short enough to say over the phone, and nothing about anybody."""
    return f"{secrets.randbelow(10**4):04}-{secrets.randbelow(10**4):04}"


def page(status, error=""):
    """Return a whole page as HTML.

    :param status: the HTTP status; "full" for a 503 because the disk is.
    :param error: the number under which the error stands in the log.
    """
    title, todo, english_title, english_todo = WORDS.get(status) or WORDS[400 if status < 500 else 500]
    note = english_note = ""
    if error:
        note = f"<p>Bel je ons? Zeg dan dit nummer: <b>{escape(error)}</b>.</p>"
        english_note = f"<p>Do you call us? Then say this number: <b>{escape(error)}</b>.</p>"
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{todo}</p>\n{note}\n<p>{URGENT}</p>\n"
        f'<div lang="en">\n<h2>{english_title}</h2>\n<p>{english_todo}</p>\n{english_note}\n'
        f"<p>{URGENT_ENGLISH}</p>\n</div>\n</main>\n</body>\n</html>\n"
    )
