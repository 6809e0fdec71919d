"""What visitors get is kept until something changes, and never longer."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.shared import fragments

import pytest
import requests
import transaction


OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def site(functional_portal):
    """A site that lets browsers keep pages, with a public folder of stories, one of them published."""
    api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        functional_portal.setLayout("samenbeter-front")
        folder = api.content.create(functional_portal, "Folder", "verhalen", title="Verhalen")
        folder.setLayout("samenbeter-stories")
        api.content.transition(folder, "publish")
        story = api.content.create(folder, "SuccessStory", "thee", title="Thee met de buren", themes=["alleen"])
        move(story, "published")
    transaction.commit()
    return functional_portal


def move(story, state):
    """Bring a story to a state, whatever it still lacks."""
    workflow = api.portal.get_tool("portal_workflow").getWorkflowsFor(story)[0]
    tool = api.portal.get_tool("portal_workflow")
    tool.setStatusOf(workflow.id, story, {**tool.getStatusOf(workflow.id, story), "review_state": state})
    workflow.updateRoleMappingsFor(story)
    story.reindexObject()


def get(url, etag=None, **kw):
    """Get a page as a browser that has this version of it."""
    headers = {"Accept": "text/html", **({"If-None-Match": etag} if etag else {})}
    return requests.get(url, headers=headers, timeout=60, **kw)


def rename_a_theme(site):
    name = "samenbeter.shared.themes"
    themes = api.portal.get_registry_record(name)
    changed = ["alleen|Samen zijn|Together" if line.startswith("alleen|") else line for line in themes]
    api.portal.set_registry_record(name, changed)


def edit(site):
    story = site["verhalen"]["thee"]
    story.title = "Koffie met de buren"
    story.reindexObject()


def withdraw(site):
    move(site["verhalen"]["thee"], "retracted")


def publish(site):
    story = api.content.create(site["verhalen"], "SuccessStory", "soep", title="Soep op het plein", themes=["eten"])
    move(story, "published")


def publish_about_a_new_theme(site):
    publish(site)


def rename_the_theme_of_a_page(site):
    rename_a_theme(site)


def add_to_the_menu(site):
    folder = api.content.create(site, "Folder", "agenda", title="Agenda")
    api.content.transition(folder, "publish")


def change_a_number(site):
    api.portal.set_registry_record("samenbeter.shared.urgent_numbers", ["Gevaar|144"])


# what is done: (path, a text that is on the page before, one that is there after)
CHANGES = {
    edit: ("/verhalen", "Thee met", "Koffie met"),
    withdraw: ("/verhalen", "Thee met", None),
    rename_a_theme: ("/verhalen?theme=alleen", "Alleen zijn", "Samen zijn"),
    rename_the_theme_of_a_page: ("/thema", "Alleen zijn", "Samen zijn"),
    publish: ("/verhalen", None, "Soep op"),
    publish_about_a_new_theme: ("/thema", None, "Eten en gewicht"),
    add_to_the_menu: ("", None, ">Agenda<"),
    change_a_number: ("", "tel:112", "tel:144"),
}


class TestChangesAreSeenAtOnce:
    @pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
    def test_the_next_visitor_sees_it(self, site, change):
        path, before, after = CHANGES[change]
        url = site.absolute_url() + path
        first = get(url)
        assert before is None or before in first.text
        assert after is None or after not in first.text
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            change(site)
        transaction.commit()
        for etag in (None, first.headers["ETag"]):
            second = get(url, etag)
            assert second.status_code == 200
            assert before is None or before not in second.text
            assert after is None or after in second.text

    def test_what_was_not_saved_is_not_kept(self, site):
        """A transaction that fails has shown its change to nobody else."""
        assert fragments.version() is not None
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            edit(site)
        assert fragments.version() is None
        transaction.abort()
        assert "Thee met" in get(site.absolute_url() + "/verhalen").text


class TestNotModified:
    @pytest.mark.parametrize("path", ["", "/verhalen", "/verhalen/thee"])
    def test_a_visitor_who_has_the_page_gets_it_once(self, site, path):
        url = site.absolute_url() + path
        with pytest.MonkeyPatch.context() as clock:
            clock.setattr(fragments, "SECONDS", 10**9)
            first = get(url)
            again = get(url, first.headers["ETag"])
        assert "max-age=0" in first.headers["Cache-Control"]
        assert (again.status_code, again.text) == (304, "")

    def test_a_page_is_not_kept_for_longer_than_a_minute(self, site):
        """What is published by its date, or closes at five, changes without anybody doing anything."""
        url = site.absolute_url()
        with pytest.MonkeyPatch.context() as clock:
            clock.setattr(fragments.time, "time", lambda: 1_000_020.0)
            etag = get(url).headers["ETag"]
            clock.setattr(fragments.time, "time", lambda: 1_000_020.0 + fragments.SECONDS)
            assert get(url, etag).status_code == 200

    def test_a_member_is_never_told_that_a_page_is_the_same(self, site):
        url = site.absolute_url()
        etag = get(url, auth=OWNER).headers.get("ETag")
        assert etag is None or get(url, etag, auth=OWNER).status_code == 200

    def test_what_a_member_sees_is_not_kept_for_visitors(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.create(site, "Folder", "geheim", title="Geheim")
        transaction.commit()
        url = site.absolute_url()
        assert "Geheim" in get(url, auth=OWNER).text
        assert "Geheim" not in get(url).text
        assert "Geheim" in get(url, auth=OWNER).text

    def test_no_page_may_be_kept_by_a_proxy(self, site):
        """An address can show a member more than a visitor."""
        for auth in (None, OWNER):
            control = get(site.absolute_url(), auth=auth).headers.get("Cache-Control", "private")
            assert "public" not in control and "s-maxage" not in control

    def test_a_message_is_said_once(self, site):
        url = site.absolute_url()
        etags = {requests.get(url, cookies={"statusmessages": "x"}, timeout=60).headers.get("ETag") for _ in range(2)}
        assert len(etags) == 2 or etags == {None}

    def test_the_name_of_the_host_is_part_of_what_is_kept(self, site):
        """Who sends another name gets links with it, and nobody else does."""
        url = site.absolute_url()
        requests.get(url, headers={"Host": "evil.example"}, timeout=60)
        assert "evil.example" not in get(url).text
