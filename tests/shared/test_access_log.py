"""What stands in the logs: what was asked and what went wrong, never who or what they typed."""

from plone.app.testing import login
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from samenbeter.shared import access_log
from samenbeter.shared import discreet
from zope.globalrequest import setRequest

import logging
import pytest


MARKER = "zilverreiger"


def record(message, *args, name="somebody", error=None):
    """Return a line of the log as it is written."""
    made = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, args, None)
    if error is not None:
        made.exc_info = (type(error), error, error.__traceback__)
    assert discreet.Discreet().filter(made)
    return logging.Formatter("%(levelname)s %(message)s").format(made)


def raised(error):
    """Return an exception as it comes out of code."""
    try:
        try:
            int(MARKER)
        except ValueError as first:
            raise error from first
    except type(error) as caught:
        return caught


@pytest.mark.abuse("A27")
class TestLines:
    @staticmethod
    def ask(path, method="GET", status="200 OK", **environ):
        def application(environ, start_response):
            start_response(status, [("Content-Length", "5")])
            return [b"hello"]

        lines = []
        log = access_log.AccessLog(application)
        log.logger = type("Kept", (), {"info": staticmethod(lambda form, text: lines.append(form % text))})
        answer = log({"REQUEST_METHOD": method, "PATH_INFO": path, **environ}, lambda *args: None)
        assert answer == [b"hello"]
        return lines[0].rpartition(" ")[0]

    def test_what_was_asked_and_how_it_went(self):
        assert self.ask("/samenbeter/vraagbaak") == "GET /samenbeter/vraagbaak 200 5"

    def test_not_who_asked_it_and_what_they_were_looking_for(self):
        said = self.ask("/x", QUERY_STRING=f"q={MARKER}", REMOTE_ADDR="192.0.2.1", REMOTE_USER="anna", HTTP_COOKIE="a")
        assert said == "GET /x 200 5"

    def test_what_is_not_there_can_be_anything_that_somebody_typed(self):
        assert self.ask(f"/{MARKER}", status="404 Not Found") == "GET - 404 5"
        assert self.ask(f"/{MARKER}", status="500 Internal Server Error") == "GET - 500 5"

    @pytest.mark.parametrize(
        ("path", "shown"),
        [
            ("/s/author/anna", "/s/author/…"),
            ("/s/@users/anna/x", "/s/@users/…/…"),
            ("/s/passwordreset/0123abc", "/s/passwordreset/…"),
            ("/s/@@via/poster", "/s/@@via/…"),
            ("/s/0f8fad5bd9cb469fa16570867728950e", "/s/…"),
            ("/s/++webresource++0f8fad5bd9cb469f/x.css", "/s/…/x.css"),
            ("/s/anna@example.org", "/s/…"),
            ("/VirtualHostBase/https/w.example:443/s/VirtualHostRoot/_vh_a/x", "/x"),
            ("/", "/"),
        ],
    )
    def test_an_address_names_nobody(self, path, shown):
        assert access_log.discreet_path(path) == shown

    def test_what_is_no_method_is_not_written(self):
        assert self.ask("/x", method=MARKER) == "- /x 200 5"

    def test_the_filter_comes_on_all_handlers(self):
        handler = logging.NullHandler()
        logging.getLogger("samenbeter.test").addHandler(handler)
        try:
            for _twice in range(2):
                assert access_log.access_log(None, {}).application is None
            assert [type(one) for one in handler.filters] == [discreet.Discreet]
        finally:
            logging.getLogger("samenbeter.test").removeHandler(handler)
            for one in discreet._handlers():
                one.filters[:] = [kept for kept in one.filters if type(kept) is not discreet.Discreet]


class TestDiscreet:
    def test_an_error_says_where_and_what_kind_and_not_with_what(self):
        said = record("Error %s", "0123-4567", error=raised(KeyError(MARKER)))
        assert MARKER not in said
        assert "ERROR Error 0123-4567\nTraceback" in said
        assert "test_access_log.py" in said and "KeyError" in said and "ValueError" in said and "int(MARKER)" in said

    @pytest.mark.parametrize(
        "text",
        [
            f"see http://x/y?q={MARKER}&a=1",
            f"mail to {MARKER}@example.org failed",
            "from 192.0.2.17",
            "from 2001:db8::17 it",
            "from [::1]:8080",
        ],
    )
    def test_addresses_go(self, text):
        said = record(text)
        assert not any(part in said for part in (MARKER, "192.0.2", "2001:db8", "::1")) and "…" in said

    def test_what_is_no_address_stays(self):
        for text in ("Zope 6.2.2 is ready in 10:15:30", "1,234 objects, 25%", "see http://x/y for more?"):
            assert record(text) == f"ERROR {text}"

    def test_arguments_that_do_not_fit_are_no_reason_to_fail(self):
        assert record("%d of %s", "x") == "ERROR %d of %s"

    def test_what_the_request_brought_along_goes(self, portal, http_request):
        http_request.form = {"text": MARKER, "list": ["reigerzilver", {"deep": "zilverdiep"}], "n": 5, "s": "nl"}
        http_request.environ["PATH_INFO"] = "/plone/ooievaar"
        setRequest(http_request)
        login(portal, TEST_USER_NAME)
        said = record(f"{MARKER}, reigerzilver and zilverdiep by {TEST_USER_ID} at /plone/ooievaar in nl")
        assert said == "ERROR …, … and … by … at … in nl"

    def test_zopes_list_of_errors_says_the_number_only(self):
        text = f"123.45 http://x/{MARKER}\nTraceback …\nValueError: {MARKER}"
        assert record(text, name="Zope.SiteErrorLog") == "ERROR 123.45"
