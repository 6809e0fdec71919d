"""The demo neighbourhood shows everything that there is, and nobody real."""

from collections import Counter
from plone import api
from samenbeter.demo.accounts import ACCOUNTS
from samenbeter.demo.accounts import PASSWORD
from samenbeter.demo.filling import fill
from samenbeter.interfaces import IConsents
from samenbeter.shared.gates import IHasPersonalData
from zope.component import getUtility

import pytest
import re
import requests


LEAST = {
    "PartnerOrganisation": 12,
    "ServiceOffer": 20,
    "EHealthModule": 6,
    "SuccessStory": 8,
    "Event": 6,
}
ROLES = {
    "redactie": "Vraagbaak Editor",
    "zorg": "Expert",
    "welzijn": "Expert",
    "partner": "Partner Manager",
    "wijkwebber": "Wijkwebber",
    "privacy": "Privacy Officer",
    "beheer": "Site Administrator",
}


def brains(portal, **query):
    return portal.portal_catalog.unrestrictedSearchResults(**query)


class TestNeighbourhood:
    @pytest.mark.parametrize("portal_type", LEAST)
    def test_there_is_enough_of_each_kind(self, demo_portal, portal_type):
        assert len(brains(demo_portal, portal_type=portal_type)) >= LEAST[portal_type]

    def test_each_state_of_each_workflow_is_there_to_see(self, demo_portal):
        workflows = demo_portal.portal_workflow
        missing = {}
        for portal_type in ("Vraagbaak", "VraagbaakQuestion", "VraagbaakAnswer", *LEAST):
            if portal_type == "Event":
                continue
            states = set(workflows.getWorkflowsFor(portal_type)[0].states.objectIds())
            here = {brain.review_state for brain in brains(demo_portal, portal_type=portal_type)}
            missing[portal_type] = states - here
        assert not any(missing.values()), missing

    def test_the_published_questions_have_several_disciplines(self, demo_portal):
        questions = brains(demo_portal, portal_type="VraagbaakQuestion", review_state="published")
        assert len(questions) >= 25
        assert all(len(brain.sb_disciplines) >= 2 for brain in questions)

    def test_each_theme_and_each_kind_of_partner_has_something(self, demo_portal, get_vocabulary):
        used = Counter(
            theme
            for brain in brains(demo_portal, portal_type="VraagbaakQuestion", review_state="published")
            for theme in brain.sb_themes
        )
        assert set(used) == {term.token for term in get_vocabulary("samenbeter.themes", demo_portal)}
        kinds = {brain.sb_kind for brain in brains(demo_portal, portal_type="PartnerOrganisation")}
        assert kinds == {term.token for term in get_vocabulary("samenbeter.partner_kinds", demo_portal)}

    def test_each_story_and_module_that_is_shown_has_its_picture(self, demo_portal):
        for portal_type, field in (("SuccessStory", "portrait"), ("EHealthModule", "picture")):
            for brain in brains(demo_portal, portal_type=portal_type, review_state="published"):
                assert field in brain.image_scales, brain.Title

    @pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.id)
    def test_each_account_logs_in_and_has_its_role(self, demo_portal, account):
        member = api.user.get(userid=account.id)
        assert ROLES.get(account.id, "Member") in member.getRoles()
        answer = requests.get(
            f"{demo_portal.absolute_url()}/mijn-werk", auth=(account.id, PASSWORD), allow_redirects=False, timeout=60
        )
        assert answer.status_code == (200 if account.id in ROLES else answer.status_code)

    def test_the_experts_have_something_to_do(self, demo_portal):
        for expert in ("zorg", "welzijn"):
            with api.env.adopt_user(username=expert):
                assert api.content.find(portal_type="VraagbaakQuestion", review_state="consulting")

    def test_nobody_in_it_can_be_reached(self, demo_portal):
        for brain in brains(demo_portal, portal_type=["PartnerOrganisation", "ServiceOffer"]):
            item = brain._unrestrictedGetObject()
            assert re.search(r"@(.*\.)?example\.(org|com)$|\.example$", item.email or "x@example.org"), item.email
            assert (item.phone or "088 2").startswith("088 "), item.phone

    def test_no_text_has_personal_data_that_somebody_has_to_look_at(self, demo_portal):
        assert [b.getPath() for b in brains(demo_portal, object_provides=IHasPersonalData.__identifier__)] == []

    def test_who_is_responsible_is_said_and_two_residents_chose(self, demo_portal):
        page = requests.get(f"{demo_portal.absolute_url()}/@@privacy", timeout=60).text
        assert "Stichting Wijkhuis Lindenhof" in page
        consents = getUtility(IConsents)
        said = {userid: [one.agreed for one in consents.of(f"member:{userid}")] for userid in ("anna", "bilal")}
        assert said == {"anna": [True], "bilal": [False]}

    def test_filling_again_changes_nothing(self, demo_portal):
        before = len(brains(demo_portal))
        fill(demo_portal)
        assert len(brains(demo_portal)) == before
