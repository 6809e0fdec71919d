"""The detector of the site knows how partners are reached, and does not mark it."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.shared import marks as m
from zope.component import getUtility

import transaction


def detector():
    """Return the detector of the site."""
    return getUtility(IPersonalDataDetector)


def kinds(text, **options):
    """Return the kinds of the marks in a text."""
    return [mark.kind for mark in detector().marks(text, **options)]


class TestPartners:
    """A partner with a number, a mail address and a door."""

    def test_only_what_everybody_may_read_is_left_alone(self, shared_portal):
        """A partner that is only proposed may be anybody."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            partner = api.content.create(
                shared_portal,
                "PartnerOrganisation",
                title="De Vlier",
                phone="020 612 34 56",
                email="balie.devlier@example.org",
            )
            partner.street = "Vlierstraat 2"
            partner.reindexObject()
            transaction.commit()
            text = "bel 0206123456 of balie.devlier@example.org, vlierstraat 2"
            assert kinds(text) == [m.PHONE, m.EMAIL, m.ADDRESS]
            api.content.transition(partner, to_state="active")
            transaction.commit()
            assert kinds(text) == []
            partner.phone = "020 612 34 57"
            partner.reindexObject()
            transaction.commit()
            assert kinds(text) == [m.PHONE]

    def test_a_proposal_has_words_in_the_place_of_marks(self, shared_portal):
        """Without what was marked."""
        text = "ik heet Fatima, mijn bsn is 111222333"
        assert detector().proposal(text, detector().marks(text)) == "ik heet [naam], mijn bsn is [bsn]"
        assert detector().without_numbers(text) == ("ik heet Fatima, mijn bsn is [bsn]", 1)

    def test_the_writer_is_known(self, shared_portal):
        """Also by a name that is a word."""
        assert kinds("Roos zegt dat het goed is", known=("Roos",)) == [m.NAME]
