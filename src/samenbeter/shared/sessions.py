"""What lets a browser or a program back in without a password, and how it ends.

Plone gives each user a ring of keys of their own when the session plugin is told to
(``per_user_keyring``), and keeps the tokens it handed out when the JWT plugin is
(``store_tokens``). Another key, or no token, and whoever has a copy is out. Where Plone was
told neither, there is nothing here to end.
"""

from plone import api
from plone.keyring.interfaces import IKeyManager
from samenbeter.shared.service_tokens import tokens
from zope.component import queryUtility


SESSION_PLUGIN = "Plone Session Plugin"
TOKEN_PLUGIN = "JWT Authentication Plugin"  # noqa: S105 - the name of a kind of plugin


def plugins(meta_type):
    """Return the plugins of a kind in the user folder of the site."""
    return list(api.portal.get_tool("acl_users").objectValues(meta_type))


def rings():
    """Return (the keys of the site, the names before which a user's id makes the name of a ring)."""
    return queryUtility(IKeyManager), {plugin.secret_prefix for plugin in plugins(SESSION_PLUGIN)}


def rings_of(userid):
    """Return the rings of a user that there are."""
    keys, prefixes = rings()
    names = [f"{prefix}{userid}" for prefix in prefixes]
    return [keys[name] for name in names if keys is not None and name in keys]


def end_sessions(userid):
    """End all sessions and tokens of a user, those of programs too; return whether there were any.

    It does not say whether the user is still there, or who asks.
    """
    found = rings_of(userid)
    for ring in found:
        ring.clear()
        ring.rotate()
    of_programs = tokens.end_all(userid)
    return bool(_tokens(userid, change=True) or of_programs or found)


def forget_user(userid):
    """Leave no key and no token under a user's id."""
    keys, prefixes = rings()
    for name in [f"{prefix}{userid}" for prefix in prefixes]:
        if keys is not None and name in keys:
            del keys[name]
    tokens.end_all(userid)
    _tokens(userid, change=True)


def left(userid):
    """Return whether there is a key or a token under a user's id."""
    return bool(rings_of(userid) or tokens.left(userid) or _tokens(userid, change=False))


def _tokens(userid, change):
    found = False
    for plugin in plugins(TOKEN_PLUGIN):
        if plugin._tokens is not None and userid in plugin._tokens:
            found = True
            if change:
                del plugin._tokens[userid]
    return found
