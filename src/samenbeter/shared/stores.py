"""The stores for what is private, made and taken away together."""

from plone import api
from samenbeter import logger
from samenbeter.shared import audit
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import vault
from zope.annotation.interfaces import IAnnotations


# the annotations of the site that they are
PREFIXES = (vault.KEY, audit.KEY, jobs.KEY, "samenbeter.privacy.", "samenbeter.erasures")


def prepare():
    """Make the vault with its key, the audit log and the list of jobs, where they are not there yet."""
    audit.store()
    jobs.store()
    try:
        vault.get().prepare()
    except keys.VaultProblem as problem:
        # the site can be used; the page of the vault says what to do
        logger.warning("%s", problem)


def remove():
    """Take them away, when there is nothing in them or the admin wants that.

    Else all of it stays: it works again after a new install. The key file is never touched.
    """
    annotations = IAnnotations(api.portal.get())
    box, log = annotations.get(vault.KEY), annotations.get(audit.KEY)
    wanted = box is not None and box.erase_on_uninstall
    used = bool(box is not None and len(box)) or bool(log is not None and log.segments())
    if wanted or not used:
        for name in [name for name in annotations if name.startswith(PREFIXES)]:
            del annotations[name]
