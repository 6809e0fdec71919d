"""The audit log."""


def store():
    """Return the store; make it when this is the first time."""


def note(action, **what):
    """Append an entry."""
