"""Around Zope there is a page for what Zope cannot answer at all."""

from lxml import html
from pathlib import Path
from samenbeter.shared import bare
from samenbeter.shared.wsgi import LastResort
from samenbeter.shared.wsgi import status_of
from ZODB.POSException import StorageError

import pytest
import re


SECRET = "zilverreiger"
NUMBER = re.compile(r"\b\d{4}-\d{4}\b")


def house(caplog):
    """Return what the house wrote into the log."""
    return [record for record in caplog.records if record.name == "samenbeter"]


class TestLastResort:
    """Around Zope: no database, no Plone."""

    @staticmethod
    def ask(error, method="GET"):
        started = []

        def application(environ, start_response):
            raise error

        body = LastResort(application)({"REQUEST_METHOD": method}, lambda *args: started.append(args))
        return started[0][0], dict(started[0][1]), b"".join(body).decode()

    @pytest.mark.parametrize(
        ("error", "status"),
        [
            (RuntimeError(SECRET), 500),
            (StorageError(SECRET), 503),
            (ConnectionRefusedError(SECRET), 503),
            (UnicodeDecodeError("utf-8", b"\xff", 0, 1, SECRET), 400),
        ],
    )
    def test_it_has_a_page_for_all(self, caplog, error, status):
        line, headers, body = self.ask(error)
        assert line.startswith(str(status))
        assert status_of(error) == status
        assert SECRET not in body and "112" in body
        assert int(headers["Content-Length"]) == len(body.encode())
        assert [NUMBER.search(body)[0] in record.getMessage() for record in house(caplog)] == (
            [True] if status >= 500 else []
        )

    def test_a_head_gets_no_body(self):
        assert self.ask(RuntimeError("x"), "HEAD")[2] == ""

    def test_what_works_passes(self):
        assert LastResort(lambda environ, start: [b"ok"])({}, None) == [b"ok"]

    def test_the_bare_page_needs_nothing(self):
        source = Path(bare.__file__).read_text("utf-8")
        assert not re.search(r"^(?:from|import) (?:plone|Products|zope|samenbeter)", source, re.MULTILINE)
        tree = html.fromstring(bare.page(500, "1234-5678"))
        assert tree.get("lang") == "nl" and tree.xpath("//*[@lang='en']")
        assert "1234-5678" in tree.text_content()
        assert not tree.xpath("//@src | //@style | //link | //script")
