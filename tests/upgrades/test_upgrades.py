"""A storage that an earlier version's code wrote becomes what a fresh install is, and keeps its content."""

from pathlib import Path
from samenbeter.upgrades import v1005
from samenbeter.vraagbaak.desk_schema import IVraagbaakSchema
from types import SimpleNamespace

import gzip
import json
import pytest
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STORAGES = sorted(HERE.glob("storage-*.fs.gz"))


def version():
    """Return the version of the default profile."""
    return ElementTree.parse(ROOT / "profiles/default/metadata.xml").findtext("version").strip()


@pytest.fixture(scope="module", params=STORAGES, ids=lambda path: path.name)
def told(request, tmp_path_factory):
    """What a process of its own says of the storage before and after the upgrade."""
    folder = tmp_path_factory.mktemp("storage")
    (folder / "Data.fs").write_bytes(gzip.decompress(request.param.read_bytes()))
    program = subprocess.run(
        [sys.executable, HERE / "upgrade_storage.py", folder], capture_output=True, text=True, timeout=300
    )
    found = re.search(r"^TOLD (.*)$", program.stdout, re.MULTILINE)
    assert found, program.stderr[-3000:]
    return json.loads(found.group(1)), request.param


def test_there_is_a_storage_of_the_first_version():
    assert [path.name for path in STORAGES][0] == "storage-1000.fs.gz"


def test_the_steps_lead_to_the_version_of_the_profile(told):
    told, storage = told
    assert told["before"] == [storage.name.split("-")[1].split(".")[0]]
    assert told["after"] == [version()]
    assert told["pending"] == 0


def test_content_stays_in_its_state(told):
    told, _storage = told
    assert told["states after"] == told["states before"]
    assert len(set(told["states before"].values())) >= 19


def test_each_step_can_be_run_again(told):
    assert told[0]["same when run twice"]


def test_the_new_index_is_filled(told):
    assert told[0]["found by partner"] >= 1


def test_an_upgraded_site_is_set_up_as_a_fresh_one(told):
    assert told[0]["differs from fresh"] == []
    assert told[0]["registry differs"] == []
    upgraded, fresh = told[0]["stores"]
    assert upgraded == fresh


def test_what_a_desk_promised_in_days_it_promises_in_its_own_hours(told):
    """Three days of three hours or six, and the usual one day where nothing was said."""
    assert told[0]["promises"] == [[11, False], [2, False]]


@pytest.mark.parametrize(
    ("days", "hours", "promised"),
    [
        (2, "ma-vr 9.00-17.00", 16),
        (20, "", 160),
        (20, "ma-zo 0.00-24.00", 200),
        (1, "za 9.00-9.20", 1),
        (2, "altijd", 16),
        (2, "ma dicht", 16),
    ],
)
def test_a_promise_can_be_kept_by_any_hours(days, hours, promised):
    """Within what the form takes."""
    desk = SimpleNamespace(promise_workdays=days, promise_hours=hours)
    v1005.keep_promise(desk, False)
    assert desk.promise_working_hours == promised
    IVraagbaakSchema["promise_working_hours"].validate(desk.promise_working_hours)
    assert not hasattr(desk, "promise_workdays")


def test_a_desk_that_was_made_since_is_left_alone():
    desk = SimpleNamespace(promise_hours="ma 9.00-10.00")
    v1005.keep_promise(desk, False)
    assert not hasattr(desk, "promise_working_hours")


def test_a_promise_that_was_changed_since_stays_when_the_step_is_run_again(told):
    assert told[0]["promises when run twice"] == [[5, False], [2, False]]


def test_people_can_ask_at_an_upgraded_desk(told):
    """The case is found, its clock counts what the desk promises, and its first rung is planned."""
    assert told[0]["asked"] == [True, 5 * 60, True]
