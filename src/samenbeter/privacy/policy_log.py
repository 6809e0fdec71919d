"""Since when the policy is as it is: a job looks each day, and writes the day down when it is another one."""

from datetime import timedelta
from persistent.mapping import PersistentMapping
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.privacy import register
from samenbeter.shared import clock
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "samenbeter.privacy.policy"


def changed_on(now):
    """Return the date on which the register became what it is; today when nobody wrote it down yet. Only reads.

    :param now: a Register.
    """
    known = IAnnotations(api.portal.get()).get(KEY) or {}
    return known["since"] if known.get("fingerprint") == now.fingerprint() else clock.today()


def note():
    """Write down since when the register is as it is; return whether it was another one before."""
    annotations = IAnnotations(api.portal.get())
    fingerprint = register.assemble().fingerprint()
    known = annotations.get(KEY)
    if known is not None and known["fingerprint"] == fingerprint:
        return False
    annotations[KEY] = PersistentMapping(fingerprint=fingerprint, since=clock.today())
    return True


@implementer(IJob)
class PolicyLog:
    """The job that notes when the privacy page became another one."""

    title = _("job_policy", default="Kijken of de privacy-bladzijde is veranderd")
    every = timedelta(days=1)
    at = None

    def run(self, argument, until):
        """Look, and write it down."""
        return True, {"changed": int(committed(note))}
