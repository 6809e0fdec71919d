"""The register of processing (GDPR art. 30), as it is at this moment.

It is made from what the site does: the providers of personal data, the purposes, the
periods as they are set, and the roles that can really read it. The register for who
works here, the privacy page and the policy for machines all come from this one record.
"""

from AccessControl.Permission import getPermissions
from AccessControl.PermissionRole import rolesForPermissionOn
from dataclasses import dataclass
from hashlib import sha256
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy.controller import Controller
from samenbeter.privacy.controller import controller
from samenbeter.privacy.purposes import in_language
from samenbeter.privacy.purposes import purposes
from samenbeter.shared import periods
from typing import Any
from zope.component import getUtilitiesFor

import json


BREAK_GLASS = "SamenBeter shared: Break the glass"
# the languages in which it is told
LANGUAGES = ("nl", "en")
# people's own: what these roles see is not seen by others
OWN = ("Owner",)


@dataclass(frozen=True)
class Aim:
    """A purpose, as it stands in the register. Of one that nobody registered only the id is known."""

    id: str
    title: Any
    text: Any = ""
    version: int = 0
    basis: str = ""
    exception: str | None = None
    concept: str = "dpv:Purpose"
    asked: bool = False
    when: str = ""
    uses: tuple = ()

    @property
    def known(self):
        """True when somebody registered it."""
        return bool(self.version)


@dataclass(frozen=True)
class Activity:
    """One kind of personal data, and what is done with it.

    :param roles: who among those who work here can read it, role ids in order; () for nobody.
    :param days: how long it is kept; None: until something else ends it.
    :param closed: True when it lies in the vault: encrypted, and looking is written down.
    """

    id: str
    title: Any
    description: Any
    categories: tuple
    special: bool
    aim: Aim
    roles: tuple
    days: int | None
    clock: Any
    closed: bool = False


@dataclass(frozen=True)
class Register:
    """All of it.

    :param emergency: the role ids that may open what is closed in an emergency, with a reason.
    """

    controller: Controller
    activities: tuple
    aims: tuple
    emergency: tuple

    def of_situation(self, when):
        """Return the activities of one situation: "asks", "account", "works"; "" for those of no situation."""
        return tuple(activity for activity in self.activities if activity.aim.when == when)

    def unused(self):
        """Return the purposes for which nothing is kept by a provider of its own."""
        used = {activity.aim.id for activity in self.activities}
        return tuple(aim for aim in self.aims if aim.id not in used)

    def fingerprint(self):
        """Return a hash of all that it says, in all languages: another one when anything changes."""
        said = [_said(self, language) for language in LANGUAGES]
        return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _said(register, language):
    def words(value):
        return in_language(value, language)

    return {
        "controller": register.controller.as_dict(),
        "emergency": register.emergency,
        "aims": [
            (a.id, words(a.title), words(a.text), a.version, a.basis, a.exception, a.concept, a.asked, a.uses)
            for a in register.aims
        ],
        "activities": [
            (
                a.id,
                words(a.title),
                words(a.description),
                a.categories,
                a.special,
                a.aim.id,
                a.roles,
                a.days,
                words(a.clock),
                a.closed,
            )
            for a in register.activities
        ],
    }


def assemble():
    """Return the Register of this site now. Only reads."""
    aims = {name: _aim(name, one) for name, one in purposes().items()}
    activities = tuple(_activity(name, one, aims) for name, one in sorted(getUtilitiesFor(IPersonalDataProvider)))
    # a purpose that nobody registered, and for which something is kept all the same, is told too
    for activity in activities:
        aims.setdefault(activity.aim.id, activity.aim)
    return Register(controller(), activities, tuple(aims.values()), roles_with(BREAK_GLASS))


def _aim(name, purpose):
    return Aim(
        id=name,
        title=purpose.title,
        text=purpose.text,
        version=purpose.version,
        basis=purpose.basis,
        exception=purpose.exception,
        concept=purpose.concept,
        asked=purpose.asked,
        # only ours say it; those of an add-on stand apart
        when=getattr(purpose, "when", ""),
        uses=tuple(getattr(purpose, "uses", ())),
    )


def _activity(name, provider, aims):
    return Activity(
        id=name,
        title=provider.title,
        description=provider.description or "",
        categories=tuple(provider.categories or ()),
        special=bool(provider.special),
        aim=aims.get(provider.purpose) or Aim(provider.purpose or "", provider.purpose or ""),
        roles=roles_with(provider.recipients),
        days=periods.days(name),
        clock=provider.clock or "",
        closed=bool(getattr(provider, "kinds", ())),
    )


def roles_with(permission):
    """Return the ids of the roles that have a permission on the site now, sorted; () for None.

    :param permission: its title. One that does not exist is of nobody.
    """
    if not permission or permission not in {found[0] for found in getPermissions()}:
        return ()
    roles = rolesForPermissionOn(permission, api.portal.get()) or ()
    return tuple(sorted({role for role in roles if role not in OWN and not role.startswith("_")}))
