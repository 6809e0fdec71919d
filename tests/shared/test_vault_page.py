"""The page of the vault: whoever runs the site sees whether it is well, and nobody sees what is in it."""

from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.protect import createToken
from samenbeter.shared import keys
from samenbeter.shared import rotation
from samenbeter.shared import vault

import pytest
import requests
import shutil
import transaction


PASSWORD = "een-lang-wachtwoord"
GROUPS = {
    "beheer": "Site Administrators",
    "redactie": "Vraagbaak Editor",
    "privacy": "Privacy Officer",
    "anna": None,
}
SECRET = "zilverreiger"


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with people, and records of nobody's kind in its vault."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in GROUPS.items():
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
    box = vault.get(shared_portal)
    for number in range(8):
        box.add("test", "note", {"text": SECRET}, purpose="samenbeter.rights", subject=f"member:{number}")
    transaction.commit()
    return shared_portal


@pytest.fixture
def box(site):
    """The vault as it is now."""
    transaction.begin()
    return vault.get(site)


@pytest.fixture
def ask(site):
    """Ask for the page, or send its form; return the answer."""
    url = f"{site.absolute_url()}/@@samenbeter-vault"

    def ask(user="beheer", token=True, **form):
        auth = (user, PASSWORD) if user else None
        if not form:
            return requests.get(url, auth=auth, allow_redirects=False, timeout=60, headers={"Accept": "text/html"})
        if token:
            with api.env.adopt_user(username=user):
                form["_authenticator"] = createToken()
        # what the redirect says stands on the page that it leads to
        session = requests.Session()
        session.auth = auth
        answer = session.post(url, data=form, timeout=60, headers={"Accept": "text/html"})
        transaction.begin()
        return answer

    return ask


def words(answer):
    """Return what a person reads on the page."""
    return " ".join(" ".join(html.fromstring(answer.content).xpath("//main//text()")).split())


class TestLooking:
    @pytest.mark.parametrize("user", [None, "anna", "redactie", "privacy"])
    def test_others_do_not(self, ask, user):
        assert ask(user).status_code in (302, 401, 403)
        assert "test: note" not in ask(user).text

    def test_it_says_how_it_is_and_not_where(self, box, ask):
        answer = ask()
        assert answer.status_code == 200
        assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
        said = words(answer)
        assert "hij past" in said and keys.NAME in said and "test: note 8" in said
        assert str(keys.place().parent) not in answer.text
        assert SECRET not in answer.text
        key, index = (line.split()[1] for line in keys.place().read_text().splitlines() if line[0] in "ki")
        assert key not in answer.text and index not in answer.text

    def test_nothing_changes_when_somebody_looks(self, box, ask):
        before = box._p_jar.db().lastTransaction()
        ask()
        assert box._p_jar.db().lastTransaction() == before

    def test_a_file_that_others_may_read_is_said(self, box, ask):
        keys.place().chmod(0o644)
        try:
            assert "Zet de rechten op 0600" in words(ask())
        finally:
            keys.place().chmod(0o600)
        assert "Zet de rechten op 0600" not in words(ask())

    @pytest.mark.parametrize(("text", "message"), [(None, "is er niet"), ("half", "niet heel")])
    def test_a_key_that_is_not_right_is_said(self, box, ask, tmp_path, text, message):
        shutil.copy(keys.place(), tmp_path / "kept")
        try:
            keys.place().unlink()
            if text:
                keys.place().write_text(text)
            answer = ask()
            assert answer.status_code == 200
            assert message in words(answer) and "hij past" not in words(answer)
            # and a button changes nothing
            assert message in words(ask(act="rotate", current=box.current))
            assert message in words(ask(act="check"))
        finally:
            shutil.copy(tmp_path / "kept", keys.place())


class TestDoing:
    @pytest.mark.parametrize("act", ["rotate", "check", "uninstall"])
    def test_not_without_a_token(self, box, ask, act):
        before = (box.current, box._p_jar.db().lastTransaction())
        answer = ask(token=False, act=act, current=box.current, erase="1")
        assert answer.status_code == 403
        assert (box.current, box._p_jar.db().lastTransaction()) == before

    @pytest.mark.parametrize("user", ["anna", "redactie", "privacy"])
    def test_not_by_others(self, box, ask, user):
        before = box.current
        ask(user, act="rotate", current=before)
        ask(user, act="uninstall", erase="1")
        assert box.current == before
        assert not box.erase_on_uninstall

    def test_a_new_key(self, box, ask):
        old = box.current
        answer = ask(act="rotate", current=old)
        assert "heeft een nieuwe sleutel" in answer.text
        assert box.current != old
        assert rotation.status(box)["finished"]
        # sent twice: once was meant
        new = box.current
        ask(act="rotate", current=old)
        assert box.current == new

    def test_one_that_was_begun_goes_on(self, box, ask):
        old = box.current
        rotation.rotate(box, limit=3)
        new = box.current
        assert "Klaar: 3 van 8" in words(ask())
        assert "Ga verder" in words(ask())
        ask(act="rotate", current=old)
        assert box.current == new and rotation.status(box)["finished"]

    def test_all_is_looked_at(self, box, ask):
        assert "Alles is goed" in words(ask(act="check"))
        record = box.record(next(box.find(room="test")))
        whole = record.payload.sealed
        record.payload.sealed = None
        transaction.commit()
        answer = ask(act="check")
        assert "Beschadigd: 1" in words(answer) and "test: note: 1" in words(answer)
        assert record.id not in answer.text and SECRET not in answer.text
        record.payload.sealed = whole
        transaction.commit()

    @pytest.mark.parametrize(
        "form", [{"act": "nonsense"}, {"act": "check", "start": "x", "checked": "-1", "damaged": "9" * 40}]
    )
    def test_nonsense_is_passed_over(self, box, ask, form):
        assert ask(**form).status_code == 200

    def test_the_tick(self, box, ask):
        assert ask(act="uninstall", erase="1").status_code == 200
        assert box.erase_on_uninstall
        assert html.fromstring(ask().content).xpath("//input[@name='erase']/@checked")
        ask(act="uninstall")
        assert not box.erase_on_uninstall
