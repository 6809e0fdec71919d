"""Look for newer releases of everything and write them to constraints.txt.

Run it by hand in a filled environment, then ``make install``, run it once more (it
takes the spelling of new names from what is installed), and run all tests.
"""

from collections import Counter
from importlib.metadata import distributions
from pathlib import Path

import re
import subprocess
import sys
import tempfile


ROOT = Path(__file__).parents[1]
PINS = ROOT / "constraints.txt"
HEAD = """\
# Every package that SamenBeter, its tests and its tools run on, at the version they
# were tried with. pip and uv read this file; versions.cfg is made from it by
# scripts/versions.py. Look for newer ones with scripts/pins.py.
"""
# What stays behind the newest release, with the reason.
HELD_BACK = {
    "soupsieve<3": "3 and 4 ask for a certain 3.10.x and 3.11.x; one pin must do for all",
}
FORK = re.compile(r"python_full_version (<|>=) '3\.11'")


# What scripts/install.py gets before it installs what setup.py asks for.
FIRST = "uv\n"


def canonical(name):
    """Return a package's name in the one spelling that all tools agree on."""
    return re.sub(r"[-_.]+", "-", name).lower()


def spellings():
    """Return the names as their makers write them; buildout wants the dots."""
    written = PINS.read_text().splitlines() if PINS.exists() else []
    names = [line.partition("==")[0] for line in written if "==" in line]
    names += [found.metadata["Name"] for found in distributions()]
    return {canonical(name): name for name in names}


def resolve():
    """Return the resolver's lines: one set of versions for each supported Python."""
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder, "held.txt")
        held.write_text("\n".join(HELD_BACK))
        first = Path(folder, "first.in")
        first.write_text(FIRST)
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet"]
        command += ["--universal", "--python-version", "3.10", "--all-extras"]
        command += ["--no-header", "--no-annotate", "--upgrade", "-c", str(held)]
        answer = subprocess.run([*command, "setup.py", str(first)], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return answer.stdout.decode().splitlines()


def pin(line, names):
    """Return one line of constraints.txt; it differs between Pythons at 3.11 only.

    Other conditions are left out: a pin of what is not installed does no harm.
    """
    wanted, _, condition = line.partition(" ; ")
    name, _, version = wanted.partition("==")
    text = f"{names.get(canonical(name), name)}=={version}"
    fork = FORK.search(condition)
    return f'{text}; python_version {fork[1]} "3.11"' if fork else text


def main():
    names = spellings()
    pins = sorted({pin(line, names) for line in resolve()}, key=str.lower)
    known = Counter((line.split("==")[0], line.partition(";")[2]) for line in pins)
    double = [name for (name, _), times in known.items() if times > 1]
    if double:
        sys.exit(f"Two pins for one Python, hold one back: {', '.join(double)}")
    PINS.write_text(HEAD + "\n".join(pins) + "\n")
    print(f"constraints.txt has {len(pins)} pins now")


if __name__ == "__main__":
    main()
