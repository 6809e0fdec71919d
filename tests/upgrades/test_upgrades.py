"""A storage that an earlier version's code wrote becomes what a fresh install is, and keeps its content."""

from pathlib import Path

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
    assert told[0]["registry as fresh"]
