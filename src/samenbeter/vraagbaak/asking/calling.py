"""Numbers to call: for help with the site, and for when there is haste."""

from plone import api
from samenbeter import _


FIRST = _("ask_crisis_title", default="Eerst even dit")
DANGER, SUICIDE = "112", "113"
# fits in a button
SHORT = 5


def help_phone(sb):
    """Return {"text", "url"} of the number for help."""
    number = api.portal.get_registry_record("samenbeter.shared.help_phone", default="") or ""
    return {"text": number, "url": sb.tel(number)}


def numbers(sb):
    """Return {"text", "url", "title", "note"} of whom to call now: 113, 112, and who else the settings name."""
    found = [
        {
            "text": SUICIDE,
            "title": _("ask_crisis_113", default="Denk je aan zelfdoding?"),
            "note": _("ask_crisis_113_text", default="Praat met 113. Gratis. Je naam hoeft niet."),
        },
        {
            "text": DANGER,
            "title": _("ask_crisis_112", default="Is er nu gevaar?"),
            "note": _("ask_crisis_112_text", default="Voor jou of voor een ander."),
        },
        *_of_settings(),
    ]
    return [{**one, "url": sb.tel(one["text"]), "label": _label(one)} for one in found]


def _label(one):
    if len(one["text"]) < SHORT:
        return _("ask_crisis_call_short", default="Bel ${number}", mapping={"number": one["text"]})
    words = {"who": one["title"], "number": one["text"]}
    return _("ask_crisis_call_long", default="Bel: ${who}, ${number}", mapping=words)


def _of_settings():
    for line in api.portal.get_registry_record("samenbeter.shared.urgent_numbers", default=None) or ():
        title, _bar, number = (part.strip() for part in line.rpartition("|"))
        if title and number not in ("", DANGER, SUICIDE):
            note = _("ask_crisis_gp_text", default="Kan het niet wachten tot morgen? Overdag bel je je eigen huisarts.")
            yield {"text": number, "title": title, "note": note}
