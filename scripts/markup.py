"""Format the ZCML and XML of the package, or only check it with ``--check``."""

from pathlib import Path

import os
import subprocess
import sys


ROOT = Path(__file__).parents[1]
FOLDERS = ("src/samenbeter", "profiles")
STYLES = {".zcml": "-z", ".xml": "-x"}


def files(ending):
    """Return the files with this ending, each once: a symlink is not followed."""
    found = []
    for folder in FOLDERS:
        for where, _, names in os.walk(ROOT / folder):
            found += [Path(where, name) for name in names if name.endswith(ending)]
    return sorted(str(path.relative_to(ROOT)) for path in found)


def main():
    how = "--check" if "--check" in sys.argv[1:] else "-i"
    wrong = 0
    for ending, style in STYLES.items():
        paths = files(ending)
        if paths:
            command = [sys.executable, "-m", "zpretty.cli", style, how, *paths]
            wrong |= subprocess.run(command, cwd=ROOT, check=False).returncode
    if wrong:
        sys.exit("Run `make format` to set the ZCML and XML right.")


if __name__ == "__main__":
    main()
