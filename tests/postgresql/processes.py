"""The Zope processes that the tests talk to."""

from pathlib import Path
from run_zope import PASSWORD

import os
import requests
import socket
import subprocess
import sys
import time


SCRIPT = Path(__file__).with_name("run_zope.py")
PATIENCE = 240  # seconds until the first answer, also on a busy machine


class Zope:
    """A process with the site, on a free port."""

    def __init__(self, var, dsn=None, key_file=None):
        self.var = var
        self.dsn = dsn
        self.key_file = key_file or var / "samenbeter.key"
        self.port = free_port()
        self.base = f"http://localhost:{self.port}/samenbeter"
        self.process = None

    def start(self, make=None):
        """Start the process; it answers a while later. ``make`` names the report of the site that it makes first."""
        command = [sys.executable, str(SCRIPT), "--var", str(self.var), "--port", str(self.port)]
        for option, value in (("--dsn", self.dsn), ("--make", make)):
            command += [option, str(value)] if value else []
        # all processes of a site have the same key file
        self.process = subprocess.Popen(command, env={**os.environ, "SAMENBETER_KEY_FILE": str(self.key_file)})

    def wait(self):
        """Wait for the first answer."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, f"it stopped: {self.log()[-2000:]}"
            try:
                assert requests.get(self.base, timeout=PATIENCE).status_code == 200, self.log()[-2000:]
                return
            except requests.ConnectionError:
                time.sleep(0.3)
        raise AssertionError(f"no answer: {self.log()[-2000:]}")

    def stop(self):
        """Stop the process."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def log(self):
        """Return what the process reported."""
        return (self.var / "log" / "event.log").read_text("utf-8")

    def rest(self, user=None):
        """Return a function that sends a REST request as this user: (method, path, body) -> response."""
        session = requests.Session()
        session.headers["Accept"] = "application/json"
        if user:
            session.auth = (user, PASSWORD)

        def send(method, path, body=None):
            url = path if path.startswith("http") else self.base + path
            return session.request(method, url, json=body, timeout=120)

        return send


def free_port():
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
