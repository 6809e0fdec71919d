"""What kind of thing a link in a list leads to, in words and as an icon."""

from DateTime import DateTime
from samenbeter import _
from samenbeter.shared.states import state_tag


KINDS = {
    "EHealthModule": (_("kind_module", default="Module voor thuis"), "module"),
    "Event": (_("kind_meeting", default="Bijeenkomst"), "calendar"),
    "PartnerOrganisation": (_("kind_partner", default="Partner in de wijk"), "people"),
    "ServiceOffer": (_("kind_offer", default="Hulp in de wijk"), "home-care"),
    "SuccessStory": (_("kind_story", default="Verhaal"), "book"),
    "VraagbaakQuestion": (_("kind_question", default="Vraag met antwoord"), "chat"),
}


def is_over(brain):
    """True for a meeting that has been."""
    return brain.portal_type == "Event" and bool(brain.end) and DateTime(brain.end) < DateTime()


def list_item(brain, sb, note=""):
    """Return a catalog brain of any of our kinds for the macro "list_item".

    :param sb: the helper view ``@@sb``.
    :param note: a line of its own, such as why it is in this list.
    """
    kind, icon = KINDS.get(brain.portal_type, (None, "info"))
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "kind": kind,
        "icon": icon,
        "text": " ".join(part for part in (brain.Description, _when(brain, sb)) if part),
        "tags": [state_tag(brain.review_state)] if brain.review_state == "temporarily_closed" else [],
        "note": note,
    }


def _when(brain, sb):
    if brain.portal_type == "Event" and brain.start:
        return f"{sb.day(brain.start).capitalize()}, {sb.time(brain.start)}."
    schedule = (brain.sb_facts or {}).get("schedule", "")
    return f"{schedule.rstrip('.')}." if schedule else ""
