"""An export that is killed is made again from the start, and there is never half a file."""

import programs
import pytest
import shutil


pytestmark = pytest.mark.crash


def run(folder, *words):
    """Run the program on a folder; return what it tells, or None when it was killed."""
    return programs.run("export_site.py", folder, *words)


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
