"""People of the desk and of partners who use the pages over HTTP."""

from lxml import html

import re
import requests


PASSWORD = "een-lang-wachtwoord"
AGENT = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


class Web:
    """A browser of one person; nobody when there is no name."""

    def __init__(self, userid=""):
        self.http = requests.Session()
        self.http.headers.update({"User-Agent": AGENT, "Accept": "text/html"})
        if userid:
            self.http.auth = (userid, PASSWORD)
        self.answer = None

    def get(self, url, **headers):
        """Open a page; return its status."""
        self.answer = self.http.get(url, headers=headers, allow_redirects=False, timeout=60)
        return self.answer.status_code

    @property
    def main(self):
        """Return the main part of the page."""
        return html.fromstring(self.answer.text).find(".//main")

    @property
    def text(self):
        """Return what a person reads on it."""
        return " ".join(self.main.text_content().split())

    @property
    def wrong(self):
        """Return the ids of the fields that the page says are wrong."""
        return [link.get("href").removeprefix("#") for link in self.main.xpath(".//*[@role='alert']//a")]

    def form(self, has):
        """Return the form of the page that has a field or button of this name and value."""
        name, _is, value = has.partition("=")
        for form in self.main.iter("form"):
            for one in form.xpath(f".//*[@name='{name}']"):
                if not value or one.get("value") == value:
                    return form
        raise AssertionError(f"no form with {has}")

    def send(self, has, **fields):
        """Fill in the form that has a field or button, press that button, and return the status."""
        form = self.form(has)
        data = {}
        for one in form.inputs:
            if one.name and one.tag != "button" and one.value is not None and not _unchecked(one):
                data[one.name] = one.value
        name, _is, value = has.partition("=")
        if value:
            data[name] = value
        data.update({name.replace("__", ":"): value for name, value in fields.items()})
        return self.post(form.get("action"), **data)

    def post(self, url, **data):
        """Send these fields only; return the status."""
        headers = data.pop("headers", None)
        self.answer = self.http.post(url, data=data, headers=headers, allow_redirects=False, timeout=60)
        return self.answer.status_code

    def token(self, url):
        """Return the token of the forms of a page."""
        self.get(url)
        return re.search(r'name="_authenticator" value="([0-9a-f]+)"', self.answer.text)[1]


def _unchecked(one):
    return one.get("type") in ("checkbox", "radio") and one.get("checked") is None
