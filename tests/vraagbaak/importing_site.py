"""A served site with a desk, people of each role, and imports that come to their end."""

from at_the_desk import make
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.protect import createToken
from samenbeter.vraagbaak import jobs
from samenbeter.vraagbaak import runner

import requests
import transaction


PASSWORD = "een-lang-wachtwoord"
ROLES = {
    "renske": "Vraagbaak Editor",
    "beatrijs": "Site Administrators",
    "zara": "Expert",
    "petra": "Partner Manager",
    "wies": "Wijkwebber",
    "pieter": "Privacy Officer",
    "anna": None,
}
MAY = ("renske", "beatrijs")


class Place:
    """The desk, and how it is reached."""

    def __init__(self, portal):
        self.portal = portal
        self.desk = make(portal, "Vraagbaak", "open", title="Vraagbaak")
        self.url = self.desk.absolute_url()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for name, group in ROLES.items():
                api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
                if group:
                    api.group.add_user(groupname=group, username=name)
        transaction.commit()

    # -- without a browser

    def add(self, data):
        """Keep a job, without anybody who works on it; return its id."""
        job = jobs.add_job(self.desk, data)
        transaction.commit()
        return job.id

    def work(self, job_id, **kw):
        """Work on a job here."""
        transaction.commit()
        runner.work(self.desk._p_jar.db(), "/".join(self.desk.getPhysicalPath()), job_id, **kw)
        transaction.begin()

    def job(self, job_id):
        """Return a job as it is now."""
        transaction.begin()
        return jobs.job_of(self.desk, job_id)

    def wait(self):
        """Wait for the threads that work, and see what they did."""
        for thread in list(runner.threads.values()):
            thread.join(60)
        transaction.begin()

    def questions(self):
        """Return how many questions the desk has now."""
        transaction.begin()
        return self.desk.objectCount()

    # -- as a person

    def token(self, user):
        """Return the token of somebody's forms."""
        with api.env.adopt_user(username=user):
            return createToken()

    def get(self, user, path, **kw):
        """Ask for a page."""
        auth = (user, PASSWORD) if user else None
        return requests.get(f"{self.url}/{path}", auth=auth, allow_redirects=False, timeout=60, **kw)

    def post(self, user, path, token=True, files=None, **data):
        """Send a form."""
        if token:
            data["_authenticator"] = self.token(user)
        auth = (user, PASSWORD) if user else None
        return requests.post(f"{self.url}/{path}", data=data, files=files, auth=auth, allow_redirects=False, timeout=60)

    def rest(self, user, method, path="", **kw):
        """Call the service."""
        auth = (user, PASSWORD) if user else None
        headers = {"Accept": "application/json", **kw.pop("headers", {})}
        return requests.request(
            method, f"{self.url}/@imports{path}", auth=auth, headers=headers, allow_redirects=False, timeout=60, **kw
        )
