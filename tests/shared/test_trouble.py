"""A vault that stays shut and a disk that is full are told in plain words, with a 503, to whoever was doing what."""

from errno import EACCES
from errno import EDQUOT
from errno import EFBIG
from errno import ENOSPC
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.shared import keys
from samenbeter.shared import sealing
from samenbeter.shared import trouble
from samenbeter.shared.wsgi import LastResort
from samenbeter.theme.errors import ErrorPage
from samenbeter.theme.front import Front
from unittest.mock import patch

import pytest
import requests
import transaction


SECRET = "zilverreiger"


def wrapped(error):
    """Return an exception that another one led to."""
    try:
        try:
            raise error
        except Exception as cause:
            raise RuntimeError(SECRET) from cause
    except RuntimeError as found:
        return found


class DiskFull(Exception):
    """As PostgreSQL's driver says it."""

    pgcode = "53100"


FULL = [*(OSError(number, SECRET) for number in (ENOSPC, EDQUOT, EFBIG)), wrapped(OSError(ENOSPC, SECRET)), DiskFull()]
SHUT = [keys.NoKey(), keys.WrongKey(), keys.BrokenKey(), keys.ShutKey(), sealing.Damaged(), keys.FixedKey()]


@pytest.fixture(scope="class")
def front(shared_portal):
    """The address of a front page of ours."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        shared_portal.setLayout("samenbeter-front")
    transaction.commit()
    return shared_portal.absolute_url()


def ask(url, error, accept="text/html", **kw):
    """Return the answer of a front page that fails."""
    with patch.object(Front, "tasks", side_effect=error):
        return requests.get(url, headers={"Accept": accept}, timeout=60, **kw)


class TestPages:
    @pytest.mark.parametrize("error", FULL, ids=repr)
    def test_a_full_disk(self, front, error):
        answer = ask(front, error)
        assert answer.status_code == 503
        tree = html.fromstring(answer.content)
        assert tree.xpath("string(//h1)") == "Er is geen ruimte meer"
        assert "niets opgeslagen" in tree.xpath("string(//main)")
        assert SECRET not in answer.text and "Traceback" not in answer.text
        assert answer.headers["Retry-After"] and answer.headers["Cache-Control"] == "no-store"

    @pytest.mark.parametrize("error", SHUT, ids=repr)
    def test_a_vault_that_stays_shut(self, front, error):
        answer = ask(front, error)
        assert answer.status_code == 503
        assert str(error) in " ".join(html.fromstring(answer.content).xpath("string(//main)").split())

    def test_other_errors_of_files_are_ours(self, front):
        assert ask(front, OSError(EACCES, SECRET)).status_code == 500

    def test_a_machine_is_told_too(self, front):
        with patch("plone.restapi.services.search.get.SearchGet.reply", side_effect=keys.NoKey()):
            answer = requests.get(
                f"{front}/@search",
                headers={"Accept": "application/json"},
                auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
                timeout=60,
            )
        assert answer.status_code == 503
        assert answer.json()["message"].endswith(str(keys.NoKey()))
        assert set(answer.json()) == {"type", "message", "error_number"}

    def test_when_that_page_fails_too_there_is_a_bare_one(self, front):
        with patch.object(ErrorPage, "missing", property(lambda self: 1 / 0)):
            answer = ask(front, FULL[0])
        assert answer.status_code == 503
        assert "Er is geen ruimte meer" in answer.text and "There is no room left" in answer.text


@pytest.mark.parametrize("error", FULL, ids=repr)
def test_around_zope_there_is_a_page_for_a_full_disk(error):
    started = []

    def application(environ, start_response):
        raise error

    body = b"".join(LastResort(application)({"REQUEST_METHOD": "POST"}, lambda *args: started.append(args))).decode()
    assert started[0][0] == "503 Service Unavailable"
    assert "Er is geen ruimte meer" in body and SECRET not in body


def test_nothing_else_is_a_full_disk():
    for error in (None, RuntimeError(), OSError(), FileNotFoundError(2, "x"), wrapped(ValueError())):
        assert not trouble.is_full(error)
