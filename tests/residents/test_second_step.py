"""Two steps to log in, for who sees data of others: a password, and a code of an app."""

from base64 import b64encode
from coming_in import add_user
from coming_in import Browser
from coming_in import digits_in
from coming_in import forget
from coming_in import kept
from coming_in import mails
from coming_in import Moved
from coming_in import PASSWORD
from datetime import timedelta
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.residents import second_step
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import hardened
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility

import pyotp
import pytest
import requests
import transaction


@pytest.fixture
def portal(functional_portal):
    forget()
    add_user("yara", login="yara@example.org")
    return functional_portal


@pytest.fixture
def browser(portal):
    return Browser(portal)


@pytest.fixture
def guarded(portal):
    """A site on which the switch is on, with an editor."""
    add_user("renske", group="Vraagbaak Editor", login="renske@example.org")
    transaction.begin()
    IAnnotations(portal)[hardened.KEY] = {second_step.SWITCH: {}}
    transaction.commit()
    return portal


def app_code(userid, later=0):
    """Return what the app of somebody shows."""
    transaction.begin()
    _record, data = second_step._find(userid)
    return pyotp.TOTP(data["secret"]).at(clock.now() + timedelta(seconds=30 * later))


def set_up(browser):
    """Log in for the first time, with the app; return the codes for on paper."""
    browser.log_in("renske@example.org")
    browser.send(code=app_code("renske"))
    return browser.page.xpath("//main//li/b/text()")


class TestSecondStep:
    """Only where the switch is on, and only for the roles of the setting."""

    def test_it_is_off_by_itself(self, portal):
        add_user("renske", group="Vraagbaak Editor")
        browser = Browser(portal)
        browser.log_in("renske")
        assert browser.is_inside

    def test_a_resident_needs_none(self, guarded):
        browser = Browser(guarded)
        browser.log_in("yara@example.org")
        assert browser.is_inside

    def test_the_first_time_sets_it_up(self, guarded):
        browser = Browser(guarded)
        browser.log_in("renske@example.org")
        assert "__ac" not in browser.http.cookies
        assert browser.page.xpath("//main//*[local-name()='svg' and contains(@class, 'segno')]")
        assert "style=" not in browser.page.xpath("string(//main)") and "data:image" not in browser.answer.text
        (data,) = kept("residents", "second_step")
        secret = data["secret"]
        assert secret in browser.text.replace(" ", "")
        browser.send(code=app_code("renske"))
        codes = browser.page.xpath("//main//li/b/text()")
        assert len(set(codes)) == 10
        assert browser.is_inside
        # the secret and the codes are shown once, and not kept as they are
        assert not any(code in str(kept("residents", "second_step")) for code in codes)
        again = Browser(guarded)
        again.log_in("renske@example.org")
        assert secret not in again.text.replace(" ", "") and "segno" not in again.answer.text

    def test_then_it_asks_a_code_each_time(self, guarded, monkeypatch):
        time = Moved(monkeypatch)
        set_up(Browser(guarded))
        time.on(minutes=5)
        browser = Browser(guarded)
        browser.log_in("renske@example.org")
        assert "__ac" not in browser.http.cookies
        browser.send(code="000000")
        assert browser.wrong == ["code"]
        browser.send(code=app_code("renske"))
        assert browser.is_inside

    @pytest.mark.parametrize(("later", "good"), [(-2, False), (-1, True), (1, True), (2, False)])
    def test_a_clock_may_be_half_a_minute_off(self, guarded, monkeypatch, later, good):
        time = Moved(monkeypatch)
        set_up(Browser(guarded))
        time.on(minutes=5)
        browser = Browser(guarded)
        browser.log_in("renske@example.org")
        browser.send(code=app_code("renske", later))
        assert ("__ac" in browser.http.cookies) is good

    def test_a_code_works_once(self, guarded, monkeypatch):
        time = Moved(monkeypatch)
        set_up(Browser(guarded))
        time.on(minutes=5)
        code = app_code("renske")
        for inside in (True, False):
            browser = Browser(guarded)
            browser.log_in("renske@example.org")
            browser.send(code=code)
            assert ("__ac" in browser.http.cookies) is inside

    def test_a_code_on_paper_works_once(self, guarded):
        codes = set_up(Browser(guarded))
        for inside in (True, False):
            browser = Browser(guarded)
            browser.log_in("renske@example.org")
            browser.send(code=codes[3].upper().replace("-", " "))
            assert ("__ac" in browser.http.cookies) is inside
        transaction.begin()
        assert second_step.codes_left("renske") == 9

    def test_after_five_wrong_ones_also_the_right_one_has_to_wait(self, guarded, monkeypatch):
        time = Moved(monkeypatch)
        set_up(Browser(guarded))
        time.on(minutes=5)
        browser = Browser(guarded)
        browser.log_in("renske@example.org")
        for _try in range(5):
            browser.send(code="000000")
        assert "Het ging vijf keer mis. Wacht een kwartier" in browser.text
        browser.send(code=app_code("renske"))
        assert browser.wrong == ["code"]
        time.on(minutes=16)
        browser.log_in("renske@example.org")
        browser.send(code=app_code("renske"))
        assert browser.is_inside

    def test_the_proof_of_the_first_step_is_of_one_person_and_ten_minutes(self, guarded, monkeypatch):
        time = Moved(monkeypatch)
        add_user("privacy", group="Privacy Officer")
        set_up(Browser(guarded))
        time.on(minutes=5)
        browser = Browser(guarded)
        browser.log_in("privacy")
        action, form = browser.form()
        browser.post(action, **{**form, "user": "renske", "code": app_code("renske")})
        assert "__ac" not in browser.http.cookies
        time.on(minutes=11)
        browser.post(action, **{**form, "code": app_code("privacy")})
        assert browser.answer.headers["Location"].endswith("/login")

    def test_a_mailed_link_asks_it_too(self, guarded):
        set_up(Browser(guarded))
        browser = Browser(guarded)
        browser.get("login")
        browser.send(**{"__ac_name": "renske@example.org", "buttons.link": "link"})
        browser.send(code=digits_in(mails()[-1]))
        assert "__ac" not in browser.http.cookies
        assert "De code uit de app" in browser.text

    def test_a_password_alone_opens_nothing(self, guarded):
        """With Basic, in a form to another page, in a cookie, over REST."""
        secret = b64encode(f"renske@example.org:{PASSWORD}".encode()).decode()
        page = f"{guarded.absolute_url()}/@@mijn-werk"
        for answer in (
            requests.get(page, headers={"Authorization": f"Basic {secret}"}, allow_redirects=False, timeout=60),
            requests.post(
                page,
                data={"__ac_name": "renske@example.org", "__ac_password": PASSWORD},
                allow_redirects=False,
                timeout=60,
            ),
            requests.get(page, cookies={"__ac": f'"{secret}"'}, allow_redirects=False, timeout=60),
            requests.post(
                f"{guarded.absolute_url()}/@login",
                json={"login": "renske@example.org", "password": PASSWORD},
                headers={"Accept": "application/json"},
                timeout=60,
            ),
        ):
            assert answer.status_code in (302, 401, 403)
            assert "Mijn werk" not in answer.text and "token" not in answer.text

    def test_with_the_session_of_both_steps_the_pages_open(self, guarded):
        browser = Browser(guarded)
        set_up(browser)
        assert browser.get("@@mijn-werk").status_code == 200

    def test_zopes_own_administrator_still_gets_in(self, guarded):
        auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        answer = requests.get(f"{guarded.absolute_url()}/@@mijn-werk", auth=auth, timeout=60)
        assert answer.status_code == 200

    def test_a_colleague_can_wipe_it_and_that_is_written_down(self, guarded):
        set_up(Browser(guarded))
        add_user("beheer", group="Site Administrators")
        IAnnotations(guarded)[hardened.KEY] = {}
        transaction.commit()
        boss = Browser(guarded)
        boss.log_in("beheer")
        boss.get("@@tweede-stap-wissen")
        boss.send(login="niemand")
        assert boss.wrong == ["login"]
        boss.send(login="beheer")
        assert boss.wrong == ["login"]
        assert boss.send(login="renske@example.org").status_code == 303
        assert kept("residents", "second_step") == []
        (entry,) = [
            one for one in audit.about(vault.get().pseudonym(Subject(userid="renske").key)) if one.action == "delete"
        ]
        assert entry.section == "residents.second_step"
        assert mails()[-1]["to"] == "renske@example.org"

    def test_others_cannot_wipe_it(self, guarded):
        browser = Browser(guarded)
        browser.log_in("yara@example.org")
        assert browser.get("@@tweede-stap-wissen").status_code in (302, 401, 403, 404)

    def test_new_codes_for_on_paper_need_a_code_of_the_app(self, guarded, monkeypatch):
        time = Moved(monkeypatch)
        browser = Browser(guarded)
        codes = set_up(browser)
        time.on(minutes=5)
        browser.get("@@mijn-noodcodes")
        browser.send(code="000000")
        assert browser.wrong == ["code"]
        browser.send(code=app_code("renske"))
        fresh = browser.page.xpath("//main//li/b/text()")
        assert len(fresh) == 10 and not set(fresh) & set(codes)

    def test_who_is_erased_takes_it_along(self, guarded):
        set_up(Browser(guarded))
        transaction.begin()
        provider = getUtility(IPersonalDataProvider, "samenbeter.residents.second_step")
        subject = Subject(userid="renske")
        (item,) = provider.export(subject).items
        assert item.data == {"set_up": True, "codes_left": 10}
        committed(lambda: provider.erase(subject))
        assert kept("residents", "second_step") == []
