"""Answers grow old: readers hear it, and editors have them on their list; also when what they send people to stopped."""

from at_the_desk import answer
from at_the_desk import link
from at_the_desk import make
from at_the_desk import step
from at_the_desk import texts
from datetime import date
from datetime import datetime
from datetime import timezone
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import clock
from samenbeter.vraagbaak.work import GoneReferrals

import pytest


@pytest.fixture
def today(monkeypatch):
    """It is the twelfth of May."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 5, 12, 12, 0, tzinfo=timezone.utc))


@pytest.mark.parametrize(
    "review_on, stale",
    [(None, False), (date(2027, 5, 13), False), (date(2027, 5, 12), True), (date(2026, 1, 1), True)],
)
def test_an_old_answer_says_so(question, page, today, review_on, stale):
    """From the day of the next look; with an icon and in words."""
    step(question, "publish")
    question.review_on = review_on
    found = page(question).xpath("//main//*[contains(@class, 'sb-msg--warn')]")
    assert bool(found) is stale
    if stale:
        assert "Dit antwoord is ouder dan wij willen. Wij kijken er weer naar." in found[0].text_content()
        assert found[0].xpath("./*[local-name()='svg']")


def test_a_trade_that_was_verified_stands_with_the_contribution(question, page):
    """Which trade, when, by whom; without it there is no word of it."""
    answer(question, "submit", "accept", verified_on=None)
    second = answer(question, "submit", "accept", discipline="ggz")
    step(question, "publish")
    assert "Nagekeken" not in page(question).text_content()
    second.verified_on = date(2026, 3, 3)
    found = texts(page(question), "//*[@class='sb-voice']//header/p[contains(., 'Nagekeken')]")
    assert len(found) == 1
    assert found[0].startswith("Nagekeken: is ")
    assert found[0].endswith(", 3 maart 2026, door de redactie")


class TestGone:
    """Where an answer sends people is no more."""

    def found(self, portal, request):
        """Return the titles on the list of an editor."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            return [brain.Title for brain in GoneReferrals(portal, request).brains()]

    def test_it_is_on_the_list_of_the_editors(self, portal, question, request_):
        """As soon as the offer ended, and no more when the answer is off the site."""
        partner = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        offer = make(partner, "ServiceOffer", "activate", title="Slaapspreekuur")
        link(answer(question, "submit", "accept"), "referrals", [offer])
        step(question, "publish")
        assert self.found(portal, request_) == []
        step(offer, "end")
        assert self.found(portal, request_) == ["Hoe slaap ik?"]
        step(question, "withdraw")
        assert self.found(portal, request_) == []

    def test_a_contribution_that_nobody_reads_does_not_count(self, portal, question, request_):
        """It is not on the page."""
        partner = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        link(answer(question, "submit"), "referrals", [partner])
        step(question, "publish")
        step(partner, "end")
        assert self.found(portal, request_) == []
