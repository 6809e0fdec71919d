"""1004: switches that make the site stricter, entry codes and counters, and the way to an account."""

from samenbeter.shared import stores
from samenbeter.upgrades import run_profile


def upgrade(setup):
    """Bring what the profile added since 1003."""
    run_profile(setup, "1004")
    stores.prepare()
