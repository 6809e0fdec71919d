"""Where a question can be asked now. Rooms that lead there do not know the desk."""

from plone import api


OPEN = "open"
PAGE = "@@stel-je-vraag"


def ask_url(brain=None):
    """Return the address of the page on which a question is asked; "" when no desk is open.

    :param brain: of a desk that was found already; without one the first open desk is looked up.
    """
    if brain is None:
        query = {"portal_type": "Vraagbaak", "review_state": OPEN, "sort_on": "created", "sort_limit": 1}
        brain = next(iter(api.portal.get_tool("portal_catalog")(query)[:1]), None)
    return f"{brain.getURL()}/{PAGE}" if brain is not None and brain.review_state == OPEN else ""
