"""Passwords are kept with bcrypt: new ones at once, old ones at the next log-in."""

from at_the_door import basic
from at_the_door import Client
from at_the_door import forget
from at_the_door import form
from at_the_door import OTHER
from at_the_door import PASSWORD
from at_the_door import people
from at_the_door import private_page
from at_the_door import rest
from at_the_door import turn_off
from at_the_door import turn_on
from AuthEncoding import AuthEncoding
from concurrent.futures import ThreadPoolExecutor
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.hardening import guard
from samenbeter.hardening import strong
from unittest.mock import patch

import bcrypt
import pytest
import transaction


@pytest.fixture(scope="class")
def strict(shared_portal):
    """A site with two members from before the switch was turned on."""
    forget()
    people("anna", "bram", "cor", "dora")
    private_page(shared_portal, "anna", "bram", "cor", "dora")
    turn_on("passwords")
    return shared_portal


def kept(portal, name):
    """Return how a password is kept."""
    transaction.begin()
    return portal.acl_users.source_users._user_passwords[name]


class Counted:
    """How often bcrypt worked."""

    def __init__(self):
        self.times = 0

    def __enter__(self):
        real_hash, real_check = bcrypt.hashpw, bcrypt.checkpw

        def hashed(*args):
            self.times += 1
            return real_hash(*args)

        def checked(*args):
            self.times += 1
            return real_check(*args)

        self.patches = [patch.object(bcrypt, "hashpw", hashed), patch.object(bcrypt, "checkpw", checked)]
        for one in self.patches:
            one.start()
        return self

    def __exit__(self, *_error):
        for one in self.patches:
            one.stop()


class TestValues:
    """Pure."""

    @pytest.mark.parametrize(
        "password", [PASSWORD, "é" * 36, "x" * 72, "x" * 73, "é" * 37, "a\0b" * 9, "x" * 999, "😀" * 64]
    )
    def test_each_password_is_kept_whole(self, password):
        forget()
        value = strong.encode(password)
        assert AuthEncoding.is_encrypted(value)
        assert AuthEncoding.pw_validate(value, password)
        for other in (password + "x", password[:-1], password[:72] + "y"):
            assert not AuthEncoding.pw_validate(value, other)
        assert strong.is_strong(value)

    def test_what_bcrypt_reads_whole_is_kept_as_plone_keeps_it_without_us(self):
        assert strong.encode("x" * 72).startswith(b"{BCRYPT}$2b$")
        assert strong.encode("x" * 73).startswith(b"{BCRYPT-SHA256}$2b$")

    def test_other_ways_to_keep_it_are_not_strong(self):
        for scheme in ("SSHA", "SHA256"):
            assert not strong.is_strong(AuthEncoding.pw_encrypt(PASSWORD, scheme))
        weak = b"{BCRYPT}" + bcrypt.hashpw(b"x", bcrypt.gensalt(4))
        with patch.object(strong, "ROUNDS", 5):
            assert strong.is_bcrypt(weak) and not strong.is_strong(weak)
        assert not strong.is_strong("") and not strong.is_strong(b"$2b$12$")


class TestKept:
    def test_without_the_switch_it_is_sha(self, shared_portal):
        forget()
        people("anna")
        assert kept(shared_portal, "anna").startswith(b"{SSHA}")
        form(shared_portal, "anna")
        assert kept(shared_portal, "anna").startswith(b"{SSHA}")


class TestStrict:
    @pytest.mark.parametrize(("way", "name"), [(form, "anna"), (rest, "bram")])
    def test_an_old_one_is_kept_better_at_log_in(self, strict, way, name):
        assert kept(strict, name).startswith(b"{SSHA}")
        way(strict, name, "fout-fout-fout")
        assert kept(strict, name).startswith(b"{SSHA}")
        client, answer = way(strict, name)
        assert answer.status_code in (200, 302)
        assert kept(strict, name).startswith(b"{BCRYPT}")
        again, answer = way(strict, name)
        assert again.get("/besloten").status_code == client.get("/besloten").status_code == 200
        before = kept(strict, name)
        way(strict, name)
        assert kept(strict, name) == before

    def test_asking_with_basic_writes_nothing(self, strict):
        client, _answer = basic(strict, "cor", path="/besloten")
        assert client.get("/besloten").status_code == 200
        assert kept(strict, "cor").startswith(b"{SSHA}")

    def test_two_at_the_same_time_both_get_in(self, strict):
        assert kept(strict, "dora").startswith(b"{SSHA}")
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda _number: form(strict, "dora"), range(4)))
        assert [answer.status_code for _client, answer in found] == [302] * 4
        assert all(client.get("/besloten").status_code == 200 for client, _answer in found)
        assert kept(strict, "dora").startswith(b"{BCRYPT}")

    def test_a_new_account_has_it_at_once(self, strict):
        people("emma")
        assert kept(strict, "emma").startswith(b"{BCRYPT}")
        assert form(strict, "emma")[1].status_code == 302

    def test_so_has_one_made_over_rest(self, strict):
        manager = Client(strict, "application/json")
        manager.http.auth = (SITE_OWNER_NAME, "secret")
        person = {"username": "fay", "email": "fay@example.org", "password": PASSWORD}
        assert manager.post("/@users", json=person).status_code == 201
        assert kept(strict, "fay").startswith(b"{BCRYPT}")
        assert form(strict, "fay")[1].status_code == 302

    def test_so_has_a_new_password(self, strict):
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            strict.acl_users.userSetPassword("emma", OTHER)
        transaction.commit()
        assert kept(strict, "emma").startswith(b"{BCRYPT}")
        assert form(strict, "emma", OTHER)[1].status_code == 302
        assert form(strict, "emma")[1].status_code == 200

    def test_a_password_that_looks_like_a_kept_one_is_a_password(self, strict):
        typed = AuthEncoding.pw_encrypt("iets anders").decode()
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="gijs", email="gijs@example.org", password=typed)
        transaction.commit()
        assert form(strict, "gijs", "iets anders")[1].status_code == 200
        assert form(strict, "gijs", typed)[1].status_code == 302


@pytest.mark.abuse("A15")
class TestAsMuchWork:
    """Who measures the time of a wrong password learns nothing: bcrypt works once, whoever it is."""

    @pytest.mark.parametrize("way", [form, rest, basic])
    @pytest.mark.parametrize("name", ["anna", "emma-met-bcrypt", "niemand"])
    def test_a_wrong_password_is_one_piece_of_work_for_each_name(self, strict, way, name):
        if name == "emma-met-bcrypt" and name not in strict.acl_users.source_users._user_passwords:
            people(name)
        strong.pretend("x")
        with Counted() as bcrypts:
            way(strict, name, "fout-fout-fout")
        assert bcrypts.times == 1

    def test_a_right_one_too(self, strict):
        form(strict, "bram")
        with Counted() as bcrypts:
            form(strict, "bram")
        assert bcrypts.times == 1

    def test_a_program_that_sends_it_each_time_waits_once(self, strict):
        people("hugo")
        private = "/@users/hugo"
        guard.recently.clear()
        with Counted() as bcrypts:
            for _time in range(5):
                assert basic(strict, "hugo", path=private)[1].status_code == 200
        assert bcrypts.times == 1
        assert basic(strict, "hugo", "fout-fout-fout", path=private)[1].status_code == 401
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            strict.acl_users.userSetPassword("hugo", OTHER)
        transaction.commit()
        assert basic(strict, "hugo", path=private)[1].status_code == 401


class TestUndone:
    def test_what_was_kept_goes_on_working(self, strict):
        form(strict, "anna")
        long = "een zin van meer dan tweeenzeventig tekens die niemand anders zou bedenken vandaag"
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="lang", email="lang@example.org", password=long)
        transaction.commit()
        turn_off("passwords")
        assert kept(strict, "anna").startswith(b"{BCRYPT}")
        assert form(strict, "anna")[1].status_code == 302
        assert form(strict, "lang", long)[1].status_code == 302
        assert form(strict, "lang", long + "x")[1].status_code == 200
        people("ida")
        assert kept(strict, "ida").startswith(b"{SSHA}")
