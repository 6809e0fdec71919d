"""A PostgreSQL server of our own in a temporary folder, gone afterwards."""

from pathlib import Path

import os
import pwd
import shutil
import subprocess
import tempfile


USER = DATABASE = "samenbeter"
# PostgreSQL refuses to run as root; it is then run as the first of these that exists
OTHER_USERS = ("postgres", "nobody")
# only for tests: the data need not survive a power cut
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 32MB
"""


class Cluster:
    """The server; it listens on a socket in its folder, so it needs no port."""

    def __init__(self, programs):
        self.programs = Path(programs)
        # not below the folder of pytest: another user cannot go through that
        self.folder = Path(tempfile.mkdtemp(prefix="samenbeter-pg-"))
        self.data = self.folder / "data"
        self.owner = None
        if os.geteuid() == 0:
            self.owner = _first_user(OTHER_USERS)
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)

    @property
    def dsn(self):
        """Return how psycopg2 connects."""
        return self.dsn_of(DATABASE)

    def dsn_of(self, database):
        """Return how psycopg2 connects to a database."""
        return f"dbname='{database}' user='{USER}' host='{self.folder}'"

    def make_database(self, name):
        """Make one more database, and return how psycopg2 connects to it."""
        self._run("createdb", "-h", self.folder, "-U", USER, name)
        return self.dsn_of(name)

    def start(self):
        """Make the server and its database, and start it."""
        self._run("initdb", "-D", self.data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        with (self.data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(SETTINGS.format(folder=self.folder))
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60", "start")
        self._run("createdb", "-h", self.folder, "-U", USER, DATABASE)

    def stop(self):
        """Stop the server and take its folder away."""
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program, *arguments):
        command = [str(self.programs / program), *map(str, arguments)]
        if self.owner:
            command = [
                "setpriv",
                f"--reuid={self.owner.pw_uid}",
                f"--regid={self.owner.pw_gid}",
                "--clear-groups",
                *command,
            ]
        # the server goes on in the background and would keep a pipe open
        with (self.folder / f"{program}.out").open("wb+") as out:
            done = subprocess.run(command, cwd=self.folder, stdout=out, stderr=subprocess.STDOUT, check=False)
            out.seek(0)
            assert done.returncode == 0, f"{program}: {out.read().decode(errors='replace')}"


def _first_user(names):
    for name in names:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise AssertionError(f"PostgreSQL does not run as root, and there is no user {' or '.join(names)} to run it as")
