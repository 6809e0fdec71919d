"""A site in a folder of its own, for the maintenance command: made, or served until SIGTERM.

Run as a program, because a test process has room for one database.
"""

from pathlib import Path
from samenbeter.demo import ports
from samenbeter.demo import start
from samenbeter.demo import zope_conf

import argparse
import signal
import sys


MARK = "zilverreiger"


def make():
    """Make a classic site with our profile; something was in it and is erased."""
    from AccessControl.SecurityManagement import newSecurityManager
    from plone import api
    from Products.CMFPlone.factory import addPloneSite
    from samenbeter.demo import site
    from samenbeter.shared import vault
    from zope.component.hooks import setSite

    import transaction

    with site.opened(8080) as app:
        app.acl_users._doAddUser("admin", "a-long-test-password", ["Manager"], [])
        newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
        portal = addPloneSite(app, site.SITE_ID, distribution_name="classic", setup_content=False)
        setSite(portal)
        site.apply_profile(portal, site.PROFILE, lambda step: None)
        vault.UNANSWERED.add(("privacy", "note"))
        vault.get().add("privacy", "note", {"text": "dag"}, purpose="samenbeter.rights", subject="member:a")
        portal.description = MARK
        transaction.commit()
        portal.description = ""
        api.portal.get().title = "Buurt"
        transaction.commit()


def serve(application, port):
    """Serve until SIGTERM."""
    import waitress.server

    server = waitress.server.create_server(application, sockets=ports.open_sockets("localhost", port), ident=None)
    try:
        server.run()
    finally:
        server.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--var", type=Path, required=True)
    parser.add_argument("--port", type=int)
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    conf = zope_conf.prepare(asked.var)
    zope_conf.set_environment(asked.var)
    start.log_to(asked.var / "log")
    application = start.start_zope(conf)
    try:
        if asked.port:
            serve(application, asked.port)
        else:
            make()
    finally:
        start.close_database()


if __name__ == "__main__":
    main()
