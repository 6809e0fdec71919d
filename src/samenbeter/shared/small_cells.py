"""Small numbers are not shown, nor can they be reckoned from what is shown. Pure functions.

A row of parts with its total: take what is shown from the total, and the hidden part is there. So a
second part goes too, and what is hidden together is never a small number itself. Months stand each on their
own: what a month that is over hides, no later table gives away (there are no sums over months).
Source: complementary cell suppression, as statistical offices do it
(Hundepool e.a., Statistical Disclosure Control, 2012, chapter 4).
"""

# a smaller number could be about one person
LEAST = 5


def shown(number, least=LEAST):
    """Return a number that can be shown; None for a smaller one, nought too."""
    return number if number >= least else None


def protect(parts, least=LEAST):
    """Return ({name: number or None}, total or None) of parts that add up to their total.

    :param parts: {name: number}, none below nought.

    >>> protect({"slapen": 9, "geld": 3, "werk": 6})
    ({'slapen': 9, 'geld': None, 'werk': None}, 18)
    >>> protect({"slapen": 2, "geld": 1})
    ({'slapen': None, 'geld': None}, None)
    """
    total = sum(parts.values())
    found = {name: shown(number, least) for name, number in parts.items()}
    if total < least:
        return found, None
    hidden = [name for name in parts if found[name] is None]
    # the smallest goes first; of two that are the same the first by name, so that a month looks the same each time
    spare = sorted((name for name in parts if found[name] is not None), key=lambda name: (parts[name], name))
    while hidden and (len(hidden) < 2 or sum(parts[name] for name in hidden) < least):
        if not spare:
            return found, None
        hidden.append(spare.pop(0))
        found[hidden[-1]] = None
    return found, total
