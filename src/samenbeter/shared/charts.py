"""Charts that the server draws: SVG with words in it, always beside a table that says the same. Pure functions."""

from html import escape


ROW = 40
TOP = 8
# where the bars begin and how long the longest is, in parts of the width
START, LONGEST = 40.0, 48.0
# in the place of a number that is not shown
HIDDEN = "–"


def bars(rows, title, css="in"):
    """Return a chart of lying bars as SVG, to insert with ``structure``; "" without rows.

    :param rows: [(words, number)], from top to bottom; None for a number that is not shown.
    :param title: what a screen reader says of it, a text.
    :param css: the class of a bar in the stylesheet.
    """
    if not rows:
        return ""
    most = max(1, *(number or 0 for _words, number in rows))
    height = TOP + ROW * len(rows)
    parts = [
        f'<svg height="{height}" role="img" aria-label="{escape(title, quote=True)}" focusable="false">',
        *(_bar(words, number, most, TOP + ROW * place, css) for place, (words, number) in enumerate(rows)),
        f'<line class="ax" x1="{START}%" x2="{START}%" y1="0" y2="{height}"/>',
        "</svg>",
    ]
    return "".join(parts)


def _bar(words, number, most, top, css):
    width = round(LONGEST * (number or 0) / most, 1)
    middle = top + 21
    bar = f'<rect class="{css}" x="{START}%" y="{top + 4}" width="{width}%" height="24"/>' if number else ""
    return (
        f'<text x="0" y="{middle}">{escape(words)}</text>{bar}'
        f'<text class="b" x="{START + width}%" dx="8" y="{middle}">{HIDDEN if number is None else number}</text>'
    )
