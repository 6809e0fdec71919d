"""Who saw it, in words: by role and organisation, never by name."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter.shared import audit
from samenbeter.shared import audit_words
from samenbeter.shared import clock
from samenbeter.shared import vault
from zope.i18n import translate

import datetime
import pytest


SOMEBODY = "e" * 32
MORNING = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.timezone.utc)


def said(**fields):
    """Return what the log says of one entry: who, what, why."""
    known = {"actor": "f" * 32, "action": "view", "subject": SOMEBODY, **fields}
    words = audit_words.Words(me="9" * 32)
    entry = audit.Entry(**known)
    return tuple(
        translate(text, target_language="nl") for text in (words.who(entry), words.what(entry), words.why(entry))
    )


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ({"role": "Vraagbaak Editor"}, "De redactie"),
        ({"role": "Vraagbaak Editor,Manager"}, "De redactie"),
        ({"role": "Vraagbaak Editor,Manager", "action": "break_glass"}, "Een beheerder van de site"),
        ({"role": "Privacy Officer", "organisation": "x"}, "Wie bij ons over privacy gaat"),
        ({"role": "Expert", "organisation": "weg"}, "Een deskundige van een partner die er niet meer is"),
        ({"role": "Expert"}, "Een deskundige"),
        ({"role": "Member"}, "Iemand met een account"),
        ({"role": "Member", "on_behalf_of": SOMEBODY}, "Jij zelf"),
        ({"role": "Wijkwebber", "on_behalf_of": SOMEBODY}, "Een schrijver van verhalen"),
        ({"role": "", "actor": "anonymous", "on_behalf_of": SOMEBODY}, "Jij zelf"),
        ({"role": "", "actor": "anonymous"}, "Iemand zonder account"),
        ({"role": "", "actor": "job:samenbeter.privacy.retention"}, "De site zelf"),
        ({"role": "", "actor": "system"}, "De site zelf"),
        ({"role": "Manager", "actor": "9" * 32}, "Jij zelf"),
    ],
)
def test_who(portal, fields, who):
    """By role; the organisation only with who acts for one."""
    assert said(**fields)[0] == who


@pytest.mark.parametrize("action", audit.ACTIONS)
@pytest.mark.parametrize("outcome", audit.OUTCOMES)
def test_each_action_has_words(portal, action, outcome):
    """Also when it did not work."""
    what = said(action=action, outcome=outcome, role="Member")[1]
    assert action not in what
    assert ("niet gelukt" in what) == (outcome != "success")


@pytest.mark.parametrize("role", audit.ROLES)
def test_each_role_has_words(portal, role):
    """Of a role the resident does not read the name in the code."""
    assert role in audit_words.ROLES


def test_an_expert_is_named_by_partner_and_never_by_name(portal):
    """As NEN 7513 says it: organisation and role."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        partner = createContentInContainer(portal, "PartnerOrganisation", checkConstraints=False, title="De Linde")
    assert said(role="Expert", organisation=IUUID(partner))[0] == "Een deskundige van De Linde"


def test_the_kind_of_data_and_the_purpose_are_said(portal):
    """By the provider of that kind."""
    what = said(section="shared.break_glass", basis="samenbeter.security")[1]
    assert what == "Gelezen: Waarom iemand in nood keek"
    assert said(section="x.unknown", basis="x.unknown")[1:] == ("Gelezen", "")


def test_equal_lines_of_a_day_are_one(portal, monkeypatch):
    """With how often it was, and when last; a day is one of the site's own time."""
    moments = [MORNING, MORNING + datetime.timedelta(hours=2), MORNING + datetime.timedelta(hours=15)]
    for moment in moments:
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        audit.note("view", subject=SOMEBODY)
    audit.note("export", subject=SOMEBODY)
    rows = audit_words.seen_by(SOMEBODY)
    assert [(row["when"], row["times"], str(row["what"])) for row in rows] == [
        # half past midnight in Amsterdam
        (moments[2], 1, "audit_export"),
        (moments[2], 1, "audit_view"),
        (moments[1], 2, "audit_view"),
    ]
    assert len(audit_words.seen_by(SOMEBODY, since=moments[2])) == 2


def test_the_reason_of_somebody_else_is_not_shown(portal):
    """A reason belongs to whom it is about."""
    box = vault.get()
    found = box.add("shared", "break_glass", {"reason": "GEHEIM"}, purpose="samenbeter.security", subject="member:x")
    audit.note("break_glass", subject=SOMEBODY, reason=found)
    audit.note("break_glass", subject=box.pseudonym("member:x"), reason=found)
    assert [row["reason"] for row in audit_words.seen_by(SOMEBODY)] == [""]
    assert [row["reason"] for row in audit_words.seen_by(box.pseudonym("member:x"))] == ["GEHEIM"]
    box.erase(found)
    assert [row["reason"] for row in audit_words.seen_by(box.pseudonym("member:x"))] == [""]
