"""Bring questions from a file into the example neighbourhood, with the site stopped: ``make import``.

The same work as the page "Vragen inlezen" starts: it can be stopped at any moment, and
what is in already is passed over when it runs again.
"""

from pathlib import Path
from samenbeter.demo import start
from samenbeter.demo import zope_conf

import argparse
import signal
import sys


LANGUAGE = "en"
HELP = "JSON lines, or one JSON document, with questions of the national format"
RUNNING = """\
The data in {var} are in use: the site is running on them. Then bring the file in through
the site: log in as redactie, open the Vraagbaak, and choose "Vragen inlezen". Or stop
the site first, and run this again."""
STOPPED = """\
Stopped. What was done is kept. Run the same again to go on: what is in is passed over fast."""


class Refused(Exception):
    """It cannot be done like this; the message says why."""


class Halt:
    """Becomes true at the first Ctrl-C; the second one breaks off at once."""

    asked = False

    def __call__(self, signum, frame):
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        start.say("Stopping after the question that is being written")


def arguments(argv=None):
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="make import", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help=HELP)
    parser.add_argument("--var", type=Path, default=zope_conf.default_var())
    parser.add_argument("--desk", default="", help="path of the Vraagbaak in the site; the first one without it")
    return parser.parse_args(argv)


def data_of(path):
    """Return the bytes of the file."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"The file {path} cannot be read: {error.strerror}.") from None


def check(asked):
    """Refuse to begin where there is no site, or where it is running."""
    if not (asked.var / "filestorage" / "Data.fs").exists():
        raise Refused(f"There is no site in {asked.var} yet. Run `make start` once, and stop it with Ctrl-C.")
    try:
        zope_conf.check_unlocked(asked.var)
    except zope_conf.InUse:
        raise Refused(RUNNING.format(var=asked.var)) from None


def desk_in(site, path):
    """Return the desk at a path of the site; the one that was made first without a path."""
    if path:
        found = site.unrestrictedTraverse(path.strip("/"), None)
        if getattr(found, "portal_type", "") != "Vraagbaak":
            raise Refused(f"There is no Vraagbaak at {path}.")
        return found
    query = {"portal_type": "Vraagbaak", "sort_on": "created"}
    brains = site.portal_catalog.unrestrictedSearchResults(query)
    if not brains:
        raise Refused("The site has no Vraagbaak.")
    return brains[0]._unrestrictedGetObject()


def keep(data, asked):
    """Keep the document at the desk as a job; return what ``work`` needs to find it."""
    from samenbeter.demo import site as sites
    from samenbeter.vraagbaak.document import Unreadable
    from samenbeter.vraagbaak.jobs import add_job
    from zope.component.hooks import setSite
    from zope.i18n import translate

    import transaction

    with sites.opened(port=0) as app:
        if not sites.exists(app):
            raise Refused(f"There is no site in {asked.var} yet. Run `make start` once, and stop it with Ctrl-C.")
        site = app[sites.SITE_ID]
        setSite(site)
        desk = desk_in(site, asked.desk)
        try:
            job = add_job(desk, data)
        except Unreadable as unreadable:
            raise Refused(f"{asked.file}: {translate(unreadable.message, target_language=LANGUAGE)}") from None
        transaction.get().note("SamenBeter: a file was handed in")
        transaction.commit()
        return app._p_jar.db(), "/".join(desk.getPhysicalPath()), job.id


def tell(job):
    """Print how far it is; at the end what became of it."""
    from samenbeter.vraagbaak import import_words as words
    from samenbeter.vraagbaak import jobs
    from zope.i18n import translate

    start.say(words.progress_text(job, language=LANGUAGE))
    if job.state in jobs.GOING:
        return
    counts = words.counts(job)
    start.say()
    for name, title in words.COUNTS.items():
        start.say(f"  {counts[name]:>5}  {translate(title, target_language=LANGUAGE)}")
    for one in words.problems(job, language=LANGUAGE):
        start.say(f"  Line {one['line']}: {one['reason']} {one['id']}".rstrip())
    for one in words.kept(job, language=LANGUAGE):
        start.say(f"  Line {one['line']}: {one['title']} ({one['fields']})")
    if job.state == jobs.STOPPED:
        start.say(STOPPED)


def run(asked, halt):
    """Check, start Zope without a server, and do the work here; return the exit code."""
    data = data_of(asked.file)
    check(asked)
    conf = zope_conf.prepare(asked.var)
    zope_conf.set_environment(asked.var)
    start.log_to(asked.var / "log")
    start.say("Loading Plone (this takes a moment)")
    start.start_zope(conf)
    where = keep(data, asked)

    from samenbeter.vraagbaak.jobs import FINISHED
    from samenbeter.vraagbaak.runner import work

    ended = []
    work(*where, tell=lambda job: (tell(job), ended.append(job.state)), halt=lambda: halt.asked)
    return 0 if ended and ended[-1] == FINISHED else 1


def main(argv=None):
    """Bring a file in; return the exit code."""
    asked = arguments(argv)
    asked.var = asked.var.absolute()
    halt = Halt()
    signal.signal(signal.SIGINT, halt)
    signal.signal(signal.SIGTERM, halt)
    try:
        return run(asked, halt)
    except Refused as reason:
        start.say(str(reason))
        return 1
    except KeyboardInterrupt:
        start.say(STOPPED)
        return 1
    finally:
        start.close_database()


if __name__ == "__main__":
    sys.exit(main())
