"""What somebody tries who is not the person, or lets the person's own browser do it."""

from my_rights import add_user
from my_rights import ADDRESS
from my_rights import door
from my_rights import forget_limits
from my_rights import kept
from my_rights import mails
from my_rights import PASSWORD
from my_rights import says
from my_rights import Visitor
from my_rights import who
from plone import api
from samenbeter.interfaces import IConsents
from samenbeter.privacy import asking
from samenbeter.privacy import fresh
from samenbeter.privacy import links
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import getUtility

import pytest
import transaction


OWN_PAGES = (
    "@@mijn-gegevens",
    "@@wie-zag-mijn-gegevens",
    "@@mijn-download",
    "@@mijn-gegevens-kloppen",
    "@@stop-relatie",
    "@@wis-mijn-gegevens",
)
ALL_PAGES = (*OWN_PAGES, "@@gegevens-zonder-account", "@@link-uit-mail", "@@verzoeken")
# all that a form of ours can ask, with all that it would need
ACTS = (
    ("@@mijn-gegevens", {"do": "freeze"}),
    ("@@mijn-download", {"do": "make", "password": PASSWORD}),
    ("@@mijn-download", {"do": "link"}),
    ("@@mijn-gegevens-kloppen", {"do": "name", "fullname": "Anders"}),
    ("@@mijn-gegevens-kloppen", {"do": "email", "email": "x@example.org", "password": PASSWORD}),
    ("@@mijn-gegevens-kloppen", {"do": "ask", "text": "Iets", "kind": "objection"}),
    ("@@stop-relatie", {"do": "stop", "party": "partner:linde"}),
    ("@@wis-mijn-gegevens", {"do": "erase", "sure": "yes", "password": PASSWORD}),
    ("@@gegevens-zonder-account", {"email": ADDRESS}),
)


@pytest.fixture
def portal(functional_portal):
    forget_limits()
    for name in ("yara", "bilal"):
        add_user(name)
        for party in (vault.PLATFORM, "partner:linde"):
            give = getUtility(IConsents).give
            give(who(name), "samenbeter.contact", party=party, method="web-button", language="nl")
    transaction.commit()
    return functional_portal


def state():
    """Return all that could have changed."""
    transaction.begin()
    records = sorted((record.id, record.frozen, str(data)) for record, data in kept())
    people = [(user.getId(), user.getProperty("fullname"), user.getProperty("email")) for user in api.user.get_users()]
    return records, sorted(people), len(mails())


@pytest.mark.abuse("A33")
class TestWhatTheBrowserIsMadeToDo:
    @pytest.mark.parametrize(("page", "fields"), ACTS)
    def test_a_post_without_a_token_stores_nothing(self, portal, page, fields):
        yara = Visitor(portal, "yara")
        before = state()
        assert yara.post(page, token=False, **fields).status_code == 403
        assert state() == before

    @pytest.mark.parametrize(("page", "fields"), ACTS)
    def test_the_token_of_another_stores_nothing(self, portal, page, fields):
        bilal = Visitor(portal, "bilal")
        bilal.get("@@mijn-download")
        visitor = Visitor(portal)
        visitor.get("@@gegevens-zonder-account")
        yara = Visitor(portal, "yara")
        before = state()
        for token in (bilal.token(), visitor.token()):
            assert yara.post(page, token=False, _authenticator=token, **fields).status_code == 403
        assert state() == before

    @pytest.mark.parametrize(("page", "fields"), ACTS)
    def test_an_address_that_is_only_opened_stores_nothing(self, portal, page, fields):
        yara = Visitor(portal, "yara")
        yara.get("@@mijn-download")
        token = yara.token()
        before = state()
        answer = yara.http.get(f"{yara.base}/{page}", params={**fields, "_authenticator": token}, timeout=60)
        assert answer.status_code == 200
        assert state() == before

    @pytest.mark.parametrize(("page", "fields"), ACTS)
    def test_with_the_token_it_does_something(self, portal, page, fields):
        """Else the tests above prove nothing."""
        yara = Visitor(portal, "yara")
        yara.get("@@mijn-download")
        before = state()
        yara.post(page, **fields)
        assert state() != before

    @pytest.mark.abuse("A34")
    @pytest.mark.parametrize("page", ALL_PAGES)
    def test_no_page_can_be_put_in_the_frame_of_another_site_or_kept(self, portal, page):
        for name in ("yara", ""):
            answer = Visitor(portal, name).get(page)
            if answer.status_code in (200, 404):
                assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
                assert answer.headers["Cache-Control"] == "no-store"
                assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.abuse("A20", "A21")
class TestTheIdOfAnother:
    """In hidden fields, where the page of the person would have it."""

    @pytest.mark.parametrize(("page", "fields"), ACTS[:-1])
    def test_it_is_not_looked_at(self, portal, page, fields):
        yara = Visitor(portal, "yara")
        yara.get("@@mijn-download")
        before = of("bilal")
        others = dict.fromkeys(("userid", "member", "who", "user", "id", "key"), "bilal")
        yara.post(page, **{**others, "subject": "member:bilal", **fields})
        assert of("bilal") == before

    def test_the_consent_of_another_cannot_be_taken_back(self, portal):
        with transaction.manager:
            dora = Subject(email=ADDRESS)
            give = getUtility(IConsents).give
            give(dora, "samenbeter.contact", party=vault.PLATFORM, method="web-button", language="nl")
        visitor = door(portal, "ander@example.org")
        before = [data for record, data in kept(kind="consent")]
        for record, _data in kept(kind="consent"):
            visitor.post(
                "@@gegevens-zonder-account",
                do="withdraw",
                consent=record.id,
                proof=visitor.page.xpath("//main//input[@name='proof']/@value")[0],
            )
        assert [data for record, data in kept(kind="consent")] == before

    def test_the_door_of_an_address_opens_no_account_with_it(self, portal):
        visitor = door(portal, "yara@example.org")
        assert "Yara" not in visitor.text and "Inlognaam" not in visitor.text
        visitor.press("erase", sure="yes")
        transaction.begin()
        assert api.user.get(userid="yara") is not None
        assert len(says("consent")) == 4

    def test_the_link_of_another_account_changes_nothing_of_ones_own(self, portal):
        with transaction.manager:
            code = links.make(links.FRESH, who("bilal"), minutes=10, act="erase")
        yara = Visitor(portal, "yara")
        yara.get(f"@@link-uit-mail?code={code}")
        yara.post("@@link-uit-mail", code=code)
        assert 'name="proof"' not in yara.answer.text
        assert len(says("access")) == 1

    def test_a_proof_says_nothing_and_is_nobody_elses(self, portal):
        proof = proofs.sign(fresh.USE, "bilal", "erase", minutes=10)
        assert "bilal" not in proof and "erase" not in proof
        yara = Visitor(portal, "yara")
        yara.get("@@wis-mijn-gegevens")
        yara.post("@@wis-mijn-gegevens", do="erase", sure="yes", proof=proof)
        transaction.begin()
        assert {user.getId() for user in api.user.get_users()} >= {"yara", "bilal"}


def of(name):
    """Return all that there is about somebody."""
    transaction.begin()
    known = vault.get().pseudonym(f"member:{name}")
    user = api.user.get(userid=name)
    records = [(record.id, record.frozen) for record, _data in kept() if record.subject == known]
    return records, user.getProperty("fullname"), user.getProperty("email")


class TestVisitors:
    @pytest.mark.parametrize("page", OWN_PAGES)
    def test_the_pages_of_an_account_are_closed(self, portal, page):
        visitor = Visitor(portal)
        visitor.get("@@gegevens-zonder-account")
        for answer in (visitor.get(page), visitor.post(page, do="erase", sure="yes")):
            assert answer.status_code in (302, 401, 403)

    def test_they_get_no_cookie(self, portal):
        visitor = Visitor(portal)
        for page in ("@@gegevens-zonder-account", "@@link-uit-mail", "@@link-uit-mail?code=x"):
            visitor.get(page)
        visitor.post("@@gegevens-zonder-account", email=ADDRESS)
        assert not visitor.http.cookies

    def test_what_they_type_is_text(self, portal):
        visitor = Visitor(portal)
        visitor.get("@@gegevens-zonder-account")
        visitor.post("@@gegevens-zonder-account", email='"><script>alert(1)</script>')
        assert "<script>alert(1)" not in visitor.answer.text
        visitor.get('@@link-uit-mail?code="><script>alert(1)</script>')
        assert "<script>alert(1)" not in visitor.answer.text


@pytest.mark.abuse("A28")
class TestText:
    def test_what_a_resident_writes_is_text_for_the_officer(self, portal):
        add_user("pieter", "Privacy Officer")
        asking.begin(who("yara"), asking.OBJECTION, text="<img src=x onerror=alert(1)>\n\n<script>alert(2)</script>")
        transaction.commit()
        pieter = Visitor(portal, "pieter")
        pieter.get("@@verzoeken")
        pieter.press("show")
        assert "<img src=x" not in pieter.answer.text and "<script>alert(2)" not in pieter.answer.text
        assert "onerror=alert(1)" in pieter.text
