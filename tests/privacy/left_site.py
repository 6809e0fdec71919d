"""A real site in a folder: made with a resident in it, and one act with it (a program of test_nothing_is_left.py).

python left_site.py <folder> make|erase|age|replay|finish [number of the commit at which it is killed]
"""

from io import BytesIO
from make_storage import make_site
from make_storage import start
from pathlib import Path

import base64
import json
import os
import signal
import sys


USERID, WORD = "bewoner-q8z3", "Zilverreiger"
PASSWORD = "a-long-test-password"
LOGGED = "gebeurtenissen.log"


def request(app, path, method, body, user):
    """Do a request as Zope does it, with a transaction of its own."""
    from ZPublisher.WSGIPublisher import publish_module

    data = json.dumps(body).encode()
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": f"/site{path}",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_ACCEPT": "application/json",
        "HTTP_AUTHORIZATION": "Basic " + base64.b64encode(f"{user}:{PASSWORD}".encode()).decode(),
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(data)),
        "QUERY_STRING": "",
        "wsgi.input": BytesIO(data),
        "wsgi.url_scheme": "http",
    }
    told = []
    publish_module(environ, lambda status, headers, info=None: told.append(status))
    assert told[0].startswith("2"), told


def make(app, folder):
    """Make the site with the resident, and a neighbour."""
    from planting import Resident
    from plone.dexterity.utils import createContentInContainer
    from samenbeter.shared import clock
    from samenbeter.shared import vault

    import datetime
    import transaction

    site = make_site(app)
    page = createContentInContainer(site, "Document", checkConstraints=False, title="Blad")
    neighbour = Resident(site, "buur-x7", "Roerdomp").sign_up()
    neighbour.story()
    resident = Resident(site, USERID, WORD)
    resident.everything(page, neighbour)
    soon = clock.today() + datetime.timedelta(days=5)
    for number in range(350):
        # of nobody in particular; with the resident's words
        data = {"to": resident.email, "subject": "x", "body": f"{WORD} {number}"}
        vault.get().add("shared", "mail", data, purpose="samenbeter.mail", subject="mail:x@example.org", expires=soon)
    transaction.commit()
    request(app, f"/@users/{USERID}", "PATCH", {"description": f"{WORD} was hier."}, USERID)
    # what a site wrote before we were in it
    transaction.begin()
    transaction.get().setUser(USERID, "/site/acl_users")
    transaction.get().note(f"/site/{WORD}")
    site.portal_memberdata.portraits._p_changed = True
    transaction.commit()


def subject():
    """Return the resident."""
    from samenbeter.shared import rights

    return rights.Subject(userid=USERID)


def erase(app, folder):
    """Erase the resident."""
    from samenbeter.privacy import erasing

    done = erasing.erase_now(subject())
    assert done.finished
    assert done.leftovers == 0, done


def age(app, folder):
    """Let nobody come by for years: the resident is warned and goes."""
    from plone import api
    from samenbeter.privacy import inactive
    from samenbeter.privacy import retention
    from samenbeter.shared import clock
    from samenbeter.shared import periods

    import datetime
    import transaction

    # who works here stays
    api.user.grant_roles(username="buur-x7", roles=["Wijkwebber"])
    api.portal.set_registry_record(periods.RECORD, {"samenbeter.privacy.member": 365})
    transaction.commit()
    now = clock.now
    for days in (400, 431):
        clock.now = lambda days=days: now() + datetime.timedelta(days=days)
        inactive.Warnings().run("", None)
        retention.Retention().run("", None)
    assert api.user.get(userid=USERID) is None


def replay(app, folder):
    """Do what the platform does by itself."""
    from samenbeter.privacy import following

    assert following.Erasures().run("", None)[0]
    assert following.waiting() == []


def purge(app, folder):
    """Let the records have had their time."""
    from samenbeter.privacy import retention
    from samenbeter.shared import clock

    import datetime

    now = clock.now
    clock.now = lambda: now() + datetime.timedelta(days=6)
    retention.Retention().run("", None)


def look(site):
    """Return what is left, as far as the site itself can tell."""
    from samenbeter.interfaces import IPersonalDataProvider
    from samenbeter.privacy import accounts
    from samenbeter.shared import audit
    from samenbeter.shared import clock
    from samenbeter.shared import vault
    from zope.component import getUtilitiesFor

    import datetime

    long = datetime.timedelta(days=4000)
    words = (USERID, WORD.lower())
    log = [repr(entry).lower() for entry in audit.entries(clock.now() - long, clock.now() + long)]
    return {
        "account": accounts.left(USERID),
        "verified": sum(len(one.verify_erased(subject())) for _name, one in getUtilitiesFor(IPersonalDataProvider)),
        "records": len(list(vault.get().find(subject=subject().key))),
        "mail": vault.get().count("shared", "mail"),
        "cases": len(list(vault.get().find(room="vraagbaak"))),
        "audit": sum(word in entry for entry in log for word in words),
        "deletions": sum("delete" in entry for entry in log),
        "neighbour": len(site.portal_catalog.unrestrictedSearchResults(Creator="buur-x7")),
        "page": "blad" in site,
    }


def kill_at(number):
    """Die, as by a power cut, just after so many commits."""
    import transaction

    done = []

    class Killer:
        def beforeCompletion(self, current):
            """Nothing."""

        def newTransaction(self, current):
            """Nothing."""

        def afterCompletion(self, current):
            done.append(current.status)
            if done.count("Committed") >= number:
                os.kill(os.getpid(), signal.SIGKILL)

    killer = Killer()
    transaction.manager.registerSynch(killer)
    return killer


ACTS = {"make": make, "erase": erase, "age": age, "replay": replay, "purge": purge}


def main(folder, act, number=None):
    """Do an act, pack, and print what is left as JSON."""
    from AccessControl.SecurityManagement import newSecurityManager
    from zope.component.hooks import setSite

    import logging
    import transaction

    app = start(folder)
    logging.getLogger().addHandler(logging.FileHandler(folder / LOGGED))
    logging.getLogger().setLevel(logging.INFO)
    if act != "make":
        setSite(app["site"])
        newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    killer = kill_at(int(number)) if number else None
    ACTS[act](app, folder)
    if killer is not None:
        # it was done before it could die
        print("TOLD {}")
        return
    transaction.begin()
    told = {}
    if act != "make":
        from samenbeter.shared import jobs

        assert jobs.run_due(only="samenbeter.shared.pack")["failed"] == 0
        transaction.begin()
        told = look(app["site"])
    app._p_jar.db().close()
    print("TOLD " + json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
