"""Maintain a site, running or stopped: ``python -m samenbeter.shared.maintain COMMAND``.

tick: do all that is due. jobs: how it goes with them. retention: erase what has had its
time (--dry-run: only count it). pack: pack the database. seals: seal the audit log.
check-audit: look whether somebody changed it. rotate: give the vault a new key.
check-vault: look whether all of it can be read. erasures: erase again what a backup
brought back.

With --url the running site at that address does it. Without it the database is opened
here; when another process has it, that one is asked at the usual address.

Exit code 0: fine; 1: there is a problem, and it says which; 2: it cannot be done like this.
"""

from pathlib import Path
from samenbeter.shared import keys
from samenbeter.shared import tick_client

import argparse
import locale
import logging
import os
import sys
import urllib.error
import urllib.parse
import zc.lockfile


COMMANDS = ("tick", "jobs", "retention", "pack", "seals", "check-audit", "rotate", "check-vault", "erasures")
CANNOT = 2


class Refused(Exception):
    """It cannot be done like this; the message says in one sentence what it needs."""


def say(text):
    """Print at once, also when the output goes to a file."""
    print(text, flush=True)  # noqa: T201 - it is a program


def arguments(argv=None):
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m samenbeter.shared.maintain",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--dry-run", action="store_true", help="with retention: only count")
    parser.add_argument("--var", type=Path, default=Path("var"), help="the folder with the data (var)")
    parser.add_argument("--conf", type=Path, help="zope.conf of the site (etc/zope.conf in the folder with the data)")
    parser.add_argument("--site", default="/samenbeter", help="path of the site in the database (/samenbeter)")
    parser.add_argument("--url", help="address of the running site, on this machine")
    asked = parser.parse_args(argv)
    if asked.dry_run and asked.command != "retention":
        parser.error("--dry-run goes with retention only")
    asked.conf = asked.conf or asked.var.absolute() / "etc" / "zope.conf"
    asked.ask = bool(asked.url)
    asked.url = asked.url or f"http://localhost:8080/{asked.site.strip('/')}"
    asked.words = ["--dry-run"] if asked.dry_run else []
    return asked


def configuration(conf):
    """Return the settings in a zope.conf; nothing is opened."""
    from Zope2.Startup.options import ZopeWSGIOptions

    import App.config
    import ZConfig

    if not conf.is_file():
        raise Refused(f"There is no {conf}: name the settings of the site with --conf, or its data with --var.")
    try:
        settings = ZopeWSGIOptions(configfile=str(conf))().configroot
    except (ZConfig.ConfigurationError, OSError) as error:
        raise Refused(f"The settings in {conf} cannot be read: {error}") from None
    os.environ.update(settings.environment)
    App.config.setConfiguration(settings)
    return settings


def is_running(settings):
    """True when another process has one of the files of the database open."""
    for path in filter(None, (_file_of(database.config.storage) for database in settings.databases)):
        try:
            zc.lockfile.LockFile(f"{path}.lock").close()
        except zc.lockfile.LockError:
            return True
        except OSError as error:
            raise Refused(f"The data in {path} cannot be opened: {error.strerror}.") from None
    return False


def _file_of(storage):
    """Return the path of a FileStorage; None for what more processes can open."""
    config = getattr(storage, "config", None)
    if config is None or type(storage).__name__ == "FileStorage":
        return getattr(config, "path", None)
    return _file_of(getattr(config, "base", None))


def ask(asked):
    """Let the running site do it; return the exit code."""
    host = urllib.parse.urlsplit(asked.url).hostname
    if host not in ("localhost", "127.0.0.1", "::1"):
        raise Refused("A running site is asked on its own machine only: name its address there with --url.")
    fields = {"command": asked.command, "arguments": " ".join(asked.words)}
    while True:
        try:
            answer = tick_client.ask(asked.url, fields)
        except urllib.error.HTTPError as error:
            raise Refused(
                f"The running site does not answer at {asked.url} (status {error.code}): name its address with "
                f"--url, and its key file with {keys.ENVIRONMENT}, or stop it first."
            ) from None
        except (OSError, ValueError) as error:
            raise Refused(
                f"{asked.url} does not answer ({type(error).__name__}): name the address of the running site with "
                "--url, or stop the site and leave --url out."
            ) from None
        if _told(answer):
            return answer["code"]


def work(asked):
    """Open the database and do it here; return the exit code."""
    os.environ.setdefault("zope_i18n_compile_mo_files", "true")
    os.environ.setdefault("zope_i18n_allowed_languages", "nl en")
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        # set to a language that this machine does not have; Zope would stop at it
        os.environ["LC_ALL"] = "C"

    from Zope2.Startup.run import make_wsgi_app

    import Zope2

    make_wsgi_app({}, str(asked.conf))
    try:
        return _work(asked, Zope2.DB)
    finally:
        for database in Zope2.opened:
            database.close()


def _work(asked, database):
    from samenbeter.shared import jobs
    from samenbeter.shared import maintaining
    from samenbeter.shared.system import opened

    if not _has_site(database, asked.site):
        raise Refused(f"There is no site at {asked.site}: name its path with --site.")
    with opened(database, asked.site):
        if jobs.look() is None:
            raise Refused(f"The add-on is not installed in {asked.site}, or has upgrade steps to run.")
        while True:
            answer = maintaining.perform(asked.command, asked.words)
            if _told(answer):
                return answer["code"]


def _has_site(database, path):
    import transaction

    connection = database.open()
    try:
        place = connection.root()["Application"]
        for name in filter(None, path.split("/")):
            place = place._getOb(name, None) if hasattr(place, "_getOb") else None
        return place is not None and hasattr(place, "portal_setup")
    finally:
        transaction.abort()
        connection.close()


def _told(answer):
    """Print what was done; return whether that was all."""
    for line in answer["lines"]:
        say(line)
    return answer["code"] or not answer["more"]


def main(argv=None):
    """Do a command; return the exit code."""
    logging.basicConfig(level=logging.ERROR, format="%(levelname)s %(name)s %(message)s")
    asked = arguments(argv)
    try:
        settings = configuration(asked.conf)
        return ask(asked) if asked.ask or is_running(settings) else work(asked)
    except Refused as reason:
        say(str(reason))
        return CANNOT
    except keys.VaultProblem as problem:
        say(str(problem))
        return CANNOT
    except KeyboardInterrupt:
        say("Stopped. What was done is kept; run the same again to go on.")
        return 1


if __name__ == "__main__":
    sys.exit(main())
