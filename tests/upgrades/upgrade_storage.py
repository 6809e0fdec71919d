"""Open an old storage with today's code, upgrade it twice, and tell what is there (a program of test_upgrades.py)."""

from make_storage import make_site
from make_storage import start
from pathlib import Path

import json
import sys


OURS = "profile-samenbeter:default"
# what our profile touches
STEPS = ("catalog", "workflows", "typeinfo", "rolemap", "controlpanel", "browserlayer")


def states(site):
    """Return {path: state} of all our content, by asking the items themselves."""
    from plone import api

    brains = site.portal_catalog.unrestrictedSearchResults(object_provides="samenbeter.interfaces.ISamenBeterContent")
    return {brain.getPath(): api.content.get_state(brain._unrestrictedGetObject()) for brain in brains}


def setup_of(site):
    """Return {file: text} of what the site would export of our settings."""
    tool = site.portal_setup
    context = tool._doRunExportSteps([step for step in STEPS if tool.getExportStepMetadata(step)])
    import io
    import tarfile

    with tarfile.open(fileobj=io.BytesIO(context["tarball"])) as tar:
        return {one.name: tar.extractfile(one).read().decode() for one in tar.getmembers() if one.isfile()}


def registry_of(site):
    """Return the names of our registry records."""
    return sorted(name for name in site.portal_registry.records if "samenbeter" in name)


def main(folder):
    """Print a JSON document about the storage in this folder."""
    from AccessControl.SecurityManagement import newSecurityManager
    from zope.component.hooks import setSite

    app = start(folder)
    site = app["site"]
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    setSite(site)
    setup = site.portal_setup
    told = {"before": setup.getLastVersionForProfile(OURS), "states before": states(site)}
    setup.upgradeProfile(OURS)
    told["after"] = setup.getLastVersionForProfile(OURS)
    told["pending"] = len(setup.listUpgrades(OURS))
    told["states after"] = states(site)
    once = setup_of(site)
    for group in setup.listUpgrades(OURS, show_old=True):
        for step in group if isinstance(group, list) else [group]:
            step["step"].doStep(setup)
    told["same when run twice"] = setup_of(site) == once and states(site) == told["states after"]
    partner = site.portal_catalog.unrestrictedSearchResults(portal_type="EHealthModule")[0]._unrestrictedGetObject()
    told["found by partner"] = len(
        site.portal_catalog.unrestrictedSearchResults(
            sb_partner=partner.supplier.to_object.UID(), portal_type="EHealthModule"
        )
    )
    upgraded, registry = setup_of(site), registry_of(site)
    app.manage_delObjects(["site"])
    setSite(None)
    fresh_site = make_site(app)
    fresh = setup_of(fresh_site)
    told["differs from fresh"] = sorted(
        name for name in upgraded.keys() | fresh.keys() if upgraded.get(name) != fresh.get(name)
    )
    told["registry as fresh"] = registry == registry_of(fresh_site)
    print("TOLD " + json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
