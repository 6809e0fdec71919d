"""Programs on a site of their own, which tests may kill."""

from pathlib import Path

import json
import os
import re
import subprocess
import sys


HERE = Path(__file__).parent


def run(name, folder, *words):
    """Run one of the programs beside this file on a folder; return what it tells, or None when it was killed."""
    environ = {
        **os.environ,
        "SAMENBETER_KEY_FILE": str(folder / "keys" / "samenbeter.key"),
        "PYTHONPATH": os.pathsep.join(map(str, (HERE, HERE.parent / "upgrades", HERE.parent / "house"))),
    }
    program = subprocess.run(
        [sys.executable, HERE / name, folder / "data", *map(str, words)],
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
