"""The folder with the data (``var``), and the settings that Zope starts with."""

from pathlib import Path

import locale
import os
import zc.lockfile


SETTINGS = """\
# Written anew at each `make start`; changes made here do not stay.
%define VAR {var}

instancehome $VAR
clienthome $VAR
pid-filename $VAR/zope.pid
debug-mode off
# people who write at the same moment wait for each other; three tries are not enough for forty
max-conflict-retries 6

<zodb_db main>
  mount-point /
  cache-size 30000
  <filestorage>
    path $VAR/filestorage/Data.fs
    blob-dir $VAR/blobstorage
    # What is deleted must be gone: a pack leaves no copy of before.
    pack-keep-old false
  </filestorage>
</zodb_db>
"""


class InUse(Exception):
    """Another process has the database open; the message says what to do."""


def prepare(var):
    """Make the folders and write the settings; return the path of zope.conf."""
    for name in ("etc", "filestorage", "blobstorage", "log", "cache"):
        (var / name).mkdir(parents=True, exist_ok=True)
    conf = var / "etc" / "zope.conf"
    conf.write_text(SETTINGS.format(var=var), encoding="utf-8")
    return conf


def set_environment(var):
    """Set what Zope and Plone read from the environment while they are imported."""
    os.environ.setdefault("zope_i18n_compile_mo_files", "true")
    os.environ.setdefault("zope_i18n_allowed_languages", "nl en")
    os.environ.setdefault("CHAMELEON_CACHE", str(var / "cache"))
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        # Set to a language that this machine does not have; Zope would stop at it.
        os.environ["LC_ALL"] = "C"


def check_unlocked(var):
    """Raise InUse when another process has the database open."""
    lock = var / "filestorage" / "Data.fs.lock"
    try:
        zc.lockfile.LockFile(str(lock)).close()
    except zc.lockfile.LockError:
        pid = lock.read_text(encoding="utf-8", errors="replace").strip()
        raise InUse(
            f"The data in {var} are in use by another process (number {pid or '?'}). "
            "Stop that one first, or start beside it with data of its own: "
            "VAR=var2 PORT=8081 make start"
        ) from None


def default_var():
    """Return the folder that is used when none is named: var, where you are."""
    return Path("var")
