"""Write the parts of the documentation that come from the code: ``make docs``.

First the REST examples are recorded, then the pages of docs/reference are made.
With --no-record the examples stay as they are.
"""

from docs_abuse import abuse_page
from docs_cases import cases_page
from docs_detector import detector_page
from docs_rest import rest_page
from docs_schemas import settings_page
from docs_schemas import types_page
from docs_tables import catalog_page
from docs_tables import make_page
from docs_tables import permissions_page
from pathlib import Path

import os
import subprocess
import sys
import time


ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
EXAMPLES = ROOT / "tests" / "http-examples"
RECORDERS = ("tests/house/test_rest_examples.py", "tests/house/test_rest_examples_desk.py")
PAGES = {
    "permissions.rst": permissions_page,
    "types.rst": types_page,
    "settings.rst": settings_page,
    "rest.rst": rest_page,
    "catalog.rst": catalog_page,
    "make-targets.rst": make_page,
    "detector.rst": detector_page,
    "abuse-cases.rst": abuse_page,
    "cases.rst": cases_page,
}


def record():
    """Run the tests that record the REST examples, and take away those that no test records any more."""
    started = time.time() - 1
    command = [sys.executable, "-m", "pytest", "-q", *RECORDERS]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "RECORD_EXAMPLES": "1"}, check=False)
    if done.returncode:
        sys.exit(f"The REST examples could not be recorded: see above. With --no-record: {Path(__file__).name}")
    for path in EXAMPLES.glob("*.re*"):
        if path.stat().st_mtime < started:
            path.unlink()


def main():
    if "--no-record" not in sys.argv[1:]:
        record()
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
