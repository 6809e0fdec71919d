"""Icons and drawings as SVG elements inside the page, so that they take its colours.

All of them are beside words that say the same: screen readers skip them.
They are read once, when the process starts.
"""

from pathlib import Path

import re


HERE = Path(__file__).parent / "svg"

# One pen, 24 by 24; each <g id="..."> of the file is an icon.
ICONS = dict(re.findall(r'<g id="([^"]+)">(.*)</g>', (HERE / "icons.svg").read_text("utf-8")))
DRAWINGS = {file.stem: file.read_text("utf-8").strip() for file in sorted(HERE.glob("*.svg")) if file.stem != "icons"}
DISCIPLINE_ICONS = {
    "huisarts": "stethoscope",
    "praktijkondersteuner": "stethoscope",
    "wijkverpleegkundige": "home-care",
    "jeugdverpleegkundige": "smile",
    "fysiotherapeut": "walk",
    "dietist": "apple",
    "apotheker": "pill",
    "psycholoog": "chat",
    "slaapcoach": "moon",
    "maatschappelijk-werk": "differ",
    "mantelzorgconsulent": "heart",
    "sociaal-raadslid": "book",
    "budgetcoach": "euro",
    "gemeente": "townhall",
    "overheid": "townhall",
    "opbouwwerk": "house",
    "ervaring": "people",
    "lotgenoten": "people",
}


def icon(name, css=""):
    """Return the SVG element of an icon; the round "info" one for an unknown name."""
    classes = f"sb-i {css}".strip()
    paths = ICONS.get(name) or ICONS["info"]
    return f'<svg class="{classes}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paths}</svg>'


def discipline_icon(token):
    """Return the icon of a discipline; a person for one that somebody added."""
    return icon(DISCIPLINE_ICONS.get(token, "person"))


def drawing(name, css=""):
    """Return the SVG element of a drawing: brand, sun, street, window, balcony, empty."""
    svg = DRAWINGS[name]
    return svg.replace('"sb-draw"', f'"sb-draw {css}"', 1) if css else svg
