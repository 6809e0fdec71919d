"""Say where a program of the machine is that some tests need.

Prints its path (of PostgreSQL: the folder of its programs), or one sentence about what
to install, with exit code 1.
"""

from pathlib import Path

import os
import shutil
import sys


BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SERVER = ("initdb", "pg_ctl")


def chromium():
    """Return the path of a chromium, or None. CHROMIUM names one."""
    named = os.environ.get("CHROMIUM")
    for name in (named,) if named else BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    return None


def nginx():
    """Return the path of nginx, or None. NGINX names one."""
    # Debian keeps it where only administrators look
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"
    return shutil.which(os.environ.get("NGINX") or "nginx", path=path)


def postgresql():
    """Return the folder with initdb and pg_ctl, or None. PG_BIN names one."""
    named = os.environ.get("PG_BIN")
    on_path = shutil.which(SERVER[0])
    folders = [Path(named)] if named else []
    if not named:
        # Debian keeps them off the path; the newest release first.
        versions = Path("/usr/lib/postgresql").glob("*/bin")
        if on_path:
            folders.append(Path(os.path.realpath(on_path)).parent)
        folders += sorted(versions, key=lambda path: path.parent.name, reverse=True)
    for folder in folders:
        if all(os.access(folder / program, os.X_OK) for program in SERVER):
            return str(folder)
    return None


NEEDS = {
    "chromium": (
        chromium,
        "The browser tests need chromium: apt install chromium, or say where it is: "
        "make test-browser CHROMIUM=/path/to/chromium",
    ),
    "nginx": (
        nginx,
        "These tests start an nginx of their own: apt install nginx-light, or say where it is: "
        "make test-proxy NGINX=/path/to/nginx",
    ),
    "postgresql": (
        postgresql,
        "These tests start a PostgreSQL of their own and need its programs initdb and "
        "pg_ctl: apt install postgresql, or say where they are: "
        "make test-postgresql PG_BIN=/path/to/bin",
    ),
}


def main():
    find, missing = NEEDS[sys.argv[1]]
    found = find()
    if found is None:
        sys.exit(missing)
    print(found)


if __name__ == "__main__":
    main()
