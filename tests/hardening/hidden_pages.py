"""A site with private pages, and who compares the answers for these with those for pages that are not there."""

from at_the_door import forget
from at_the_door import people
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobImage
from zope.component import getUtility

import transaction


FORGET = ("Date",)


def picture():
    data = BytesIO()
    Image.new("RGB", (40, 40), (1, 2, 3)).save(data, "PNG")
    return NamedBlobImage(data.getvalue(), filename="foto.png")


def seen(answer):
    """Return all of an answer that somebody sees, but for the clock."""
    headers = {name: value for name, value in answer.headers.items() if name not in FORGET}
    return answer.status_code, headers, answer.content


def put_away(portal, away):
    """Give the private items another id, or their own again; nothing remembers where they went."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in ("geheim", "dicht", "van-anna"):
            old, new = (name, f"{name}-weg") if away else (f"{name}-weg", name)
            api.content.rename(portal["map"][old], new)
        storage = getUtility(IRedirectionStorage)
        for path in list(storage):
            storage.remove(path)
    transaction.commit()


def as_missing(portal, act):
    """Do something while the private items are there and while they are not; return both answers."""
    there = act()
    put_away(portal, True)
    try:
        return there, act()
    finally:
        put_away(portal, False)


def hide_pages(portal):
    """Make a public folder with a private page, a draft for anna, and a private folder; return the site."""
    forget()
    people("anna", "bram")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        folder = api.content.create(portal, "Folder", "map", title="Map")
        api.content.transition(folder, "publish")
        api.content.transition(api.content.create(portal, "Folder", "elders", title="Elders"), "publish")
        desk = api.content.create(portal, "Vraagbaak", "vraagbaak", title="Vraagbaak")
        api.content.transition(desk, "open")
        api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
        api.content.create(folder, "Document", "geheim", title="Zilverreiger")
        closed = api.content.create(folder, "Folder", "dicht", title="Dicht")
        public = api.content.create(closed, "Document", "toch-open", title="Toch open")
        api.content.transition(public, "publish")
        api.content.create(closed, "Document", "binnen", title="Binnen")
        api.content.create(closed, "Image", "foto", title="Foto", image=picture())
        draft = api.content.create(folder, "Document", "van-anna", title="Van Anna")
        draft.manage_setLocalRoles("anna", ["Reader"])
        draft.reindexObjectSecurity()
    transaction.commit()
    return portal


def asking(places, accept):
    """Return a function that asks for each place as a visitor."""

    def ask(client):
        return {place: client.get(place, headers={"Accept": accept}) for place in places}

    return ask


def differing(there, missing):
    """Return the places of which the two answers differ, with what differs."""
    found = {}
    for place in there:
        one, other = seen(there[place]), seen(missing[place])
        if one != other:
            found[place] = (one, other)
    return found
