"""Old versions of content (CMFEditions): who saved them, and what the copies say of it.

The old text stays as long as the content does. Of content that is gone Plone keeps who
saved it.
"""

from pickle import loads
from plone import api
from samenbeter.shared import authorship


def look(names, change):
    """Return in how many versions a person is written down; take them out when ``change``.

    :param names: authorship.Names.
    """
    storage = api.portal.get_tool("portal_historiesstorage")
    shadows = storage._getShadowStorage(autoAdd=False)
    found = 0
    for history in shadows._storage.values() if shadows is not None else ():
        found += _shadow(history, names, change)
    repository = storage.zvc_repo
    for history in repository._histories.values() if repository is not None else ():
        found += sum(_entry(entry, storage, names, change) for entry in history.getLogEntries())
        found += sum(_copy(version, names, change) for version in history._versions.values())
        if history._p_jar is not None:
            # old text can be much
            history._p_jar.cacheGC()
    return found


def _shadow(history, names, change):
    found = 0
    for number, version in list(history._full.items()):
        found += _saved_by(version.get("vc_info"), names, change)
        metadata = _cleaned(version["metadata"], names)
        if metadata != version["metadata"]:
            found += 1
            if change:
                history._full[number] = {**version, "metadata": metadata}
    return found


def _entry(entry, storage, names, change):
    found = _saved_by(entry, names, change)
    message = entry.message
    if isinstance(message, bytes) and any(name.encode() in message for name in names.all):
        # from our own database, as Plone reads it too
        metadata = loads(message.split(b"\x00\n", 1)[1])  # noqa: S301
        cleaned = _cleaned(metadata, names)
        if cleaned != metadata:
            found += 1
            if change:
                entry.message = storage._encodeMetadata(cleaned)
    return found


def _copy(version, names, change):
    wrapper = version._data
    if wrapper is None:
        return 0
    found = _saved_by(getattr(wrapper, "__vc_info__", None), names, change)
    held = getattr(wrapper, "_object", None)
    if isinstance(getattr(held, "metadata", None), dict):
        # what is left of a version that was taken away
        cleaned = _cleaned(held.metadata, names)
        if cleaned != held.metadata:
            found += 1
            if change:
                held.metadata = cleaned
    content = getattr(held, "object", None)
    if content is not None:
        places = (authorship.forget if change else authorship.mentions)(content, names)
        found += len(places)
        if places and change:
            # the copy may hang in what is no object of its own
            wrapper._p_changed = True
    return found


def _saved_by(obj, names, change):
    if not names.are(getattr(obj, "user_id", None)):
        return 0
    if change:
        obj.user_id = authorship.GONE
    return 1


def _cleaned(value, names, key=""):
    """Return metadata without a person: ids and names as a whole, in remarks also in between."""
    if isinstance(value, dict):
        return {name: _cleaned(one, names, name) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_cleaned(one, names) for one in value)
    if names.are(value):
        return authorship.GONE
    return names.inside(value) if key == "comment" else value
