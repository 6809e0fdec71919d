"""`make install` and `make start` say in one sentence what is wrong, before the slow part."""

from pathlib import Path
from samenbeter.demo import ports
from samenbeter.demo import zope_conf
from samenbeter.demo.accounts import ACCOUNTS

import importlib
import pytest
import socket
import stat
import subprocess
import sys
import zc.lockfile


SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def find_python(monkeypatch, tmp_path):
    """The script's module, on a machine without any Python."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    module = importlib.import_module("find_python")
    monkeypatch.setenv("PATH", str(tmp_path))
    return module


@pytest.fixture
def install(find_python):
    """The script's module."""
    return importlib.import_module("install")


def add_python(folder, name, says, exit_code=0):
    """Put a program there that answers like a Python of that version."""
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{says}'\nexit {exit_code}\n")
    program.chmod(0o755)


def test_takes_the_first_python_that_works(find_python, tmp_path):
    add_python(tmp_path, "python3.12", "", 127)
    add_python(tmp_path, "python3.11", "3 11 7 /opt/eleven")
    add_python(tmp_path, "python3.10", "3 10 1 /opt/ten")
    assert find_python.choose_python("") == ((3, 11, 7), "/opt/eleven")


@pytest.mark.parametrize(
    ("says", "exit_code", "sentence"),
    [
        ("3 9 18 /opt/p", 0, "/opt/p is Python 3.9.18, but SamenBeter needs Python 3.10 or newer."),
        ("3 11 2 /opt/p", 1, "its modules venv and ensurepip are missing."),
        ("3 13 0 /opt/p", 0, "that one release has an error"),
        ("", 1, "There is no working python3 here."),
    ],
)
def test_says_what_is_wrong_with_a_python(find_python, tmp_path, says, exit_code, sentence):
    add_python(tmp_path, "python3", says, exit_code)
    with pytest.raises(find_python.Failed, match=sentence):
        find_python.choose_python("")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("error: dns error: failed to lookup address information", "Check the network"),
        ("WARNING: NewConnectionError: connection broken", "Check the network"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
    ],
)
def test_explains_a_failed_installation(install, said, sentence):
    assert sentence in install.explain(said)


def test_other_failures_are_shown_as_they_are(install):
    assert install.explain("the compiler found an error") is None
    with pytest.raises(install.Failed, match="the compiler found an error"):
        install.fail("the compiler found an error")


def test_installation_is_done_again_for_other_pins(install, monkeypatch, tmp_path):
    monkeypatch.setattr(install, "ROOT", str(tmp_path))
    (tmp_path / "setup.py").write_text("")
    (tmp_path / "constraints.txt").write_text("Zope==6.2")
    before = install.fingerprint((3, 11))
    assert install.fingerprint((3, 11)) == before
    assert install.fingerprint((3, 12)) != before
    (tmp_path / "constraints.txt").write_text("Zope==6.3")
    assert install.fingerprint((3, 11)) != before


def test_port_in_use_is_said_with_what_to_do():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ports.Busy, match=f"Port {port} is in use.*PORT={port + 1} make start"):
            ports.check_free("localhost", port)
    ports.check_free("localhost", port)


def test_localhost_is_this_machine_only():
    assert {address for _, address in ports.addresses("localhost")} == {"127.0.0.1", "::1"}
    assert ports.is_loopback("localhost")
    assert not ports.is_loopback("0.0.0.0")


def test_data_in_use_are_said_with_who_uses_them(tmp_path):
    zope_conf.prepare(tmp_path)
    zope_conf.check_unlocked(tmp_path)
    lock = zc.lockfile.LockFile(str(tmp_path / "filestorage" / "Data.fs.lock"))
    try:
        with pytest.raises(zope_conf.InUse, match="in use by another process"):
            zope_conf.check_unlocked(tmp_path)
    finally:
        lock.close()


def test_admin_password_is_secret_and_new_each_time(tmp_path):
    from samenbeter.demo.site import new_password

    first = new_password(tmp_path)
    place = tmp_path / "admin-password"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    second = new_password(tmp_path)
    assert place.read_text() == second + "\n"
    assert first != second
    assert len(second) >= 20


def test_there_is_an_account_for_each_role():
    assert [account.id for account in ACCOUNTS] == [
        "anna",
        "bilal",
        "redactie",
        "zorg",
        "welzijn",
        "partner",
        "wijkwebber",
        "privacy",
        "beheer",
    ]
    assert all(account.email.endswith(".example") for account in ACCOUNTS)


def test_start_does_not_load_plone_before_the_checks():
    # Else who made a typing error in the port waits half a minute for the answer.
    program = "import sys, samenbeter.demo.start; sys.exit('Products.CMFPlone' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
