"""Open an old storage with today's code, upgrade it twice, and tell what is there (a program of test_upgrades.py)."""

from make_storage import make_site
from make_storage import start
from pathlib import Path

import json
import sys


OURS = "profile-samenbeter:default"
# how long the desks promised, and when they work
PROMISED = ((3, "ma-do 9.00-12.00\nvr 9.00-15.00"), (None, "ma-vr 10.00-12.00"))
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
    """Return {name: value as text} of our registry records."""
    return {name: repr(record.value) for name, record in site.portal_registry.records.items() if "samenbeter" in name}


def stores_of(site):
    """Return the names of the stores of what is private."""
    from samenbeter.shared import stores
    from zope.annotation.interfaces import IAnnotations

    return sorted(name for name in IAnnotations(site) if name.startswith(stores.PREFIXES))


def desks(site):
    """Return the desks, in order."""
    found = site.portal_catalog.unrestrictedSearchResults(portal_type="Vraagbaak", sort_on="path")
    return [brain._unrestrictedGetObject() for brain in found]


def promise_as_before(site):
    """Let the desks promise as the forms of before 1005 kept it: (working days or None, hours)."""
    for desk, (days, hours) in zip(desks(site), PROMISED, strict=True):
        if days:
            desk.promise_workdays = days
        desk.promise_hours = hours


def promises(site):
    """Return what the desks promise now, in working hours, and whether something is left of before."""
    return [[desk.promise_working_hours, "promise_workdays" in vars(desk)] for desk in desks(site)]


def asked(site):
    """Let somebody ask at a desk; return what came of it."""
    from samenbeter.vraagbaak.cases import promise
    from samenbeter.vraagbaak.cases import store

    desk = desks(site)[0]
    case = store.new(desk, store.new_code(), "Wie helpt mij?")
    promise.start(case, desk)
    store.save(case)
    return [store.by_number(desk, case.number).id == case.id, case.clock["minutes"], bool(case.clock["job"])]


def main(folder):
    """Print a JSON document about the storage in this folder."""
    from AccessControl.SecurityManagement import newSecurityManager
    from zope.component.hooks import setSite

    app = start(folder)
    site = app["site"]
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    setSite(site)
    setup = site.portal_setup
    promise_as_before(site)
    told = {"before": setup.getLastVersionForProfile(OURS), "states before": states(site)}
    setup.upgradeProfile(OURS)
    told["after"] = setup.getLastVersionForProfile(OURS)
    told["pending"] = len(setup.listUpgrades(OURS))
    told["states after"] = states(site)
    told["promises"] = promises(site)
    # what an editor changes in between stays
    desks(site)[0].promise_working_hours = 5
    once = setup_of(site)
    for group in setup.listUpgrades(OURS, show_old=True):
        for step in group if isinstance(group, list) else [group]:
            step["step"].doStep(setup)
    told["same when run twice"] = setup_of(site) == once and states(site) == told["states after"]
    told["promises when run twice"] = promises(site)
    partner = site.portal_catalog.unrestrictedSearchResults(portal_type="EHealthModule")[0]._unrestrictedGetObject()
    told["found by partner"] = len(
        site.portal_catalog.unrestrictedSearchResults(
            sb_partner=partner.supplier.to_object.UID(), portal_type="EHealthModule"
        )
    )
    upgraded, registry, stores = setup_of(site), registry_of(site), stores_of(site)
    told["asked"] = asked(site)
    app.manage_delObjects(["site"])
    setSite(None)
    fresh_site = make_site(app)
    fresh = setup_of(fresh_site)
    told["differs from fresh"] = sorted(
        name for name in upgraded.keys() | fresh.keys() if upgraded.get(name) != fresh.get(name)
    )
    fresh_registry = registry_of(fresh_site)
    told["registry differs"] = sorted(
        name for name in registry.keys() | fresh_registry.keys() if registry.get(name) != fresh_registry.get(name)
    )
    told["stores"] = [stores, stores_of(fresh_site)]
    print("TOLD " + json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
