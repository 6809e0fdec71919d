"""Make a storage with content in every state, by the code of the checkout that runs this.

The result is kept as ``storage-<profile version>.fs.gz``; test_upgrades.py
opens it with today's code. Made once for each released profile version:

    git worktree add ../old <commit>
    PYTHONPATH=../old/src .venv/bin/python tests/upgrades/make_storage.py storage-1000.fs.gz
"""

from collections import deque
from pathlib import Path

import gzip
import os
import sys
import tempfile


TYPES = {
    "Vraagbaak": "site",
    "VraagbaakQuestion": "Vraagbaak",
    "VraagbaakAnswer": "VraagbaakQuestion",
    "PartnerOrganisation": "site",
    "ServiceOffer": "PartnerOrganisation",
    "EHealthModule": "site",
    "SuccessStory": "site",
}
ENOUGH = {
    "VraagbaakQuestion": {"answer_type": "see_gp", "themes": ["slapen"], "other_wordings": ["wakker"]},
    "VraagbaakAnswer": {"discipline": "huisarts"},
    "PartnerOrganisation": {"kind": "municipality", "opening_hours": "ma-vr 9.00-17.00"},
    "EHealthModule": {"data_kept": "x", "retention": "x", "policy_url": "https://a.example", "policy_version": "1"},
    "SuccessStory": {"situation": "x", "step": "x", "result": "x", "quote_by": "Ria"},
}


def start(folder):
    """Start Zope on an empty storage in this folder and return its root."""
    os.environ["zope_i18n_allowed_languages"] = "nl en"
    conf = folder / "zope.conf"
    conf.write_text(
        f"instancehome {folder}\n<zodb_db main>\n  mount-point /\n"
        f"  <filestorage>\n    path {folder}/Data.fs\n    blob-dir {folder}/blobs\n  </filestorage>\n</zodb_db>\n"
    )
    from Zope2.Startup.run import configure_wsgi

    configure_wsgi(str(conf))
    import Zope2

    root = Zope2.app()
    # only now: once Testing is imported Zope opens a database in memory
    from Testing.makerequest import makerequest
    from zope.globalrequest import setRequest

    app = makerequest(root)
    setRequest(app.REQUEST)
    return app


def make_site(app):
    """Make a stock site with our profile."""
    from AccessControl.SecurityManagement import newSecurityManager
    from Products.CMFPlone.factory import addPloneSite
    from zope.component.hooks import setSite

    app.acl_users._doAddUser("admin", "admin", ["Manager"], [])
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    site = addPloneSite(app, "site", distribution_name="classic", setup_content=False, default_language="nl")
    setSite(site)
    site.portal_setup.runAllImportStepsFromProfile("profile-samenbeter:default")
    return site


def fill(site):
    """Make one item of each type in each of its states."""
    from plone import api
    from plone.app.textfield import RichTextValue
    from plone.dexterity.utils import createContentInContainer
    from z3c.relationfield import RelationValue
    from zope.component import getUtility
    from zope.intid.interfaces import IIntIds

    rich = RichTextValue("<p>x</p>", "text/html", "text/x-html-safe")
    last = {"site": site}
    for portal_type, place in TYPES.items():
        workflow = site.portal_workflow[site.portal_workflow.getChainForPortalType(portal_type)[0]]
        for state in workflow.states.objectIds():
            values = dict(ENOUGH.get(portal_type, {}), title=f"{portal_type} {state}")
            if portal_type == "VraagbaakQuestion":
                values["summary"] = rich
            if portal_type == "VraagbaakAnswer":
                values["contribution"] = rich
            item = createContentInContainer(last[place], portal_type, checkConstraints=False, **values)
            target = RelationValue(getUtility(IIntIds).getId(last.get("PartnerOrganisation", item)))
            if portal_type == "EHealthModule":
                item.supplier = target
            if portal_type == "VraagbaakQuestion":
                item.consulted = [target]
            for transition in way(workflow, state):
                api.content.transition(item, transition)
            last[portal_type] = item


def way(workflow, state):
    """Return the transitions from the first state to this one."""
    queue, seen = deque([(workflow.initial_state, [])]), set()
    while queue:
        here, path = queue.popleft()
        if here == state:
            return path
        seen.add(here)
        for name in workflow.states[here].transitions:
            there = workflow.transitions[name].new_state_id
            if there not in seen:
                queue.append((there, [*path, name]))
    raise ValueError(state)


def main(out):
    """Make the storage and write it packed and compressed."""
    import transaction

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = start(folder)
        fill(make_site(app))
        transaction.commit()
        app._p_jar.db().pack()
        app._p_jar.db().close()
        with gzip.GzipFile(out, "wb", mtime=0) as stream:
            stream.write((folder / "Data.fs").read_bytes())


if __name__ == "__main__":
    main(sys.argv[1])
