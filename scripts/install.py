"""Make the environment .venv with everything pinned in it.

Run by ``make install``. Needs nothing but Python itself, and may be started by an old
one: it looks for a Python that is new enough. A second run sees that all is in place
and does nothing.
"""

from find_python import ask_about
from find_python import choose_python
from find_python import Failed

import argparse
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time


ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "samenbeter-installed")
EXTRAS = "test,browser,postgresql,dev"
MEGABYTE = 1024 * 1024
ROOM_NEEDED = 1500 * MEGABYTE
BEAT = 15  # seconds of silence before a sign of life

REASONS = (
    (
        r"No space left on device|Disk quota exceeded|os error 28",
        "The disk is full. Free about 1.5 GB and run `make install` again.",
    ),
    (
        r"dns error|failed to lookup|name resolution|Connection refused|unreachable"
        r"|error sending request|timed out|NewConnectionError|Failed to fetch"
        r"|ProxyError|tunnel error",
        "The package index does not answer. Check the network or the proxy settings and run `make install` again.",
    ),
)


def say(text):
    """Print one line at once, also when the output goes to a file."""
    print(text, flush=True)


def venv_python():
    """Return the path of the Python inside the environment."""
    return os.path.join(VENV, "bin", "python")


def venv_version():
    """Return the version of the existing environment, or None when it is unusable."""
    if not os.path.exists(venv_python()):
        return None
    try:
        with open(os.path.join(VENV, "pyvenv.cfg")) as settings:
            found = re.search(r"version\w* = (\d+)\.(\d+)", settings.read())
    except OSError:
        return None
    return (int(found.group(1)), int(found.group(2))) if found else None


def fingerprint(version):
    """Return what the environment depends on, as one digest.

    The place is part of it: a copied environment starts programs of the original.
    """
    digest = hashlib.sha256()
    for name in ("constraints.txt", "setup.py"):
        with open(os.path.join(ROOT, name), "rb") as source:
            digest.update(source.read())
    digest.update(repr((ROOT, EXTRAS, tuple(version))).encode())
    return digest.hexdigest()


def read_stamp():
    """Return the digest that the last finished installation left behind."""
    try:
        with open(STAMP) as stamp:
            return stamp.read().strip()
    except OSError:
        return None


def write_stamp(version):
    """Note that the installation is finished, as the very last thing."""
    with open(STAMP, "w") as stamp:
        stamp.write(fingerprint(version) + "\n")


def run(command, quiet=False):
    """Run a command, show what it says, and return (went well, what it said).

    Lists of single packages are left out; a sign of life comes when it is silent.
    """
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    started = time.time()
    done = threading.Event()

    def beat():
        while not done.wait(BEAT):
            say(f"      still busy, {int(time.time() - started)} seconds")

    threading.Thread(target=beat, daemon=True).start()
    said = []
    try:
        for raw in process.stdout:
            line = raw.decode(errors="replace").rstrip()
            said.append(line)
            if line and not quiet and not re.match(r"\s*[+~-] ", line):
                say("      " + line)
    except BaseException:
        # Neither it nor what it started may go on in the background.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    finally:
        done.set()
    return process.wait() == 0, "\n".join(said)


def explain(said):
    """Return the sentence that fits the last words of a failed command, or None."""
    for pattern, sentence in REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            return sentence
    return None


def fail(said):
    """Stop with the reason that fits, or with the last words themselves."""
    tail = "\n".join(said.splitlines()[-15:])
    raise Failed(explain(said) or tail + "\nThe installation failed: see above.")


def make_venv(python):
    """Make an empty environment, over what a broken-off run may have left."""
    well, said = run([python, "-m", "venv", "--clear", VENV], quiet=True)
    if not well:
        fail(said)


def get_uv():
    """Install uv in the environment; return whether it is to be had."""
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check"]
    well, said = run([*pip, "install", "-q", "-c", "constraints.txt", "uv"], quiet=True)
    if not well and explain(said):
        raise Failed(explain(said))
    return well


def install_with_uv():
    """Install the package and all it needs by uv; return (went well, what it said)."""
    uv = [venv_python(), "-m", "uv", "pip", "install", "--python", venv_python()]
    uv += ["-c", "constraints.txt"]
    well, said = run([*uv, "setuptools", "wheel", "python-gettext"], quiet=True)
    if not well:
        return well, said
    return run([*uv, "--no-build-isolation-package", "samenbeter", "-e", ".[" + EXTRAS + "]"])


def install_with_pip():
    """Install the package and all it needs by pip, which takes minutes."""
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    pip += ["-c", "constraints.txt"]
    well, said = run([*pip, "setuptools", "wheel", "python-gettext"])
    if not well:
        return well, said
    return run([*pip, "--no-build-isolation", "-e", ".[" + EXTRAS + "]"])


def install_packages():
    """Install everything, by uv and else by pip."""
    if get_uv():
        well, said = install_with_uv()
        if well:
            return
        if explain(said) == REASONS[0][1]:
            raise Failed(explain(said))
        say("      uv could not do it. pip tries now, that takes some minutes.")
    else:
        say("      uv is not to be had here. pip does it, that takes some minutes.")
    well, said = install_with_pip()
    if not well:
        fail(said)


def check_room():
    """Stop when the disk has not enough room for a new environment."""
    free = shutil.disk_usage(ROOT).free
    if free < ROOM_NEEDED:
        raise Failed(
            f"The disk has {free // MEGABYTE} MB free and the installation needs "
            "1500 MB. Free some room and run `make install` again."
        )


def wait_for_turn():
    """Let one installation work at a time; return what holds the turn."""
    try:
        import fcntl
    except ImportError:
        return None
    turn = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(turn, fcntl.LOCK_EX)
    return turn


def install(wanted):
    """Bring .venv up to date with setup.py and constraints.txt."""
    present = venv_version()
    if wanted and present:
        asked = ask_about(wanted)
        if asked is None or asked[0][:2] != present:
            present = None
    if present and read_stamp() == fingerprint(present):
        return
    if present is None or read_stamp() is None:
        version, python = choose_python(wanted)
        check_room()
        if os.path.isdir(VENV):
            say("The .venv here is unfinished or of another Python: it is made anew.")
        say(f"1/3 Making .venv with Python {version[0]}.{version[1]} ({python})")
        make_venv(python)
        present = version[:2]
    else:
        say("1/3 setup.py or constraints.txt changed: bringing .venv up to date")
        os.remove(STAMP)
    say("2/3 Installing Plone and the rest, about 320 packages")
    install_packages()
    write_stamp(present)
    say("3/3 Everything is installed in .venv")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default="", help="the Python to make .venv with")
    wanted = parser.parse_args().python
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    turn = wait_for_turn()
    try:
        install(wanted)
    except Failed as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit("Stopped. Run `make install` again to finish.")
    finally:
        if turn is not None:
            os.close(turn)


if __name__ == "__main__":
    main()
