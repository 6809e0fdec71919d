"""People of each role, who ask for pages over HTTP, for the tests of the log and the emergency button."""

from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.protect import createToken

import requests
import transaction


PASSWORD = "een-lang-wachtwoord"
# name: group
PEOPLE = {
    "bewoner": None,
    "redactie": "Vraagbaak Editor",
    "deskundige": "Expert",
    "wijkwebber": "Wijkwebber",
    "partner": "Partner Manager",
    "privacy": "Privacy Officer",
    "beheer": "Site Administrators",
    "baas": "Administrators",
}


def make_people():
    """Make an account for each role."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in PEOPLE.items():
            properties = {"fullname": name.title()}
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD, properties=properties)
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()


def sign_in(user):
    """Return what a browser of this person sends to identify them; None for a visitor."""
    return (user, PASSWORD) if user else None


def get(user, url):
    """Ask for a page."""
    return requests.get(url, auth=sign_in(user), allow_redirects=False, timeout=60)


def post(user, url, token=True, **data):
    """Send a form."""
    if token:
        with api.env.adopt_user(username=user):
            data["_authenticator"] = createToken()
    answer = requests.post(url, data=data, auth=sign_in(user), allow_redirects=False, timeout=60)
    transaction.begin()
    return answer


def refused(answer):
    """True when somebody may not come here: no page, or on to the log-in page."""
    if answer.status_code in (301, 302):
        return "login" in answer.headers["Location"] or "insufficient" in answer.headers["Location"]
    return answer.status_code in (401, 403, 404)


def text_of(answer):
    """Return the text of a page, in one line."""
    page = html.fromstring(answer.text)
    return " ".join(page.xpath("//main")[0].text_content().split())
