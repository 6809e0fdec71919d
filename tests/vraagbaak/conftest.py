"""A desk with a question, and the pages of a visitor."""

from at_the_desk import ANSWERED
from at_the_desk import make
from importing_site import Place
from lxml import html
from plone import api
from plone.app.testing import logout
from samenbeter.interfaces import ISamenBeterLayer
from zope.interface import alsoProvides

import pytest


@pytest.fixture
def request_(http_request):
    alsoProvides(http_request, ISamenBeterLayer)
    return http_request


@pytest.fixture
def desk(portal):
    return make(portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")


@pytest.fixture
def question(desk):
    """A question in review: draft contributions and all."""
    return make(desk, "VraagbaakQuestion", "review", title="Hoe slaap ik?", themes=["slapen"], **ANSWERED)


@pytest.fixture
def page(request_):
    """Return a page as a visitor without an account gets it."""

    def page(item, name="view", **form):
        logout()
        request_.form.clear()
        request_.form.update(form)
        return html.fromstring(api.content.get_view(name, item, request_)())

    return page


@pytest.fixture
def place(functional_portal):
    """A served desk; what works in the background is over when the test is."""
    found = Place(functional_portal)
    yield found
    found.wait()
