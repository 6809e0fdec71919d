"""The detector without a site: ``python -m samenbeter.privacy.detect``.

Reads lines of JSON, ``{"text": "..."}``, from the standard input and answers each, in order, with a line
``{"marks": [{"start": 0, "end": 4, "kind": "NAME", "confidence": "high"}]}``. Places count the characters of the text.
A line that cannot be read is answered with ``{"error": "..."}``; at the end the exit code is then 1.
"""

from samenbeter.privacy.detecting import marks_in

import json
import sys


def answer(line):
    """Return the marks in the text of one line as a dict.

    :raises ValueError: when the line is no JSON object with a text; what it says does not quote the line.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("no JSON") from None
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str):
        raise ValueError('no object with a "text" that is a string')
    found = marks_in(text)
    return {
        "marks": [
            {"start": mark.start, "end": mark.end, "kind": mark.kind, "confidence": mark.confidence} for mark in found
        ]
    }


def main(source=None, target=None, errors=None):
    """Answer all lines of a binary stream; return the exit code."""
    source = source or sys.stdin.buffer
    target = target or sys.stdout
    errors = errors or sys.stderr
    code = 0
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            reply = answer(line)
        except ValueError as error:
            # nothing of the line: it may hold personal data
            reply = {"error": str(error)}
            errors.write(f"line {number}: {error}\n")
            code = 1
        target.write(json.dumps(reply) + "\n")
        target.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
