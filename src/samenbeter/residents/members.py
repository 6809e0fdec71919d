"""Accounts of residents: which one belongs to a name or address, and making a new one. No HTTP in it.

A new account has an id that says nothing, whatever the site does with ids of its own, and
needs neither a name nor a password.
"""

from plone import api
from samenbeter.shared import system

import secrets
import uuid


def by_login(name):
    """Return the user of this site who logs in with exactly this name, or None.

    :param name: a log-in name, or a mail address that is one.
    """
    users = api.portal.get_tool("acl_users")
    for login in dict.fromkeys((name, name.lower())):
        found = users.getUser(login) if login else None
        if found is not None:
            return found
    return None


def by_address(address):
    """Return the one user of this site who has this mail address in the profile, or None when there are more.

    Anybody can write any address into a profile: it proves nothing about who owns it.
    """
    users = api.portal.get_tool("acl_users")
    wanted = address.strip().lower()
    found = {one["userid"] for one in users.searchUsers(email=wanted, exact_match=True)}
    # a plugin may search by parts all the same
    exact = [userid for userid in found if (address_of(userid) or "").lower() == wanted]
    return users.getUserById(exact[0]) if len(exact) == 1 else None


def address_of(userid):
    """Return the mail address in the profile of a user; "" when there is none."""
    member = api.user.get(userid=userid)
    return (member.getProperty("email", "") or "").strip() if member is not None else ""


def make(login, *, address="", password=""):
    """Make an account in the current transaction, and return its id.

    :param login: the name to log in with: a mail address, or one that somebody chose.
    :param address: the mail address, when it was proved.
    :param password: "" for one that nobody knows.
    :raises ValueError: when there is already an account with this log-in name.
    """
    if by_login(login) is not None:
        raise ValueError("an account with this name is there")
    users = api.portal.get_tool("acl_users")
    userid = uuid.uuid4().hex
    with system.as_system():
        users._doAddUser(userid, password or secrets.token_urlsafe(32), ["Member"], [])
        users.updateLoginName(userid, login.lower())
        if address:
            api.user.get(userid=userid).setMemberProperties({"email": address})
    return userid
