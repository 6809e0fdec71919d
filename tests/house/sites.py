"""A second site without us, as a stock Plone makes it, and what is in a site beside content."""

from io import BytesIO
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.schema import generated
from Products.CMFPlone.factory import addPloneSite
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite

import re
import tarfile
import transaction


# the profiles of Plone's classic distribution
CLASSIC = ("plone.app.contenttypes:default", "plone.app.layout:default", "plonetheme.barceloneta:default")
# what our profile depends on; it stays when ours goes
DEPENDENCIES = ("plone.restapi:default", "plone.app.relationfield:default", "plone.app.caching:default")
# a default that Plone computes when it is asked for
NOW = re.compile(r"<default>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+</default>")
PROFILE = "profile-samenbeter:default"
_KEPT = []
UNINSTALL = "profile-samenbeter:uninstall"


def make_site(app, site_id="buurt"):
    """Make a classic site with our dependencies in it, and make it the current one."""
    # Plone makes a schema of the same name for each site of the same id. The last one has to live
    # on: what depends on it is found by its name, and would be gone with it.
    _KEPT.extend(vars(generated).values())
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        site = addPloneSite(
            app,
            site_id,
            title="Buurt",
            extension_ids=CLASSIC,
            default_language="nl",
            portal_timezone="Europe/Amsterdam",
        )
        setSite(site)
        for profile in DEPENDENCIES:
            site.portal_setup.runAllImportStepsFromProfile(f"profile-{profile}")
    transaction.savepoint(optimistic=True)
    return site


def install(site):
    """Put our profile in, as the list of add-ons does."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        site.portal_setup.runAllImportStepsFromProfile(PROFILE)


def uninstall(site):
    """Take our profile out again, as the list of add-ons does."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        site.portal_setup.runAllImportStepsFromProfile(UNINSTALL)
        site.portal_setup.unsetLastVersionForProfile("samenbeter:default")


def snapshot(site):
    """Return {file or fact: text} of all configuration: what GenericSetup exports, and what it does not."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        exported = site.portal_setup.runAllExportSteps()["tarball"]
    with tarfile.open(fileobj=BytesIO(exported)) as archive:
        files = {m.name: archive.extractfile(m).read().decode("utf-8", "replace") for m in archive if m.isfile()}
    return {**{name: NOW.sub("<default>now</default>", text) for name, text in files.items()}, **facts(site)}


def facts(site):
    """Return what GenericSetup leaves out."""
    acl = site.acl_users
    manager = acl.portal_role_manager
    return {
        "groups": "\n".join(sorted(acl.source_groups.listGroupIds())),
        "roles": "\n".join(sorted(manager.listRoleIds())),
        "who has which role": "\n".join(
            sorted(f"{r}: {manager.listAssignedPrincipals(r)}" for r in manager.listRoleIds())
        ),
        "own roles": "\n".join(sorted(site.__ac_roles__)),
        "annotations": "\n".join(sorted(IAnnotations(site))),
        "attributes": "\n".join(sorted(name for name in vars(site) if not name.startswith("_v_"))),
        "permissions": "\n".join(sorted(name for name in vars(site) if name.endswith("_Permission"))),
        "tools": "\n".join(sorted(site.objectIds())),
        "installed": "\n".join(
            sorted(str(p) for p in site.portal_setup.listProfilesWithUpgrades() if "samenbeter" in str(p))
        ),
    }


def differences(one, other):
    """Yield (where, line) for each line that one snapshot has more or less than the other."""
    for where in sorted({*one, *other}):
        if one.get(where) != other.get(where):
            before, after = one.get(where, "").splitlines(), other.get(where, "").splitlines()
            yield from ((where, f"- {line.strip()}") for line in before if line not in after)
            yield from ((where, f"+ {line.strip()}") for line in after if line not in before)
            if sorted(before) == sorted(after):
                yield where, "another order"
