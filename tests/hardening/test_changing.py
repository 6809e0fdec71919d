"""A change is undone exactly; what somebody chose while a switch was on is theirs."""

from plone import api
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from samenbeter.hardening import switches
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import Permission
from samenbeter.hardening.changing import PluginOff
from samenbeter.hardening.changing import Property
from samenbeter.hardening.changing import Record
from samenbeter.hardening.changing import RecordWithout
from samenbeter.interfaces import ISwitch
from zope.component import getGlobalSiteManager

import pytest


NAME = "samenbeter.hardening.proef"
TITLE, TAGS = "plone.site_title", "plone.valid_tags"
LIST = "List portal members"


class Trial(Changes):
    """Some of each kind."""

    order = 1
    title = description = "Proef"
    changes = (
        Record(TITLE, "Streng"),
        RecordWithout(TAGS, "iframe"),
        Permission(LIST, "Manager"),
        Permission("Manage portal", "Manager"),
        PluginOff("credentials_basic_auth", IExtractionPlugin),
        PluginOff("is_er_niet", IExtractionPlugin),
        Property("session", "timeout", 60),
        Property("session", "is_er_niet", 1),
        Record("plone.is_er_niet", 1),
    )


@pytest.fixture
def trial(portal):
    """The switch, registered; all else as it is on a stock site."""
    manager = getGlobalSiteManager()
    switch = Trial()
    manager.registerUtility(switch, ISwitch, NAME)
    yield switch
    manager.unregisterUtility(switch, ISwitch, NAME)


def values(portal, trial):
    """Return what each setting is now."""
    return {change.what: change.read(portal) for change in trial.changes if change.is_there(portal)}


def test_it_changes_and_undoes(portal, trial):
    before = values(portal, trial)
    switches.turn_on("proef")
    now = values(portal, trial)
    assert now[TITLE] == "Streng"
    assert now[TAGS] == tuple(tag for tag in before[TAGS] if tag != "iframe")
    assert now[LIST] == (False, ("Manager",))
    assert "credentials_basic_auth" not in portal.acl_users.plugins.listPluginIds(IExtractionPlugin)
    assert trial.problems() == []
    assert switches.turn_off("proef") == []
    assert values(portal, trial) == before
    assert before["Manage portal"] is None


def test_what_is_not_there_is_left_alone(portal, trial):
    assert {"plone.is_er_niet", "acl_users/session/is_er_niet"}.isdisjoint(values(portal, trial))
    switches.turn_on("proef")
    switches.turn_off("proef")


def test_a_choice_of_somebody_stays_and_is_said(portal, trial):
    switches.turn_on("proef")
    api.portal.set_registry_record(TITLE, "Gekozen")
    portal.manage_permission(LIST, ["Manager", "Reader"], acquire=0)
    said = [(str(problem), problem.mapping["what"]) for problem in trial.problems()]
    assert said == [("hardening_changed", TITLE), ("hardening_changed", LIST)]
    left = [message.mapping["what"] for message in switches.turn_off("proef")]
    assert left == [TITLE, LIST]
    assert api.portal.get_registry_record(TITLE) == "Gekozen"
    assert set(Permission(LIST).read(portal)[1]) == {"Manager", "Reader"}


def test_somebody_who_put_it_back_themselves_is_no_problem(portal, trial):
    before = values(portal, trial)
    switches.turn_on("proef")
    api.portal.set_registry_record(TITLE, before[TITLE])
    assert switches.turn_off("proef") == []
    assert values(portal, trial) == before


def test_words_that_others_added_meanwhile_stay(portal, trial):
    switches.turn_on("proef")
    api.portal.set_registry_record(TAGS, [*api.portal.get_registry_record(TAGS), "figure-2"])
    assert switches.turn_off("proef") == []
    assert api.portal.get_registry_record(TAGS)[-2:] == ["figure-2", "iframe"]


def test_a_plugin_comes_back_between_its_neighbours(portal, trial):
    plugins = portal.acl_users.plugins
    before = plugins.listPluginIds(IExtractionPlugin)
    switches.turn_on("proef")
    plugins.deactivatePlugin(IExtractionPlugin, before[0])
    switches.turn_off("proef")
    assert plugins.listPluginIds(IExtractionPlugin) == before[1:]


def test_turned_on_once_more_it_sets_right_and_remembers_the_first_time(portal, trial):
    before = values(portal, trial)
    switches.turn_on("proef")
    api.portal.set_registry_record(TITLE, "Gekozen")
    switches.turn_on("proef")
    assert trial.problems() == []
    switches.turn_off("proef")
    assert values(portal, trial) == before


def test_a_later_version_of_a_switch_can_change_more(portal, trial, monkeypatch):
    before = values(portal, trial)
    with monkeypatch.context() as earlier:
        earlier.setattr(Trial, "changes", Trial.changes[:1])
        switches.turn_on("proef")
    assert trial.problems()
    switches.turn_on("proef")
    assert trial.problems() == []
    switches.turn_off("proef")
    assert values(portal, trial) == before


def test_turned_off_when_off_nothing_happens(portal, trial):
    before = values(portal, trial)
    assert switches.turn_off("proef") == []
    assert values(portal, trial) == before


def test_a_switch_that_is_none_is_an_error(portal):
    with pytest.raises(KeyError):
        switches.turn_on("is_er_niet")


def test_a_switch_whose_code_is_gone_stays_kept(portal, trial):
    """It is undone once the code is there again."""
    switches.turn_on("proef")
    manager = getGlobalSiteManager()
    manager.unregisterUtility(trial, ISwitch, NAME)
    switches.turn_all_off()
    assert switches.is_on("proef")
    manager.registerUtility(trial, ISwitch, NAME)
    switches.turn_all_off()
    assert not switches.is_on("proef")
