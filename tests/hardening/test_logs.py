"""What is written down of an error (A66): in Zope's list of errors and in the log, with the switch and without."""

from at_the_door import form
from at_the_door import people
from at_the_door import turn_off
from at_the_door import turn_on
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Products.SiteErrorLog import SiteErrorLog
from samenbeter.hardening import logs
from samenbeter.theme.search import Search

import pytest
import sys
import transaction


MARKER = "zilverreiger"


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch, and a member."""
    people("anna-van-dijk")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        shared_portal.error_log.setProperties(20, 1, ())
    transaction.commit()
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("logs")
    return stock


def fail(self):
    """Fail as add-ons do that use Zope's list of errors themselves."""
    try:
        raise RuntimeError(f"cannot do {self.request.form['SearchableText']}")
    except RuntimeError:
        self.context.error_log.raising(sys.exc_info())
        raise


@pytest.fixture
def broken(monkeypatch):
    """The page of the search fails, with what was looked for in the error."""
    monkeypatch.setattr(Search, "__call__", fail)
    SiteErrorLog.temp_logs.clear()
    SiteErrorLog._rate_restrict_pool.clear()


def search(site):
    """Look for something as a member; return all that is kept of the error, and the page."""
    client, _answer = form(site, "anna-van-dijk")
    answer = client.get(f"/@@search?SearchableText=<i>{MARKER}")
    assert answer.status_code == 500
    kept = [entry for entries in SiteErrorLog.temp_logs.values() for entry in entries]
    return kept, answer


def written(caplog):
    """Return what stands in the log."""
    return "\n".join(caplog.handler.format(record) for record in caplog.records)


@pytest.mark.usefixtures("broken")
class TestErrors:
    @pytest.mark.abuse("A66", stock=True)
    def test_without_the_switch_all_that_was_sent_is_kept(self, stock, caplog):
        kept, _answer = search(stock)
        assert MARKER in repr(kept) and "anna-van-dijk" in repr(kept)
        assert MARKER in written(caplog)

    @pytest.mark.abuse("A66")
    def test_what_was_sent_is_not_kept(self, strict, caplog):
        kept, answer = search(strict)
        assert MARKER not in repr(kept) and "anna-van-dijk" not in repr(kept)
        assert MARKER not in written(caplog)
        assert f"<i>{MARKER}" not in answer.text and "Traceback" not in answer.text

    def test_what_went_wrong_is(self, strict, caplog):
        kept, _answer = search(strict)
        assert [entry["type"] for entry in kept] == ["RuntimeError"]
        assert "in fail" in kept[0]["tb_text"] and "<pre>" in kept[0]["tb_html"]
        assert "in fail" in written(caplog) and "RuntimeError" in written(caplog)

    @pytest.mark.abuse("A66")
    @pytest.mark.parametrize(
        "path", [f"/{MARKER}", f"/@@search?b_start:int={MARKER}", f"/@@sb/{MARKER}", f"/login/{MARKER}"]
    )
    def test_nor_what_stands_in_an_address(self, strict, caplog, path):
        client, _answer = form(strict, "anna-van-dijk")
        answer = client.get(path)
        assert answer.status_code >= 400
        kept = [entry for entries in SiteErrorLog.temp_logs.values() for entry in entries]
        assert MARKER not in repr(kept) and MARKER not in written(caplog)

    def test_it_says_when_other_lines_can_name_people(self, strict):
        assert len(logs.Logs().problems()) == 1

    def test_turned_off_all_is_as_before(self, strict):
        turn_off("logs")
        assert MARKER in repr(search(strict)[0])
