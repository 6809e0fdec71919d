"""Transactions that win from others, and say nothing about anybody."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import transactions
from samenbeter.shared.transactions import committed
from ZODB.POSException import ConflictError

import pytest
import requests
import threading
import transaction


PASSWORD = "een-lang-wachtwoord"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Nobody waits between the tries."""
    monkeypatch.setattr(transactions, "LONGEST_WAIT", 0.001)


class TestTries:
    def test_who_tries_again_wins(self, box):
        """The other one wrote the same in between."""
        root, seen = box._p_jar.root(), []

        def act():
            root["n"] = root.get("n", 0) + 1
            seen.append(root["n"])
            if len(seen) < 4:
                manager = transaction.TransactionManager()
                other = box._p_jar.db().open(manager)
                other.root()["n"] = 10 * len(seen)
                manager.commit()
                other.close()
            return "done"

        assert committed(act) == "done"
        assert seen == [1, 11, 21, 31]
        transaction.begin()
        assert root["n"] == 31

    def test_many_threads_lose_nothing(self, box):
        box._p_jar.root()["n"] = 0
        transaction.commit()
        database = box._p_jar.db()

        def work():
            connection = database.open()

            def act():
                connection.root()["n"] += 1

            for _time in range(10):
                committed(act, tries=500)
            connection.close()

        threads = [threading.Thread(target=work) for _number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        transaction.begin()
        assert box._p_jar.root()["n"] == 40

    def test_it_gives_up(self, box):
        tried = []

        def act():
            tried.append(1)
            box._p_jar.root()["x"] = 1
            raise ConflictError

        with pytest.raises(ConflictError):
            committed(act, tries=5)
        assert len(tried) == 5
        assert "x" not in box._p_jar.root()

    @pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
    def test_another_error_is_not_tried_again_and_leaves_nothing(self, box, error):
        tried = []

        def act():
            tried.append(1)
            box._p_jar.root()["x"] = 1
            raise error

        with pytest.raises(error):
            committed(act)
        assert len(tried) == 1
        assert "x" not in box._p_jar.root()

    def test_what_was_not_committed_before_is_lost(self, box):
        """A view does this first: else half a request would be kept."""
        box._p_jar.root()["before"] = 1
        committed(lambda: box._p_jar.root().update(x=1))
        transaction.begin()
        assert set(box._p_jar.root()) == {"vault", "x"}

    def test_it_says_who_and_where_to_nobody(self, box):
        def act():
            current = transaction.get()
            current.setUser("anna", "/plone")
            current.note("/plone/mijn-gegevens")
            box._p_jar.root()["x"] = 1

        committed(act)
        committed(lambda: box._p_jar.root().update(y=1), note="SamenBeter: test")
        last = list(box._p_jar.db().storage.iterator())[-2:]
        assert [(bytes(one.user), bytes(one.description)) for one in last] == [(b"", b""), (b"", b"SamenBeter: test")]


class TestRequests:
    """Over HTTP, with a name and a password."""

    @pytest.fixture
    def transactions_of(self, functional_portal):
        """Return what the transactions say of themselves that an act makes."""
        portal = functional_portal
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(
                username="zilverreiger", email="z@example.org", password=PASSWORD, roles=["Member", "Manager"]
            )
        transaction.commit()
        storage = portal._p_jar.db().storage.changes

        def of(act):
            before = len(list(storage.iterator()))
            act(portal.absolute_url())
            return [(bytes(one.user), bytes(one.description)) for one in list(storage.iterator())[before:]]

        return of

    def test_what_a_member_does_names_neither_member_nor_place(self, transactions_of):
        def act(base):
            answer = requests.post(
                base,
                json={"@type": "Folder", "id": "map", "title": "Map"},
                auth=("zilverreiger", PASSWORD),
                headers={"Accept": "application/json"},
                timeout=60,
            )
            assert answer.status_code == 201, answer.text

        found = transactions_of(act)
        assert found
        assert set(found) == {(b"", b"")}

    def test_nor_does_what_the_site_itself_writes_when_somebody_logs_in(self, transactions_of):
        def act(base):
            form = {"__ac_name": "zilverreiger", "__ac_password": PASSWORD, "buttons.login": "x", "form.submitted": "1"}
            requests.post(f"{base}/login", data=form, headers={"Accept": "text/html"}, timeout=60)

        assert set(transactions_of(act)) <= {(b"", b"")}
