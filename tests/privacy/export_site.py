"""An export on a real storage, killed on the way (a program of test_export_killed.py).

python export_site.py <folder> make|export|go-on [asked|half|kept]
"""

from left_site import make
from left_site import subject
from left_site import WORD
from make_storage import start
from pathlib import Path

import itertools
import json
import os
import signal
import sys


def die(*_args):
    """Die, as by a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


def export(app, moment):
    """Ask for the file and make it; die once it is asked, half made, or kept."""
    from samenbeter.privacy import collecting
    from samenbeter.privacy import exports

    request_id = exports.ask(subject(), "nl")
    if moment == "asked":
        die()
    if moment == "half":
        pages = collecting.pages

        def some(who):
            yield from itertools.islice(pages(who), 5)
            die()

        collecting.pages = some
    exports.build(request_id)
    die()


def go_on(app, moment):
    """Do what the platform does by itself; tell what there is then."""
    from io import BytesIO
    from samenbeter.privacy import exports
    from samenbeter.shared import jobs
    from samenbeter.shared import vault
    from zipfile import ZipFile

    import transaction

    jobs.run_due(only=exports.JOB)
    transaction.begin()
    kinds = {kind: vault.get().count("privacy", kind) for kind in ("request", "export", "proof")}
    record = exports.ready(subject())
    whole = exports.hand_out(subject(), record.id)
    archive = ZipFile(BytesIO(whole))
    assert archive.testzip() is None
    return {**kinds, "words": archive.read("data.json").decode().count(WORD) > 5, "again": exports.ready(subject())}


def main(folder, act, moment=""):
    """Do an act, and tell what there is as JSON."""
    from AccessControl.SecurityManagement import newSecurityManager
    from zope.component.hooks import setSite

    app = start(folder)
    if act == "make":
        make(app, folder)
        told = {}
    else:
        setSite(app["site"])
        newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
        told = {"export": export, "go-on": go_on}[act](app, moment)
    app._p_jar.db().close()
    print("TOLD " + json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
