"""Before what cannot be taken back it has to be shown once more who somebody is."""

from my_rights import add_user
from my_rights import code_in
from my_rights import forget_limits
from my_rights import kept
from my_rights import mails
from my_rights import Moved
from my_rights import onward
from my_rights import PASSWORD
from my_rights import says
from my_rights import Visitor
from plone import api
from samenbeter.privacy import fresh
from samenbeter.shared import proofs

import pytest
import transaction


@pytest.fixture
def portal(functional_portal):
    forget_limits()
    for name in ("yara", "bilal"):
        add_user(name)
    transaction.commit()
    return functional_portal


@pytest.fixture
def yara(portal):
    visitor = Visitor(portal, "yara")
    visitor.get("@@mijn-download")
    return visitor


def made():
    return kept(kind="export")


class TestPassword:
    def test_the_right_one_lets_the_act_happen_in_the_same_request(self, yara):
        cookies = dict(yara.http.cookies)
        assert yara.press("make", password=PASSWORD).status_code == 200
        assert len(made()) == 1
        assert dict(yara.http.cookies) == cookies

    @pytest.mark.parametrize("password", ["", "fout", PASSWORD.upper(), f" {PASSWORD} x"])
    def test_another_one_does_nothing_and_says_what_to_do(self, yara, password):
        yara.press("make", password=password)
        assert made() == []
        summary = yara.page.xpath("//*[@role='alert']//a")
        assert [link.get("href") for link in summary] == ["#password"]
        field = yara.page.get_element_by_id("password")
        assert field.get("aria-invalid") == "true"
        assert field.get("value") is None
        assert yara.page.findtext(".//title").startswith("Fout:")

    @pytest.mark.abuse("A16")
    def test_after_five_wrong_ones_also_the_right_one_has_to_wait(self, yara, monkeypatch):
        time = Moved(monkeypatch)
        for _try in range(5):
            yara.press("make", password="fout")
        yara.press("make", password=PASSWORD)
        assert made() == []
        assert "kwartier" in yara.text
        time.on(minutes=16)
        yara.press("make", password=PASSWORD)
        assert len(made()) == 1

    def test_others_do_not_wait_for_who_guesses(self, yara, portal):
        for _try in range(6):
            yara.press("make", password="fout")
        bilal = Visitor(portal, "bilal")
        bilal.get("@@mijn-download")
        bilal.press("make", password=PASSWORD)
        assert len(made()) == 1

    def test_the_password_of_another_account_is_no_password(self, portal):
        with api.env.adopt_user(username="bilal"):
            user = portal.acl_users.getUserById("bilal")
            portal.acl_users.userSetPassword("yara", "iets-heel-anders-1")
            assert not fresh.password_holds(user, "iets-heel-anders-1")
            assert fresh.password_holds(user, PASSWORD)


class TestProof:
    """The signed text in the form."""

    def test_it_holds_for_ten_minutes(self, yara, monkeypatch):
        time = Moved(monkeypatch)
        yara.press("make", password=PASSWORD)
        assert yara.page.xpath("//input[@name='proof']") and not yara.page.xpath("//input[@name='password']")
        time.on(minutes=11)
        yara.press("fetch")
        assert yara.page.xpath("//input[@name='password']")
        assert len(made()) == 1

    @pytest.mark.parametrize(
        ("userid", "act"), [("bilal", "export"), ("yara", "erase"), ("yara", "email"), ("", "export")]
    )
    def test_that_of_another_person_or_act_does_nothing(self, yara, userid, act):
        proof = proofs.sign(fresh.USE, userid, act, minutes=10)
        yara.post("@@mijn-download", do="make", proof=proof)
        assert made() == []

    @pytest.mark.parametrize("proof", ["x", "99999999999.", "9999999999.abc", "-1.abc", "٣.abc", "1" * 5000])
    def test_what_is_made_up_does_nothing(self, yara, proof):
        yara.post("@@mijn-download", do="make", proof=proof)
        assert yara.answer.status_code == 200
        assert made() == []

    def test_it_lets_the_act_happen(self, yara):
        yara.post("@@mijn-download", do="make", proof=proofs.sign(fresh.USE, "yara", "export", minutes=10))
        assert len(made()) == 1


@pytest.mark.abuse("A13")
class TestLink:
    """For who has no password here."""

    def test_it_proves_the_same_once(self, yara):
        yara.press("link")
        assert "Kijk in je mail" in yara.text
        (mail,) = mails()
        assert mail["to"] == "yara@example.org" and "yara" not in mail["subject"].lower()
        code = code_in(mail)
        yara.get(f"@@link-uit-mail?code={code}")
        assert len(says("access")) == 1
        yara.post("@@link-uit-mail", code=code)
        assert says("access") == []
        onward(yara)
        yara.press("make")
        assert len(made()) == 1
        assert yara.get(f"@@link-uit-mail?code={code}").status_code == 404

    def test_another_account_cannot_use_it(self, yara, portal):
        yara.press("link")
        code = code_in(mails()[0])
        bilal = Visitor(portal, "bilal")
        bilal.get(f"@@link-uit-mail?code={code}")
        bilal.post("@@link-uit-mail", code=code)
        assert len(says("access")) == 1
        assert not bilal.page.xpath("//input[@name='proof']")

    def test_it_is_mailed_a_few_times_an_hour(self, yara):
        for _time in range(6):
            yara.get("@@mijn-download")
            yara.press("link")
        assert len(mails()) == 3
