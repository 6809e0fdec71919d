"""Which new passwords are good enough: pure, and one refusal on a form."""

from at_the_door import forget
from at_the_door import PASSWORD
from at_the_door import turn_on
from plone import api
from samenbeter.hardening import rules

import pytest
import time


GOOD = (
    PASSWORD,
    "een-lang-wachtwoord",
    "correct horse battery staple",
    "mijn fiets staat buiten",
    "Kd8#mQ2pXv7!",
    "zeven kraaien op het dak 2026",
    "ik ben een vis",
    "пароль из семи слов",
    "x" * 3 + "ooievaarsnest",
)
SHORT = ("", "a", "elf tekens!", "Geheim123!")
COMMON = (
    "wachtwoord123",
    "Wachtwoord2026!",
    "W@chtw00rd2026",
    "welkom welkom",
    "welkom01welkom01",
    "qwertyuiop12",
    "123456789012",
    "000000000000",
    "aaaaaaaaaaaa",
    "abababababab",
    "abcdefghijklm",
    "zyxwvutsrqpon",
    "Amsterdam2026!!",
    "zomer2026zomer",
    "passwordpassword",
    "P@ssw0rd2026!",
    "geheimgeheim1",
    "letmein12345",
    "iloveyou2026",
)


@pytest.mark.parametrize("password", GOOD)
def test_good_enough(password):
    assert rules.problem(password) is None


@pytest.mark.parametrize("password", SHORT)
def test_too_short(password):
    assert rules.problem(password) is rules.TOO_SHORT


@pytest.mark.parametrize("password", COMMON)
def test_too_common(password):
    assert rules.problem(password) is rules.TOO_COMMON


@pytest.mark.parametrize(
    "password", ["samenbeter2026", "SamenBeter!!!!", "janjansen1980", "jan.jansen@example.org", "jansen-jansen-1"]
)
def test_what_others_know_of_somebody_is_common(password):
    words = rules.words_of(
        "SamenBeter Osdorp", {"form.widgets.fullname": "Jan Jansen", "email": "janjansen@example.org"}
    )
    assert rules.problem(password, words) is rules.TOO_COMMON
    assert rules.problem("zeven-stille-ooievaars", words) is None


def test_at_least_64_characters_may_be_used():
    assert rules.problem("zeven stille ooievaars " * 6) is None
    assert rules.problem("x" * 1000) is rules.TOO_LONG


@pytest.mark.parametrize("text", ["a" * 999, "ab" * 499, "qwerty" * 160, "é1" * 400, "wachtwoord" * 99, "abc1" * 240])
def test_a_hostile_one_takes_no_time(text):
    begin = time.process_time()
    rules.problem(text, ["x" * 1000])
    assert time.process_time() - begin < 0.5


class TestInTheSite:
    def test_a_weak_one_is_refused_and_said_once(self, functional_portal):
        forget()
        registration = functional_portal.portal_registration
        assert registration.testPasswordValidity("negenteken") is None
        turn_on("passwords")
        said = registration.testPasswordValidity("negenteken")
        assert "12 tekens" in said and "characters" not in said
        assert "raden" in registration.testPasswordValidity("wachtwoord123")
        assert registration.testPasswordValidity(PASSWORD) is None
        with pytest.raises(ValueError):
            api.user.create(username="jan", email="jan@example.org", password="welkom welkom")
