"""A name and password in an address log nobody in, and stay nowhere (A17)."""

from at_the_door import Client
from at_the_door import forget
from at_the_door import form
from at_the_door import PASSWORD
from at_the_door import people
from at_the_door import private_page
from at_the_door import turn_on
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest


IN_ADDRESS = f"__ac_name=anna&__ac_password={PASSWORD}"
QUERIES = (
    IN_ADDRESS,
    f"__ac_name:string=anna&__ac_password:utf8:string={PASSWORD}",
    f"%5f%5fac%5fname=anna&%5F%5Fac%5Fpassword={PASSWORD}",
    f"x=1&__ac_name=anna&__ac_password:default={PASSWORD}&buttons.login=1",
)


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch."""
    forget()
    people("anna")
    private_page(shared_portal, "anna")
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("login")
    return stock


@pytest.mark.abuse("A17", stock=True)
class TestStock:
    def test_a_password_in_an_address_lets_in(self, stock):
        assert Client(stock).get(f"/besloten?{IN_ADDRESS}").status_code == 200


@pytest.mark.abuse("A17")
class TestStrict:
    @pytest.mark.parametrize("query", QUERIES)
    @pytest.mark.parametrize("page", ["/besloten", "/login"])
    def test_it_lets_nobody_in(self, strict, page, query):
        client = Client(strict)
        answer = client.get(f"{page}?{query}")
        assert "__ac" not in client.http.cookies
        assert PASSWORD not in answer.text and PASSWORD not in str(answer.headers)
        assert client.get("/besloten").status_code != 200

    @pytest.mark.parametrize("method", ["HEAD", "PUT", "OPTIONS"])
    def test_no_other_method_does(self, strict, method):
        client = Client(strict)
        answer = client.http.request(method, f"{client.base}/besloten?{IN_ADDRESS}", allow_redirects=False)
        assert answer.status_code != 200 or method == "OPTIONS"
        assert "__ac" not in client.http.cookies

    def test_nor_does_a_post_to_such_an_address(self, strict):
        for data in ({"buttons.login": "x"}, {"__ac_name": "anna", "buttons.login": "x"}):
            client = Client(strict)
            answer = client.post(f"/login?{IN_ADDRESS}", data=data)
            assert answer.status_code == 200 and "__ac" not in client.http.cookies
            assert PASSWORD not in answer.text

    def test_nor_for_who_administers_zope(self, strict):
        query = f"__ac_name={SITE_OWNER_NAME}&__ac_password={SITE_OWNER_PASSWORD}"
        assert Client(strict).get(f"/besloten?{query}").status_code != 200

    def test_where_to_return_to_has_no_password_in_it(self, strict):
        answer = Client(strict).get(f"/besloten?{IN_ADDRESS}&b=2")
        assert PASSWORD not in answer.headers.get("Location", "") and PASSWORD not in answer.text

    def test_the_page_tells_to_use_the_form(self, strict):
        answer = Client(strict).get(f"/login?{IN_ADDRESS}")
        assert "webadres" in answer.text

    def test_the_form_works(self, strict):
        client, answer = form(strict, "anna")
        assert answer.status_code == 302 and client.get("/besloten").status_code == 200

    def test_what_else_stands_in_an_address_stays(self, strict):
        assert "kraai" in Client(strict).get(f"/@@search?SearchableText=kraai&{IN_ADDRESS}").text


@pytest.mark.abuse("A10")
class TestNoLetters:
    """Bytes that are no text."""

    @pytest.mark.parametrize("page", ["/login", "/@@login-help", "/"])
    def test_a_name_of_them_is_no_error_of_the_server(self, strict, page):
        turn_on("answers")
        client = Client(strict)
        body = (
            f"__ac_name=%FF&__ac_password=%FE&name=%FF&buttons.login=1&_authenticator={client.token('/@@login-help')}"
        )
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post(page, data=body, headers=headers).status_code < 500
