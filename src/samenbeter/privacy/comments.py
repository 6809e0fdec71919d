"""Comments under content (plone.app.discussion): what somebody wrote goes, the answers of others stay."""

from Acquisition import aq_base
from samenbeter.shared import authorship


TYPE = "Discussion Item"
# as plone.app.discussion calls them; a site can do without it
ANNOTATION_KEY = "plone.app.discussion:conversation"
WHO = ("creator", "author_username", "author_name", "author_email")


def look(obj, names, change):
    """Return how many comments under an object are of a person; take them out when ``change``.

    :param names: authorship.Names.
    """
    annotations = getattr(aq_base(obj), "__annotations__", None) or {}
    conversation = annotations.get(ANNOTATION_KEY)
    if conversation is None:
        return 0
    found = [key for key, comment in list(conversation._comments.items()) if _is_of(comment, names)]
    if change:
        conversation = conversation.__of__(obj)
        # answers come later than what they answer
        for key in reversed(found):
            _take_out(conversation, key, names)
        _rest(conversation, names)
    return len(found)


def _is_of(comment, names):
    return any(names.are(getattr(comment, name, None)) for name in WHO) or bool(authorship.mentions(comment, names))


def _take_out(conversation, key, names):
    comment = conversation._comments[key]
    wrote = any(names.are(getattr(comment, name, None)) for name in WHO)
    if wrote and not conversation._children.get(key):
        del conversation[key]
        return
    authorship.forget(comment, names)
    if wrote:
        comment.text = ""
        comment.creator = comment.author_name = authorship.GONE
        comment.author_username = comment.author_email = None
    comment.__of__(conversation).reindexObject()


def _rest(conversation, names):
    for name in names.all:
        if name in conversation._commentators:
            del conversation._commentators[name]
