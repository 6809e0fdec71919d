"""Find a Python that can run SamenBeter. Works in any Python 3, also an old one."""

import shutil
import subprocess


OLDEST = (3, 10)
BROKEN = (3, 13, 0)  # it cannot copy objects of the database; 3.13.1 can again
# The first that fits. 3.13 and newer come last: they need a stand-in for a part of
# the standard library that is gone (cgi).
CANDIDATES = ("python3.12", "python3.11", "python3.10", "python3.13", "python3")

ABOUT = "import sys; print(*sys.version_info[:3], sys.executable); import venv, ensurepip"


class Failed(Exception):
    """The installation cannot go on; the message says why and what to do."""


def ask_about(command):
    """Return (version, path, has_venv) of a Python, or None if it is not there."""
    path = shutil.which(command)
    if path is None:
        return None
    asked = subprocess.run(  # noqa: UP022 (spelled so that Python 3.6 can run it)
        [path, "-c", ABOUT], check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    words = asked.stdout.decode(errors="replace").split(None, 3)
    if len(words) != 4:
        return None
    return tuple(int(word) for word in words[:3]), words[3].strip(), asked.returncode == 0


def objection(version, has_venv):
    """Return why a Python cannot be used, as the end of a sentence, or None."""
    if version < OLDEST:
        return "SamenBeter needs Python 3.10 or newer"
    if version == BROKEN:
        return "that one release has an error that stops the database; 3.13.1 is fine"
    if not has_venv:
        return "its modules venv and ensurepip are missing. On Debian and Ubuntu: apt install python3-venv"
    return None


def choose_python(wanted):
    """Return (version, path) of the Python that the environment is made with."""
    objections = []
    for command in (wanted,) if wanted else CANDIDATES:
        found = ask_about(command)
        if found is None:
            continue
        version, path, has_venv = found
        wrong = objection(version, has_venv)
        if wrong is None:
            return version, path
        objections.append("{} is Python {}.{}.{}, but {}.".format(path, *version, wrong))
    if not objections:
        objections.append(f"There is no working {wanted or 'python3'} here.")
    raise Failed("\n".join([*objections, "Install Python 3.10 or newer, or name one: make install PYTHON=python3.12"]))
