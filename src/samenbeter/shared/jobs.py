"""The jobs."""


def store():
    """Return the store; make it when this is the first time."""
