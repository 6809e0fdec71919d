"""A member whose name must not be found, what they made, and everybody who looks for it."""

from io import BytesIO
from OFS.Image import Image as Portrait
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.locking.interfaces import ILockable
from Products.CMFCore.indexing import processQueue
from samenbeter.hardening import switches

import requests
import transaction


PASSWORD = "een-lang-geheim-wachtwoord"
# the id, the name and the address of the planted member
USERID = "planted-0f1e2d"
NAME = "Zonneschijn van Verborgen"
EMAIL = "verborgen@geheim.example"
SECRETS = (USERID, "Zonneschijn", EMAIL)
# who looks: groups of the site; None: without an account
VISITORS = {"visitor": None, "resident": (), "wijkwebber": ("Wijkwebber",)}


def plant(portal):
    """Make the member, content of theirs that everybody may read, and who looks for it."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username=USERID, email=EMAIL, password=PASSWORD, properties={"fullname": NAME})
        portrait(portal, USERID)
        for name, groups in VISITORS.items():
            if groups is not None:
                api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
                for group in groups:
                    api.group.add_user(groupname=group, username=name)
        folder = api.content.create(portal, "Folder", "proef", title="Proef")
        items = [folder, api.content.create(folder, "Document", "stuk", title="Stuk")]
        items.append(api.content.create(folder, "News Item", "nieuws", title="Nieuws"))
        for item in items:
            item.creators = (USERID,)
            item.contributors = (NAME,)
            api.content.transition(item, "publish")
            item.reindexObject()
    with api.env.adopt_user(username=SITE_OWNER_NAME), api.env.adopt_roles(["Manager"]):
        folder.manage_setLocalRoles(USERID, ["Owner"])
        folder.reindexObjectSecurity()
    with api.env.adopt_user(username=USERID):
        ILockable(items[1]).lock()
    # the wijkwebber wrote something too, and may edit that
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        own = api.content.create(folder, "Document", "eigen", title="Eigen")
        own.creators = ("wijkwebber",)
        own.manage_setLocalRoles("wijkwebber", ["Owner", "Editor"])
        own.reindexObject()
        own.reindexObjectSecurity()
    processQueue()
    transaction.commit()
    return folder


def portrait(portal, userid):
    """Give a member a picture."""
    data = BytesIO()
    Image.new("RGB", (20, 20), (9, 99, 9)).save(data, "PNG")
    portal.portal_memberdata._setPortrait(Portrait(userid, "", data.getvalue()), userid)


def turn(*names, on=True):
    """Turn switches on or off, and commit that."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in names:
            (switches.turn_on if on else switches.turn_off)(name)
    transaction.commit()


def session(portal, name):
    """Return the HTTP session of a visitor; redirects are not followed."""
    http = requests.Session()
    if VISITORS.get(name, ()) is not None:
        url = f"{portal.absolute_url()}/login"
        data = {"__ac_name": name, "__ac_password": PASSWORD, "buttons.login": "Log in"}
        http.post(url, data=data, timeout=60)
        assert "__ac" in http.cookies
    return http


def get(http, url, accept="text/html", **kw):
    """Return the answer to a GET."""
    return http.get(url, headers={"Accept": accept}, allow_redirects=False, timeout=60, **kw)


def told(answer):
    """Return which secrets an answer tells; what stood in the question itself, it does not tell."""
    text = answer.text + repr(dict(answer.headers))
    return [secret for secret in SECRETS if secret in text and secret not in answer.request.url]
