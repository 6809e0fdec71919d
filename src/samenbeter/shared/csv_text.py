"""Lists as CSV that a spreadsheet opens without running anything that stands in it."""

import csv
import io


# with these a spreadsheet takes a text for a formula
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(value):
    """Return a value as a cell: a text that looks like a formula has an apostrophe in front, and stays text."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def table(rows):
    """Return rows as CSV, each cell safe.

    :param rows: lists of texts and numbers.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([safe(value) for value in row])
    return out.getvalue()
