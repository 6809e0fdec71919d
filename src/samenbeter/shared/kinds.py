"""What kind of thing a link in a list leads to, in words and as an icon."""

from datetime import datetime
from datetime import timezone
from samenbeter import _
from samenbeter.shared.occurrences import next_or_last
from samenbeter.shared.states import state_tag


KINDS = {
    "EHealthModule": (_("kind_module", default="Module voor thuis"), "module"),
    "Event": (_("kind_meeting", default="Bijeenkomst"), "calendar"),
    "PartnerOrganisation": (_("kind_partner", default="Partner in de wijk"), "people"),
    "ServiceOffer": (_("kind_offer", default="Hulp in de wijk"), "home-care"),
    "SuccessStory": (_("kind_story", default="Verhaal"), "book"),
    "VraagbaakQuestion": (_("kind_question", default="Vraag met antwoord"), "chat"),
}
PAGE = (_("kind_page", default="Bladzijde"), "info")
OVER = {"text": _("meeting_over", default="Dit is geweest"), "icon": "clock", "state": None}


def is_over(brain):
    """True for a meeting that has been, also for the last time."""
    return brain.portal_type == "Event" and bool(brain.end) and next_or_last(brain, _now())[1] < _now()


def list_item(brain, sb, note=""):
    """Return a catalog brain of any of our kinds for the macro "list_item".

    :param sb: the helper view ``@@sb``.
    :param note: a line of its own, such as why it is in this list.
    """
    kind, icon = KINDS.get(brain.portal_type, PAGE)
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "lang": sb.content_lang(brain),
        "kind": kind,
        "icon": icon,
        "text": " ".join(part for part in (_about(brain), _when(brain, sb)) if part),
        "tags": _tags(brain),
        "note": note,
    }


def _about(brain):
    # of a question there is no description: its short answer says it
    return brain.Description or (brain.sb_facts or {}).get("short", "")


def _tags(brain):
    if is_over(brain):
        return [OVER]
    return [state_tag(brain.review_state)] if brain.review_state == "temporarily_closed" else []


def _when(brain, sb):
    if brain.portal_type == "Event" and brain.start:
        start = next_or_last(brain, _now())[0]
        return f"{sb.day(start).capitalize()}, {sb.time(start)}."
    schedule = (brain.sb_facts or {}).get("schedule", "")
    return f"{schedule.rstrip('.')}." if schedule else ""


def _now():
    return datetime.now(timezone.utc)
