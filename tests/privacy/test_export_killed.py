"""An export that is killed is made again from the start, and there is never half a file."""

from pathlib import Path

import json
import os
import pytest
import re
import shutil
import subprocess
import sys


HERE = Path(__file__).parent


def run(folder, *words):
    """Run the program on a folder; return what it tells, or None when it was killed."""
    environ = {
        **os.environ,
        "SAMENBETER_KEY_FILE": str(folder / "keys" / "samenbeter.key"),
        "PYTHONPATH": os.pathsep.join(map(str, (HERE, HERE.parent / "upgrades", HERE.parent / "house"))),
    }
    program = subprocess.run(
        [sys.executable, HERE / "export_site.py", folder / "data", *words],
        capture_output=True,
        text=True,
        timeout=600,
        env=environ,
    )
    if program.returncode == -9:
        return None
    found = re.search(r"^TOLD (.*)$", program.stdout, re.MULTILINE)
    assert found, program.stderr[-3000:]
    return json.loads(found.group(1))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site with a resident in it."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("data", "keys"):
        (folder / name).mkdir()
    run(folder, "make")
    return folder


@pytest.mark.parametrize("moment", ["asked", "half", "kept"])
def test_the_job_finishes_it(made, tmp_path, moment):
    """Whenever it was: one whole file, one proof, and no request that waits."""
    folder = tmp_path / "site"
    shutil.copytree(made, folder)
    assert run(folder, "export", moment) is None
    told = run(folder, "go-on")
    assert told == {"request": 0, "export": 1, "proof": 1, "words": True, "again": None}
