"""Roles that somebody has in a part of the site only: a user folder does not know them."""

from zope.component import getUtilitiesFor
from zope.interface import Interface


# Plone's group of all who have an account
EVERYBODY = "AuthenticatedUsers"


class IRolesElsewhere(Interface):
    """Named utility: the roles that groups have in a part of the site."""

    def of_groups(groups):
        """Return the roles that these groups have, a set.

        :param groups: a set of ids, without that of everybody.
        """


def all_roles(user):
    """Return all roles of a user, those of a part of the site too, as a set.

    :param user: a user of the site, with ``getRoles`` and ``getGroups``.
    """
    found, groups = set(user.getRoles()), set(user.getGroups()) - {EVERYBODY}
    # residents are in no group: of them nothing is looked up
    if groups:
        for _name, elsewhere in getUtilitiesFor(IRolesElsewhere):
            found |= elsewhere.of_groups(groups)
    return found
