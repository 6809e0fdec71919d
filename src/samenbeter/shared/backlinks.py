"""The way back: which answers and stories point at an item.

Two queries for answers, one for stories, however many there are. The catalog
leaves out what the visitor may not View.
"""

from itertools import islice
from samenbeter.shared.relations import brains_by_path
from samenbeter.shared.relations import brains_pointing_at


NEWEST = {"sort_on": "effective", "sort_order": "descending"}
SHOWN = 5
# contributions to look at: one question can have several that point the same way
LOOKED_AT = 40


def questions_referring_to(uid, limit=SHOWN):
    """Return the brains of public questions whose accepted contributions point at this UID, newest first."""
    answers = brains_pointing_at(
        uid,
        portal_type="VraagbaakAnswer",
        review_state="accepted",
        sort_on="modified",
        sort_order="descending",
        sort_limit=LOOKED_AT,
    )[:LOOKED_AT]
    paths = {answer.getPath().rpartition("/")[0] for answer in answers}
    found = brains_by_path(paths, portal_type="VraagbaakQuestion", review_state="published", sort_limit=limit, **NEWEST)
    return list(islice(found.values(), limit))


def stories_helped_by(uid, limit=SHOWN):
    """Return the brains of public stories in which the item with this UID helped, newest first."""
    return brains_pointing_at(uid, portal_type="SuccessStory", review_state="published", sort_limit=limit, **NEWEST)[
        :limit
    ]
