"""What time it is. One place, so that a test can move the time for all."""

from datetime import datetime
from datetime import timezone


def now():
    """Return the time, in UTC. Call it as ``clock.now()``."""
    return datetime.now(timezone.utc)


def today():
    """Return the date, in UTC."""
    return now().date()
