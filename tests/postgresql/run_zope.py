"""One Zope process on RelStorage, or on a file without ``--dsn``: serve the site; make it first with ``--make``.

Run by the fixtures as a program, because a test process has room for one database.
What was made is reported as JSON in the file that ``--make`` names.
"""

from pathlib import Path
from samenbeter.demo import ports
from samenbeter.demo import start
from samenbeter.demo import zope_conf
from ZPublisher import HTTPRequest

import argparse
import clock_work
import json
import signal
import sys
import vault_work


PASSWORD = "a-long-test-password"
# log-in name: group
PEOPLE = {"redactie": "Vraagbaak Editor", "beheer": "Site Administrators", "expert": "Expert"}

SETTINGS = """\
%import relstorage
%define VAR {var}

instancehome $VAR
clienthome $VAR
debug-mode off
# as docs/how-to/postgresql.rst advises for more than one process
max-conflict-retries 6

<zodb_db main>
  mount-point /
  cache-size 30000
  <relstorage>
    keep-history false
    blob-dir $VAR/blobcache
    shared-blob-dir false
    cache-local-mb 50
    commit-lock-timeout 30
    <postgresql>
      driver psycopg2
      dsn {dsn}
    </postgresql>
  </relstorage>
</zodb_db>
"""


def load(var, dsn):
    """Write the settings of a process and load Zope with them; return the WSGI application."""
    conf = zope_conf.prepare(var)
    if dsn:
        conf.write_text(SETTINGS.format(var=var, dsn=dsn), encoding="utf-8")
    zope_conf.set_environment(var)
    start.log_to(var / "log")
    application = start.start_zope(conf)
    vault_work.register()
    clock_work.register()
    # the clients of these tests say themselves from which address they come
    HTTPRequest.trusted_proxies = ["127.0.0.1", "::1"]
    return application


def make(var):
    """Make a classic site with our profile, a desk, a partner, and people who log in."""
    from AccessControl.SecurityManagement import newSecurityManager
    from plone import api
    from plone.uuid.interfaces import IUUID
    from Products.CMFPlone.factory import addPloneSite
    from samenbeter.demo import site
    from zope.component.hooks import setSite

    import transaction

    with site.opened(8080) as app:
        newSecurityManager(None, site.ensure_admin(app, var))
        portal = addPloneSite(
            app,
            site.SITE_ID,
            title="SamenBeter",
            distribution_name="classic",
            setup_content=False,
            default_language="nl",
            portal_timezone="Europe/Amsterdam",
        )
        setSite(portal)
        site.apply_profile(portal, site.PROFILE, lambda step: None)
        api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
        desk = api.content.create(portal, "Vraagbaak", "vraagbaak", title="Vraagbaak")
        api.content.transition(desk, "open")
        folder = api.content.create(portal, "Folder", "partners", title="Partners")
        api.content.transition(folder, "publish")
        partner = api.content.create(folder, "PartnerOrganisation", "de-post", title="De Post")
        api.content.transition(partner, "activate")
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@samenbeter.example", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
        api.group.add_user(groupname=f"{IUUID(partner)}-experts", username="expert")
        transaction.commit()
        return {"partner": IUUID(partner)}


def serve(application, port):
    """Serve until SIGTERM."""
    import waitress.server

    server = waitress.server.create_server(
        application,
        sockets=ports.open_sockets("localhost", port),
        threads=4,
        ident=None,
        # the clients of these tests say from which address they come
        clear_untrusted_proxy_headers=False,
    )
    try:
        server.run()
    finally:
        server.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--var", type=Path, required=True)
    parser.add_argument("--dsn")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--make", type=Path)
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    application = load(asked.var, asked.dsn)
    try:
        if asked.make:
            asked.make.write_text(json.dumps(make(asked.var)), encoding="utf-8")
        serve(application, asked.port)
    finally:
        start.close_database()


if __name__ == "__main__":
    main()
