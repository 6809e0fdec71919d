"""What rooms' templates need before they can be drawn: pure functions, no database."""

from html import escape
from urllib.parse import parse_qsl
from urllib.parse import urlencode

import re


# Zope answers ?b_start:int=x with an error of its own, so we write it without a type
BATCH_KEYS = ("b_start", "b_start:int")


def paragraphs(text):
    """Return the paragraphs of a plain text, each escaped and with its line breaks.

    Templates insert them with ``structure``.
    """
    blocks = re.split(r"\n\s*\n", (text or "").replace("\r\n", "\n").strip())
    return [
        "<br>".join(escape(line.strip()) for line in block.strip().split("\n")) for block in blocks if block.strip()
    ]


def in_a_sentence(title):
    """Return a title as it stands within a sentence; "GGZ-zorg" keeps its capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def telephone(number):
    """Return the tel: address of a number as people write it; nothing for no number."""
    number = (number or "").strip()
    if number.startswith("+"):
        # "+31 (0)88": the zero is for those who call without +31
        number = number.replace("(0)", "")
    digits = re.sub(r"(?!^\+)\D", "", number)
    return f"tel:{digits}" if digits else ""


def page_address(base, query_string, start):
    """Return the address of another page of a list; all other parameters stay."""
    pairs = [
        (key, value) for key, value in parse_qsl(query_string or "", keep_blank_values=True) if key not in BATCH_KEYS
    ]
    if start:
        pairs.append(("b_start", start))
    return f"{base}?{urlencode(pairs)}" if pairs else base


def pages(batch, base, query_string):
    """Return the links below a list, or None when all of it is on one page.

    :param batch: a plone.batching Batch.
    :returns: {"previous": url, "next": url, "numbers": [{"number", "url", "current"}]};
        a missing number (None) stands for pages that are left out.
    """
    if batch is None or batch.numpages < 2:
        return None

    def address(number):
        return page_address(base, query_string, (number - 1) * batch.pagesize)

    current, last = batch.pagenumber, batch.numpages
    shown = {1, last, *range(max(1, current - 2), min(last, current + 2) + 1)}
    numbers = []
    before = 0
    for number in sorted(shown):
        if number - before > 1:
            numbers.append({"number": None, "url": "", "current": False})
        numbers.append({"number": number, "url": address(number), "current": number == current})
        before = number
    return {
        "previous": address(current - 1) if current > 1 else "",
        "next": address(current + 1) if current < last else "",
        "numbers": numbers,
    }


def picture(url, info, alt="", largest=1200):
    """Return the attributes of an <img> from Plone's image_scales of one picture.

    :param url: address of the item that has the picture.
    :param info: one entry of the catalog column ``image_scales``.
    :param alt: what is to be seen on it.
    :param largest: widest scale to offer, in pixels.
    """
    if not info or not info.get("download"):
        return None
    scales = sorted((info.get("scales") or {}).values(), key=lambda s: s["width"])
    # square and tiny scales are for listings of files
    offered = [s for s in scales if 200 <= s["width"] <= largest] or [info]
    chosen = next((s for s in offered if s["width"] >= 600), offered[-1])
    return {
        "src": f"{url}/{chosen['download']}",
        "srcset": ", ".join(f"{url}/{s['download']} {s['width']}w" for s in offered),
        "width": chosen["width"],
        "height": chosen["height"],
        "alt": alt,
    }
