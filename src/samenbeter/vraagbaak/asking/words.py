"""What can be chosen in the form, in words."""

from samenbeter import _
from samenbeter.vraagbaak.cases.case import MYSELF
from samenbeter.vraagbaak.cases.case import NO
from samenbeter.vraagbaak.cases.case import OTHER
from samenbeter.vraagbaak.cases.case import YES


TEXT_LABEL = _("ask_text_label", default="Wat is je vraag?")
PUBLISH_LABEL = _("ask_publish_label", default="Mag de vraag op de site, zonder jouw gegevens?")
FOR_WHOM_LABEL = _("ask_for_whom_label", default="Voor wie is de vraag?")
EMAIL_LABEL = _("ask_email_label", default="Je e-mailadres")
NO_EMAIL = _("ask_email_none", default="Geen")
PUBLISH = {
    YES: _("ask_publish_yes", default="Ja, dat mag"),
    NO: _("ask_publish_no", default="Nee, alleen voor mij"),
}
FOR_WHOM = {
    MYSELF: _("ask_for_myself", default="Voor mijzelf"),
    OTHER: _("ask_for_other", default="Voor iemand anders"),
}
# the same, said to who enters it for a resident
FOR_WHOM_ENTERED = {**FOR_WHOM, MYSELF: _("ask_enter_for_resident", default="Voor de bewoner zelf")}
# how a question came in that somebody enters for a resident
CHANNELS = {
    "phone": _("ask_channel_phone", default="Aan de telefoon"),
    "table": _("ask_channel_table", default="Aan tafel"),
}
