"""Record requests and responses of the REST API, and compare them with those on record.

``make docs`` records (RECORD_EXAMPLES=1); every other run compares, and a
difference fails the build. Values that differ from run to run are replaced by
values that do not.
"""

from datetime import date
from pathlib import Path

import json
import os
import re


FOLDER = Path(__file__).parent.parent / "http-examples"
SHOWN = ("Accept", "Content-Type", "Authorization", "Location", "Retry-After")
_UID = re.compile(r"\b[0-9a-f]{32}\b")
_SCALE = re.compile(r"-(\d+)-[0-9a-f]{32}")
_TOKEN = re.compile(r"sbt_[0-9a-f]{32}_[A-Za-z0-9_-]{43}")
_CODE = re.compile(r"\b(?:[2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}\b")
_NUMBER = re.compile(r"\bV-[2-9A-Z]{4}-[2-9A-Z]{2}\b")
_HASH = re.compile(r'("hash": )"[0-9a-f]{64}"')
_MARK = re.compile(r"\b(\d+\.\d+\.\d+)\.[0-9a-f]{16}\b")
_OPAQUE = re.compile(r"(/vraagbaak/)[a-z0-9]{10}(?=[\"/])")
_SHORT_ID = re.compile(r'"id": "[0-9a-f]{8}"')
_LATER = re.compile(r'("(?:erased_on|contact_erased_on|last_day)": )"\d{4}-\d{2}-\d{2}"')
_MONTH = re.compile(r'("month": )"\d{4}-\d{2}"')
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:\+\d{2}:\d{2}|Z)?")


class Recorder:
    """A session that keeps what it says and hears under a name."""

    def __init__(self, session, base):
        self.session = session
        self.base = base
        self.names = {}

    def create(self, name, path, body, shown):
        """Record the creation of an item and return its path; its random id shows as ``shown``."""
        answer = self(name, "POST", path, body, shown)
        assert answer.status_code == 201, answer.text
        return answer.json()["@id"].removeprefix(self.base)

    def __call__(self, name, method, path, body=None, shown="", most=None):
        """Send a request, record or compare it as ``name``, and return the response.

        :param most: so many items of each list of the response are shown; None: all.
        """
        headers = {"Accept": "application/json", "Accept-Language": "nl"}
        answer = self.session.request(method, self.base + path, json=body, headers=headers)
        if shown and answer.ok:
            self.names[answer.json()["id"]] = shown
        self._keep(f"{name}.req", self._request(method, path, body))
        self._keep(f"{name}.resp", self._response(answer, most))
        return answer

    def _request(self, method, path, body):
        lines = [f"{method} /plone{path} HTTP/1.1", "Accept: application/json"]
        if self.session.auth:
            lines.append("Authorization: Basic …")
        elif "Authorization" in self.session.headers:
            lines.append(f"Authorization: {self.session.headers['Authorization']}")
        if body is not None:
            lines += ["Content-Type: application/json", "", _pretty(body)]
        return "\n".join(lines) + "\n"

    def _response(self, answer, most=None):
        lines = [f"HTTP/1.1 {answer.status_code} {answer.reason}"]
        lines += [f"{name}: {answer.headers[name]}" for name in SHOWN if name in answer.headers]
        if answer.content:
            lines += ["", _pretty(_shortened(answer.json(), most))]
        return "\n".join(lines) + "\n"

    def _keep(self, name, text):
        place = FOLDER / name
        text = self._steady(text)
        if os.environ.get("RECORD_EXAMPLES"):
            place.write_text(text, "utf-8")
        assert place.exists(), f"{name} is not on record: run make docs"
        assert text == place.read_text("utf-8"), f"{name} differs from what is on record: run make docs and look at it"

    def _steady(self, text):
        text = text.replace(self.base.removesuffix("/plone"), "http://localhost:8080")
        for value, name in self.names.items():
            text = text.replace(value, name)
        text = _SCALE.sub(r"-\1-scale", text)
        text = _TOKEN.sub("sbt_…", text)
        text = _CODE.sub("WX7K-3M9H-F4TD-2PQR-8VNE", text)
        text = _NUMBER.sub("V-7K3M-9Q", text)
        text = _HASH.sub(r'\1"5f70bf18…"', text)
        text = _MARK.sub(r"\1.83ad…", text)
        text = _OPAQUE.sub(r"\1vraag-1", text)
        text = _SHORT_ID.sub('"id": "4a1c77f0"', text)
        text = _LATER.sub(r'\1"2027-05-21"', text)
        text = _MONTH.sub(r'\1"2026-10"', text)
        text = _TIME.sub("2026-11-22T10:00:00+00:00", text)
        # what is published today is looked at again a year from now
        today = date.today()
        text = text.replace(today.isoformat(), "2026-11-22")
        text = text.replace(today.replace(year=today.year + 1).isoformat(), "2027-11-22")
        seen = {}
        return _UID.sub(lambda found: seen.setdefault(found.group(), f"uid-{len(seen) + 1}"), text)


def _shortened(data, most):
    """Return data with at most so many items in each list."""
    if isinstance(data, dict):
        return {name: _shortened(value, most) for name, value in data.items()}
    return [_shortened(value, most) for value in data[:most]] if isinstance(data, list) else data


def _pretty(data):
    return json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True)
