"""The ZIP that a person takes along: a page to read, the same as JSON, and the files.

The shape of ``data.json`` is described in docs; ``VERSION`` changes with it.
"""

from io import BytesIO
from plone import api
from samenbeter import _
from samenbeter.interfaces import IConsents
from samenbeter.privacy import collecting
from samenbeter.privacy import seeing
from samenbeter.privacy.export_page import page
from samenbeter.shared import clock
from samenbeter.shared import periods
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo
from zope.component import queryUtility
from zope.i18n import translate
from zope.i18nmessageid import Message

import json
import re


VERSION = 1
# the year in which ZIP begins: when the file was made stands in it, once
STAMP = (1980, 1, 1, 0, 0, 0)
ENDINGS = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}
README = _(
    "takeaway_readme",
    default="Open index.html. Daar staat alles wat wij van je weten. "
    "In data.json staat hetzelfde, voor een computerprogramma.",
)


class Words:
    """Messages in one language, without a request."""

    def __init__(self, language):
        self.language = language or api.portal.get_default_language()

    def __call__(self, message):
        """Return a message or any value as text."""
        if isinstance(message, Message):
            return translate(message, target_language=self.language)
        return "" if message is None else str(message)


def make(subject, language=""):
    """Return the bytes of the ZIP with all that there is about a Subject.

    :param language: of the page: "nl", "en"; "" for that of the site.
    """
    words = Words(language)
    files = {}
    data = collect(subject, words, files)
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        _put(archive, "README.txt", words(README) + "\n")
        _put(archive, "index.html", page(data, words))
        _put(archive, "data.json", json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        for name, content in files.items():
            _put(archive, name, content)
    return whole.getvalue()


def _put(archive, name, content):
    info = ZipInfo(name, STAMP)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    archive.writestr(info, content)


def collect(subject, words, files):
    """Return what goes into data.json.

    :param files: a dict; filled with {name in the ZIP: bytes}.
    """
    groups = collecting.by_party(collecting.pages(subject))
    return {
        "format": "samenbeter-export",
        "version": VERSION,
        "generated": clock.now().isoformat(timespec="seconds"),
        "site": {"title": api.portal.get().title, "url": api.portal.get().absolute_url()},
        "language": words.language,
        "account": bool(subject.userid),
        "relations": [
            {
                "party": party,
                "title": words(collecting.party_title(party)),
                "items": [_item(name, provider, item, words, files) for name, provider, item in found],
            }
            for party, found in groups.items()
        ],
        "kept": [_kept(name, provider, words) for name, provider in collecting.providers()],
        "consents": _consents(subject, words),
        "seen_by": seeing.for_export(subject, words),
    }


def _item(name, provider, item, words, files):
    named = []
    for file_name, content in item.files.items():
        place = f"files/{len(files) + 1:03}-{_safe(file_name)}{_ending(file_name, content)}"
        files[place] = content
        named.append(place)
    return {
        "provider": name,
        "id": item.id,
        "title": words(item.title),
        "kind": words(provider.title),
        "purpose": provider.purpose,
        "why": words(collecting.purpose_title(provider.purpose)),
        "created": item.created.isoformat() if item.created else None,
        "erased_on": item.expires.isoformat() if item.expires else None,
        "erased_when": words(provider.clock),
        "values": [{"label": words(label), "value": words(value)} for label, value in item.values],
        "data": item.data,
        "files": named,
    }


def _safe(name):
    """Return a file name that is one on each system."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", str(name)).strip(".-")[-80:] or "file"


def _ending(name, content):
    """Return what a picture without an ending lacks, so that the page can show it."""
    if "." in str(name):
        return ""
    return next((ending for begin, ending in ENDINGS.items() if bytes(content[: len(begin)]) == begin), "")


def _kept(name, provider, words):
    return {
        "provider": name,
        "title": words(provider.title),
        "description": words(provider.description),
        "categories": list(provider.categories),
        "special": bool(provider.special),
        "purpose": provider.purpose,
        "why": words(collecting.purpose_title(provider.purpose)),
        "days": periods.days(name),
        "clock": words(provider.clock),
    }


def _consents(subject, words):
    consents = queryUtility(IConsents)
    if consents is None:
        return []
    return [plain(consent, words) for consent in consents.of(subject.key)]


def plain(value, words):
    """Return a value of another room as JSON can say it."""
    if isinstance(value, Message):
        return words(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {str(key): plain(one, words) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one, words) for one in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "__dict__"):
        return {key: plain(one, words) for key, one in vars(value).items() if not key.startswith("_")}
    return str(value)
