"""1003: the vault, the audit log, the jobs, and the rights of residents."""

from samenbeter.shared import stores
from samenbeter.upgrades import run_profile


def upgrade(setup):
    """Bring what the profile added since 1002, and make the stores for what is private."""
    run_profile(setup, "1003")
    stores.prepare()
