"""A vault in a database of its own, without a site: for what needs none."""

from contextlib import contextmanager
from samenbeter.shared import keys
from samenbeter.shared.vault import Vault
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import pytest
import transaction


PURPOSE = "samenbeter.rights"
KIND = {"room": "privacy", "kind": "note"}


@contextmanager
def vault_in(folder):
    """Open the vault whose database is in a folder; make it the first time. The key file is beside it."""
    database = DB(FileStorage(str(folder / "Data.fs")))
    connection = database.open()
    try:
        if "vault" not in connection.root():
            connection.root()["vault"] = Vault()
            connection.root()["vault"].prepare()
            transaction.commit()
        yield connection.root()["vault"]
    finally:
        transaction.abort()
        connection.close()
        database.close()


def fill(vault, count, start=0, **more):
    """Add records "note <number>" about member:<number>; return their ids."""
    added = [
        vault.add(**KIND, data={"text": f"note {n}"}, purpose=PURPOSE, subject=f"member:{n}", **more)
        for n in range(start, start + count)
    ]
    transaction.commit()
    return added


@pytest.fixture
def key_file(tmp_path, monkeypatch):
    """Where the key file of this test is; it is not there yet."""
    place = tmp_path / "keys" / keys.NAME
    place.parent.mkdir()
    monkeypatch.setenv(keys.ENVIRONMENT, str(place))
    return place


@pytest.fixture
def box(key_file, tmp_path):
    """An empty vault, committed."""
    with vault_in(tmp_path) as vault:
        yield vault
