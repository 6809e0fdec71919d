"""Show the example neighbourhood on this machine: ``make start``.

One process: it makes the site when there is none, serves it, and says where it is.
Ctrl-C and SIGTERM stop it.
"""

from contextlib import contextmanager
from pathlib import Path
from samenbeter.demo import accounts
from samenbeter.demo import ports
from samenbeter.demo import zope_conf

import argparse
import logging
import logging.handlers
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
import warnings


STEPS = 4
PATIENCE = 180  # seconds that the first page may take


class Refused(Exception):
    """The demo cannot be served like this; the message says why."""


def say(text=""):
    """Print at once, also when the output goes to a file."""
    print(text, flush=True)


class Stop:
    """Leaves whatever is going on; what is open is closed on the way out.

    Right after the first signal others are passed over: ``make`` hands on a signal
    that this process got itself too, and it must not break off the closing.
    """

    patience = 5
    since = None

    def __call__(self, signum, frame):
        now = time.monotonic()
        if self.since is None or now > self.since + self.patience:
            self.since = now
            raise SystemExit(0)


def arguments(argv=None):
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="make start", description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--var", type=Path, default=zope_conf.default_var())
    return parser.parse_args(argv)


def log_to(folder):
    """Send what Zope reports to a file. Who visits what is not recorded anywhere."""
    handler = logging.handlers.RotatingFileHandler(
        folder / "event.log", maxBytes=5_000_000, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of others' code, and not for who tries ours


def start_zope(conf):
    """Load Zope, Plone and SamenBeter; return the WSGI application."""
    from samenbeter.shared import discreet
    from samenbeter.shared.wsgi import LastResort
    from samenbeter.shared.wsgi_headers import Headers
    from Zope2.Startup.run import make_wsgi_app
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    discreet.install()
    return Headers(LastResort(HTTPExceptionHandler(make_wsgi_app({}, str(conf)))))


def close_database():
    """Close the database, when it was opened at all."""
    Zope2 = sys.modules.get("Zope2")
    for database in getattr(Zope2, "opened", ()):
        database.close()


def ensure_site(asked):
    """Make the site when there is none; refuse to show known passwords to others."""
    from samenbeter.demo import site

    with site.opened(asked.port) as app:
        present = site.exists(app)
        if not ports.is_loopback(asked.host) and (not present or site.has_demo_accounts(app)):
            raise Refused(
                f"With the demo accounts the site is served on localhost only, not on "
                f"{asked.host}: everyone knows their password."
            )
        if not present:
            say(f"2/{STEPS} Making the example neighbourhood (once)")
            site.make(app, asked.var, lambda step: say(f"      {step}"))
            return
        say(f"2/{STEPS} The neighbourhood is there already")
        waiting = site.pending_upgrades(app)
        if waiting:
            say(
                f"      This release has {waiting} upgrade steps for it. Run them as "
                f"beheer at {address(asked.port)}/prefs_install_products_form"
            )


def use(portal, server, url):
    """Tell the example site where its mail goes, and where it is: links in mails lead there."""
    from plone import api
    from samenbeter.demo import mailbox

    mailbox.use(portal, server)
    api.portal.set_registry_record("samenbeter.privacy.site_url", url)


@contextmanager
def letter_box(asked):
    """Keep what the demo mails in a folder, as long as it is served; on another site mail goes its own way."""
    from samenbeter.demo import mailbox
    from samenbeter.demo import site

    with site.opened(asked.port) as app:
        server = mailbox.opened(asked.var / "mail") if site.has_demo_accounts(app) else None
        if server is not None:
            site.change(app, lambda portal: use(portal, server, address(asked.port)))
    try:
        yield
    finally:
        if server is not None:
            server.stop()


def address(port):
    """Return the address of the site; the theme is off on 127.0.0.1."""
    return f"http://localhost:{port}/samenbeter"


def first_answer(port):
    """Wait for the first page; return its status, or 0 when none came."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with opener.open(address(port), timeout=PATIENCE) as page:
                page.read()
                return page.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.2)
    return 0


def welcome(asked):
    """Say where the site is, and who can log in, once it answers."""
    status = first_answer(asked.port)
    if status != 200:
        say(
            f"The site answers with status {status} at {address(asked.port)}. "
            f"What went wrong stands in {asked.var}/log/event.log"
        )
        return
    say(f"{STEPS}/{STEPS} Ready")
    say()
    say(f"  {address(asked.port)}")
    say()
    say(f"  Log in with the password {accounts.PASSWORD} as:")
    for line in accounts.table():
        say(f"    {line}")
    say()
    say(f"  Mail that the site sends is put into {asked.var / 'mail'}.")
    say(f"  The data are in {asked.var}. Stop with Ctrl-C.")


def serve(application, asked):
    """Serve until a signal comes."""
    from samenbeter.shared import ticker

    import waitress.server

    say(f"3/{STEPS} Starting the server")
    server = waitress.server.create_server(
        application,
        sockets=ports.open_sockets(asked.host, asked.port),
        threads=4,
        ident=None,
        clear_untrusted_proxy_headers=True,
    )
    threading.Thread(target=welcome, args=(asked,), daemon=True).start()
    try:
        with ticker.running(address(asked.port)):
            server.run()
    finally:
        server.close()


def run(asked):
    """Check, start, make what is missing, serve."""
    ports.check_free(asked.host, asked.port)
    conf = zope_conf.prepare(asked.var)
    zope_conf.check_unlocked(asked.var)
    zope_conf.set_environment(asked.var)
    log_to(asked.var / "log")
    say(f"1/{STEPS} Loading Plone (the first time takes half a minute)")
    application = start_zope(conf)
    ensure_site(asked)
    with letter_box(asked):
        serve(application, asked)


def main(argv=None):
    """Run the demo; return the exit code."""
    asked = arguments(argv)
    asked.var = asked.var.absolute()
    stop = Stop()
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    try:
        run(asked)
    except (Refused, ports.Busy, zope_conf.InUse) as reason:
        say(str(reason))
        return 1
    except SystemExit:
        pass  # a signal came while it was not serving yet
    finally:
        close_database()
    say("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
