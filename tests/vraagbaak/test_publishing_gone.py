"""What is taken off the site is gone everywhere in the same request; and what is on it never leads to its case."""

from answered_room import Answered
from answered_room import buttons
from answered_room import OWN
from answered_room import TITLE
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from browsing import Web
from consulted import EDITOR
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.base.interfaces.syndication import IFeedSettings
from plone.base.interfaces.syndication import ISiteSyndicationSettings
from plone.namedfile.interfaces import INamedField
from plone.uuid.interfaces import IUUID
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.content import IAnswerSchema
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import triage
from zope.annotation.interfaces import IAnnotations
from zope.schema import getFieldsInOrder

import gzip
import json
import pytest
import transaction


JSON = {"Accept": "application/json"}
# where a public question can be met: below the site; {path} and {uid} are those of the question
PLACES = (
    "",
    "/vraagbaak",
    "{path}",
    "{path}/view",
    "/resolveuid/{uid}",
    "/vraagbaak/RSS",
    "/vraagbaak/atom.xml",
    "/@@search?SearchableText=ruzie",
    "/@@ajax-search?SearchableText=ruzie",
    "/sitemap",
    "/sitemap.xml.gz",
    "/thema/slapen",
    "{other}",
)
SERVICES = (
    "{path}",
    "{path}/@history",
    "{path}/@breadcrumbs",
    "/vraagbaak",
    "/vraagbaak?fullobjects=1",
    "/@search?SearchableText=ruzie",
    "/@search?UID={uid}&fullobjects=1",
    "/@search?portal_type=VraagbaakQuestion&metadata_fields=_all",
)


@pytest.fixture
def room(functional_portal):
    """A served desk with a public question, another one about the same, and all feeds."""
    desk = make(functional_portal, "Vraagbaak", "open", id="vraagbaak", title="Vraagbaak")
    found = Answered(functional_portal, desk)
    fields = {"summary": rich("<p>Sta op.</p>"), "answer_type": "way_finding", "themes": ["slapen"]}
    found.other = make(desk, "VraagbaakQuestion", "review", "publish", title="Wat eet je?", **fields)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
        api.portal.set_registry_record("allowed", True, interface=ISiteSyndicationSettings)
        IFeedSettings(desk).enabled = True
        IFeedSettings(desk).feed_types = ("RSS", "atom.xml")
        api.portal.set_registry_record("plone.enable_sitemap", True)
    one = found.answer(contribution=rich("<p>Sinds kort helpt een ooievaarsbek.</p>"))
    step(one, "submit", "accept")
    found.one_answer = one
    found.publish()
    transaction.commit()
    return found


def urls(room):
    """Return (address, headers) of each place."""
    base = room.portal.absolute_url()
    known = {
        "path": room.question.absolute_url().removeprefix(base),
        "other": room.other.absolute_url().removeprefix(base),
        "uid": IUUID(room.question),
    }
    yield from ((base + place.format(**known), {"Accept": "text/html"}) for place in PLACES)
    yield from ((base + place.format(**known), JSON) for place in SERVICES)


class Visitor(Web):
    """A browser that keeps what it may, and shows that when it is told that nothing changed."""

    def __init__(self, userid=""):
        super().__init__(userid)
        self.kept = {}

    def read(self, url, headers):
        """Return what a person gets to see."""
        etag, text = self.kept.get((url, headers["Accept"]), (None, None))
        extra = {"If-None-Match": etag} if etag else {}
        answer = self.http.get(url, headers={**headers, **extra}, timeout=60)
        if answer.status_code == 304:
            return text
        content = answer.content
        text = gzip.decompress(content).decode() if content[:2] == b"\x1f\x8b" else answer.text
        self.kept[url, headers["Accept"]] = answer.headers.get("ETag"), text
        return text


def met(room, visitor):
    """Return the places in which the question can be met: its title, its address, what was contributed."""
    signs = (TITLE, room.question.getId(), "ooievaarsbek", "na een ruzie op mijn werk")
    # what somebody typed in a search box, or the address of the page itself, says nothing
    return {
        url
        for url, headers in urls(room)
        for text in (visitor.read(url, headers),)
        if any(sign.lower() in _without_own(text, url).lower() for sign in signs)
    }


def _without_own(text, url):
    own = url.partition("/plone")[2]
    # an address by UID leads to the log-in page, which knows where it came from
    text = text.replace(url, "").replace(own, "")
    return "" if "resolveuid" in own and TITLE not in text else text


@pytest.mark.parametrize("way", ["panel", "menu", "rest", "other words", "asker"])
def test_off_the_site_is_off_everywhere(room, way):
    """Page, contribution, search, lists, feeds, sitemap, services, what browsers and the server had kept."""
    people = [Visitor(), Visitor("anna"), Visitor("hans")]
    for visitor in people:
        assert len(met(room, visitor)) >= 10
    editor = room.editor()
    if way == "panel":
        assert "withdraw" in buttons(editor)
        editor.send("do=withdraw")
    elif way == "menu":
        editor.get(room.question.absolute_url())
        editor.send("workflow_action=withdraw")
    elif way == "rest":
        editor.http.post(f"{room.question.absolute_url()}/@workflow/withdraw", json={}, headers=JSON, timeout=60)
    elif way == "other words":
        editor.http.patch(room.question.absolute_url(), json={"question": "Anders."}, headers=JSON, timeout=60)
    else:
        transaction.begin()
        publishing.refused(room.question)
        transaction.commit()
    for visitor in people:
        assert met(room, visitor) == set()
        for item in (room.question, room.one_answer):
            assert visitor.get(item.absolute_url()) in (302, 401, 404)
            answer = visitor.http.get(item.absolute_url(), headers=JSON, timeout=60)
            assert answer.status_code in (401, 403, 404)
    transaction.begin()
    assert room.events().count("withdrawn") == 1
    assert len(room.mails()) == 1


def test_a_question_has_no_picture_that_could_stay_behind():
    """Nor has a contribution: there is no scale and no file to take away."""
    for schema in (IQuestionSchema, IAnswerSchema):
        assert not [name for name, field in getFieldsInOrder(schema) if INamedField.providedBy(field)]


@pytest.mark.abuse("A25")
@pytest.mark.parametrize("name", ["", "anna", "zara", "hans"])
def test_a_public_question_does_not_lead_to_its_case(room, name):
    """Neither its number, code, owner, words, nor who redacted it; in its page, its data, its history, its versions."""
    room.save(owner=EDITOR)
    visitor = Visitor(name)
    base = room.question.absolute_url()
    ways = [
        *urls(room),
        *((f"{base}/{page}", {"Accept": "text/html"}) for page in ("@@historyview", "@@version-view", "@@dossier")),
        (f"{base}/view?version_id=0", {"Accept": "text/html"}),
        (f"{base}/@history", JSON),
        (f"{base}/@types", JSON),
        (f"{base}/@sharing", JSON),
        (f"{base}/@cases", JSON),
        (f"{base}/@comments", JSON),
    ]
    case = room.now()
    secrets = (case.number, case.id, case.subject, room.code, "bloemkool", EDITOR, "vrager@example.org")
    for url, headers in ways:
        text = visitor.read(url, headers)
        for secret in secrets:
            assert secret not in text, (url, secret)


@pytest.mark.abuse("A25")
def test_nothing_on_a_public_question_says_whose_it_is(room):
    """No field, annotation, history, creator, local role or link."""
    item, case = room.question, room.now()
    assert not set(item.creators or ()) - {SITE_OWNER_NAME}
    kept = dict(IAnnotations(item))
    assert kept["samenbeter.vraagbaak.words"] == {
        "source": "asker",
        "approved": kept["samenbeter.vraagbaak.words"]["approved"],
    }
    said = json.dumps([repr(vars(item)), repr(kept), repr(list(item.workflow_history.items()))])
    for secret in (case.number, case.id, case.subject, room.code, "bloemkool", "vrager@example.org", OWN):
        assert secret not in said
    assert "sb_case" not in said
    assert "sb_by" not in said


def test_who_opens_the_case_again_changes_nothing_on_the_site(room):
    """An asker who is still stuck, an editor: the page stays as it was."""
    visitor = Visitor()
    before = visitor.read(room.question.absolute_url(), {"Accept": "text/html"})
    room.save(state="answered")
    transaction.begin()
    with api.env.adopt_user(username=EDITOR):
        case = room.now()
        for act in (triage.reopen, triage.hold):
            act(case, EDITOR)
        triage.reject(case, next(iter(triage.REASONS)), EDITOR)
        triage.take_back(case, EDITOR)
        store.save(case)
    transaction.commit()
    assert visitor.get(room.question.absolute_url()) == 200
    assert visitor.read(room.question.absolute_url(), {"Accept": "text/html"}) == before
