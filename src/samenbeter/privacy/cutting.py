"""Cuts citizen service numbers (BSN) out of whatever comes in: texts, lists of them, JSON, names of files.

Pure functions, but for the detector, which other add-ons can replace.
"""

from base64 import b64decode
from binascii import Error
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.privacy.redacting import CUT
from samenbeter.shared import marks
from samenbeter.shared.html_places import places
from zope.component import queryUtility
from ZPublisher.HTTPRequest import FileUpload
from ZPublisher.HTTPRequest import record

import re


# a number has eight digits at least, also one that is written in words
SHORTEST = 8
# no words of a person: what they stand for would not be what it was
SECRET = re.compile(r"passw|wachtwoord|__ac_|_authenticator", re.IGNORECASE)
SECRETS = frozenset(("code", "key", "otp", "proof", "secret", "token"))


def is_secret(name):
    """Return whether a field holds a password, code or the like by its name."""
    return bool(SECRET.search(name)) or re.split(r"[.-]", name.lower())[-1] in SECRETS


def cut_text(text):
    """Return (text without numbers, how many were in it)."""
    detector = queryUtility(IPersonalDataDetector)
    if detector is None or len(text) < SHORTEST:
        return text, 0
    text, count = detector.without_numbers(text)
    if "<" in text or "&" in text:
        # a number with a tag or an entity in the middle
        found, more = _cut_in_markup(detector, text)
        return found, count + more
    return text, count


def _cut_in_markup(detector, text):
    seen = places(text)
    count = detector.without_numbers(seen.text)[1]
    if not count:
        return text, 0
    # which are cut is for the detector to say: as many as it cuts, the surest first
    numbers = [mark for mark in detector.marks(seen.text) if mark.kind == marks.BSN]
    numbers.sort(key=lambda mark: marks.CONFIDENCES.index(mark.confidence))
    ranges = [(mark.start, mark.end) for mark in numbers[:count]]
    return seen.without(ranges, {start: CUT for start, _end in ranges}), count


def cut_words(text):
    """Return (text without numbers, how many), for what is no sentence: nothing stands in their place."""
    found, count = cut_text(text)
    return (" ".join(found.replace(CUT, " ").split()), count) if count else (text, 0)


def cut_name(name):
    """Return (name of a file without numbers, how many): between words in it there are no spaces."""
    found, count = cut_words(name.replace("_", " "))
    return (found.replace(" ", "_"), count) if count else (name, 0)


def cut(value, text=cut_text):
    """Return (value without numbers, how many), of all that a form can send; a file is changed in its place.

    :param text: how a text is cut.
    """
    if isinstance(value, str):
        return text(value)
    if isinstance(value, (list, tuple)):
        found = [cut(item, text) for item in value]
        return type(value)(item for item, _count in found), sum(count for _item, count in found)
    if isinstance(value, dict):
        found = {name: cut(item, text) if not is_secret(str(name)) else (item, 0) for name, item in value.items()}
        return {name: item for name, (item, _count) in found.items()}, sum(count for _item, count in found.values())
    if isinstance(value, record):
        parts, count = cut(dict(value.__dict__), text)
        value.__dict__.update(parts)
        return value, count
    if isinstance(value, FileUpload) and isinstance(value.filename, str):
        value.filename, count = cut_name(value.filename)
        return value, count
    return value, 0


def where(value, name=""):
    """Yield the names of the fields of a JSON value in which there is a number; "" for the value itself."""
    if isinstance(value, str):
        if cut_text(value)[1] or ("_" in value and len(value) < 300 and cut_name(value)[1]):
            yield name
    elif isinstance(value, list):
        for item in value:
            yield from where(item, name)
    elif isinstance(value, dict):
        for key, item in value.items():
            if cut_text(key)[1]:
                yield ""
            # the bytes of a file are no words
            if not is_secret(key) and not (key == "data" and value.get("encoding") == "base64"):
                yield from where(item, name or key)


def in_upload(header):
    """Return whether there is a number in the name of a file in a header "Upload-Metadata" (tus)."""
    for pair in header.split(","):
        _name, _space, value = pair.strip().partition(" ")
        try:
            text = b64decode(value, validate=True).decode()
        except (Error, ValueError):
            continue
        if cut_name(text)[1]:
            return True
    return False
