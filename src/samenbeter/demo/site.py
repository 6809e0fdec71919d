"""Make the example site in the database, and look at one that is there."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from contextlib import contextmanager
from plone import api
from Products.CMFPlone.factory import addPloneSite
from samenbeter.demo.accounts import ACCOUNTS
from samenbeter.interfaces import ISamenBeterLayer
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides

import os
import secrets
import transaction
import Zope2


SITE_ID = "samenbeter"
TITLE = "SamenBeter"
PROFILE = "samenbeter:default"
# In this order; a profile that this release does not have is passed over.
PROFILES = (PROFILE, "samenbeter:demo", "samenbeter:hardening")
ADMIN = "admin"


@contextmanager
def opened(port):
    """Open the database's root as a request to this server would see it."""
    environ = {"SERVER_NAME": "localhost", "SERVER_PORT": str(port)}
    app = makerequest(Zope2.app(), environ=environ)
    setRequest(app.REQUEST)
    try:
        yield app
    finally:
        # the index queue looks for utilities, which a half-made site does not have
        setSite(None)
        transaction.abort()
        noSecurityManager()
        clearRequest()
        app._p_jar.close()


def exists(app):
    """Say whether the site is there."""
    return SITE_ID in app.objectIds()


def has_demo_accounts(app):
    """Say whether anyone can log in with the password that everyone knows."""
    users = app[SITE_ID].acl_users
    return any(users.getUserById(account.id) for account in ACCOUNTS)


def make(app, var, tell):
    """Make the site and everything in it, in one transaction.

    ``tell`` gets a line for each step.
    """
    admin = ensure_admin(app, var)
    newSecurityManager(None, admin)
    tell("Making the site")
    site = addPloneSite(
        app,
        SITE_ID,
        title=TITLE,
        distribution_name="classic",
        setup_content=False,
        default_language="nl",
        portal_timezone="Europe/Amsterdam",
    )
    setSite(site)
    # as on each request to a site with our add-on: the pages that are for it are found
    alsoProvides(site.REQUEST, ISamenBeterLayer)
    for profile in PROFILES:
        apply_profile(site, profile, tell)
    without_second_step()
    transaction.get().note("SamenBeter: the example site was made")
    transaction.commit()


def apply_profile(site, profile, tell):
    """Run one of our profiles, when this release has it."""
    setup = api.portal.get_tool("portal_setup")
    if not setup.profileExists(profile):
        return
    tell(f"Applying {profile}")
    setup.runAllImportStepsFromProfile(f"profile-{profile}")


def without_second_step():
    """Let the demo accounts log in with their password alone: who tries them has no telephone for each."""
    from samenbeter.hardening import switches

    switches.turn_off("second_step")


def ensure_admin(app, var):
    """Return the administrator of the whole Zope; make one with a secret password."""
    folder = app.acl_users
    if folder.getUser(ADMIN) is None:
        folder._doAddUser(ADMIN, new_password(var), ["Manager"], [])
    return folder.getUser(ADMIN).__of__(folder)


def new_password(var):
    """Return a new password, after writing it where only this user can read it."""
    password = secrets.token_urlsafe(18)
    place = var / "admin-password"
    place.unlink(missing_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8") as secret:
        secret.write(password + "\n")
    return password


def change(app, act):
    """Change something in the site, and keep it.

    :param act: a function of the site.
    """
    setSite(app[SITE_ID])
    act(app[SITE_ID])
    transaction.get().note("SamenBeter: the example site was set up")
    transaction.commit()


def pending_upgrades(app):
    """Return how many upgrade steps of ours the site has not had yet."""
    site = app[SITE_ID]
    setSite(site)
    setup = api.portal.get_tool("portal_setup")
    if not setup.profileExists(PROFILE):
        return 0
    return sum(len(found) if isinstance(found, list) else 1 for found in setup.listUpgrades(PROFILE))
