"""Find a Python that can run SamenBeter. Works in any Python 3, also an old one."""

import shutil
import subprocess


OLDEST = (3, 10)
# The first that fits. 3.13 and newer come last: they need a stand-in for a part of
# the standard library that is gone (cgi).
CANDIDATES = ("python3.12", "python3.11", "python3.10", "python3.13", "python3")

ABOUT = "import sys; print(sys.version_info[0], sys.version_info[1], sys.executable);import venv, ensurepip"


class Failed(Exception):
    """The installation cannot go on; the message says why and what to do."""


def ask_about(command):
    """Return ((major, minor), path, has_venv) of a Python, or None if it is not there."""
    path = shutil.which(command)
    if path is None:
        return None
    asked = subprocess.run(  # noqa: UP022 (spelled so that Python 3.6 can run it)
        [path, "-c", ABOUT], check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    words = asked.stdout.decode(errors="replace").split(None, 2)
    if len(words) != 3:
        return None
    version = (int(words[0]), int(words[1]))
    return version, words[2].strip(), asked.returncode == 0


def choose_python(wanted):
    """Return (version, path) of the Python that the environment is made with."""
    too_old = without_venv = None
    for command in (wanted,) if wanted else CANDIDATES:
        found = ask_about(command)
        if found is None:
            continue
        version, path, has_venv = found
        if version < OLDEST:
            too_old = f"{path} is Python {version[0]}.{version[1]}"
        elif not has_venv:
            without_venv = f"{path} is Python {version[0]}.{version[1]}"
        else:
            return version, path
    if without_venv:
        raise Failed(
            without_venv + ", but its modules venv and ensurepip are not installed. "
            "On Debian and Ubuntu: apt install python3-venv."
        )
    if too_old:
        raise Failed(
            too_old + ", but SamenBeter needs Python 3.10 or newer. Install one, "
            "or name it: make install PYTHON=python3.12"
        )
    raise Failed(
        f"There is no working {wanted or 'python3'} here. Install Python 3.10 or newer, "
        "or name one: make install PYTHON=python3.12"
    )
