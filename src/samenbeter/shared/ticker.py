"""A thread that asks its own process each minute to do what is due; sooner when somebody pokes.

For a site of one process. With more of them, cron or systemd can ask one of them.
"""

from contextlib import contextmanager
from samenbeter import logger
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared.tick_client import ask

import threading


EVERY = 60  # seconds


class Ticker(threading.Thread):
    """Asks each minute, until it is stopped."""

    def __init__(self, site_url, every=EVERY):
        super().__init__(name="samenbeter-ticker", daemon=True)
        self.site_url = site_url
        self.every = every
        self.wake = threading.Event()
        self.stopping = False

    def run(self):
        """Ask, and wait; a tick that had too little time is followed at once."""
        while not self.stopping:
            self.wake.clear()
            more = self.tick()
            if not more:
                self.wake.wait(self.every)

    def tick(self):
        """Ask once; return True when there is more to do."""
        try:
            return bool(ask(self.site_url).get("more"))
        except keys.NoKey:
            return False  # the page of the vault says so
        except (OSError, ValueError) as error:
            if not self.stopping:
                logger.info("No tick now: %s", type(error).__name__)
            return False

    def stop(self):
        """Ask no more. What the process is doing ends with its requests."""
        self.stopping = True
        self.wake.set()


@contextmanager
def running(site_url, every=EVERY):
    """Have a ticker while this is open; ``jobs.poke`` reaches it."""
    ticker = Ticker(site_url, every)
    jobs.wake = ticker.wake
    ticker.start()
    try:
        yield ticker
    finally:
        jobs.wake = None
        ticker.stop()
