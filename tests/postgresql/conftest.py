"""Two Zope processes on one PostgreSQL, as on a site with more than one machine."""

from cluster import Cluster
from processes import Zope
from types import SimpleNamespace

import json
import os
import pytest
import subprocess
import sys


@pytest.fixture(scope="session")
def cluster(pytestconfig):
    """A PostgreSQL server for these tests."""
    programs = os.environ.get("PG_BIN")
    if not programs:
        need = pytestconfig.rootpath / "scripts" / "need.py"
        found = subprocess.run([sys.executable, need, "postgresql"], capture_output=True, text=True, check=False)
        if found.returncode:
            pytest.fail(found.stderr.strip(), pytrace=False)
        programs = found.stdout.strip()
    server = Cluster(programs)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def site(cluster, tmp_path_factory):
    """The processes ``one`` and ``two`` with the same site, and the UID of its ``partner``."""
    key_file = tmp_path_factory.mktemp("keys") / "samenbeter.key"
    one, two = (Zope(tmp_path_factory.mktemp(name), cluster.dsn, key_file) for name in ("one", "two"))
    report = one.var / "site.json"
    try:
        one.start(make=report)
        one.wait()
        two.start()
        two.wait()
        yield SimpleNamespace(one=one, two=two, **json.loads(report.read_text("utf-8")))
    finally:
        for zope in (one, two):
            zope.stop()
