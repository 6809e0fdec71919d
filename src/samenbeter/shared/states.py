"""The words for states and steps of all workflows, as people who work here read them."""

from samenbeter import _


# state: (name, icon of its tag, kind of tag)
STATES = {
    "accepted": (_("state_accepted", default="Goedgekeurd"), "check", "ok"),
    "active": (_("state_active", default="Doet mee"), "check", "ok"),
    "consent_requested": (_("state_consent_requested", default="Wacht op een ja"), "clock", "warn"),
    "consulting": (_("state_consulting", default="Bij deskundigen"), "people", "info"),
    "draft": (_("state_draft", default="Klad"), "pencil", ""),
    "ended": (_("state_ended", default="Gestopt"), "stop", ""),
    "in_review": (_("state_in_review", default="Redactie leest na"), "eye", "info"),
    "open": (_("state_open", default="Open"), "door", "ok"),
    "paused": (_("state_paused", default="Even niet"), "clock", "warn"),
    "preparing": (_("state_preparing", default="In voorbereiding"), "pencil", ""),
    "privacy_check": (_("state_privacy_check", default="Privacy wordt nagekeken"), "eye", "info"),
    "proposed": (_("state_proposed", default="Voorgesteld"), "pencil", ""),
    "published": (_("state_published", default="Openbaar"), "check", "ok"),
    "retracted": (_("state_retracted", default="Ingetrokken"), "stop", ""),
    "returned": (_("state_returned", default="Terug naar de schrijver"), "pencil", "warn"),
    "submitted": (_("state_submitted", default="Ingestuurd"), "mail", "info"),
    "suspended": (_("state_suspended", default="Stilgezet"), "stop", "warn"),
    "temporarily_closed": (_("state_temporarily_closed", default="Even dicht"), "clock", "warn"),
    "withdrawn": (_("state_withdrawn", default="Van de site gehaald"), "stop", ""),
}

# step: what its button says
STEPS = {
    "accept": _("step_accept", default="Keur goed"),
    "activate": _("step_activate", default="Laat meedoen"),
    "close": _("step_close", default="Sluit"),
    "consult": _("step_consult", default="Vraag de deskundigen"),
    "end": _("step_end", default="Stop"),
    "open": _("step_open", default="Open"),
    "pause": _("step_pause", default="Zet op pauze"),
    "publish": _("step_publish", default="Maak openbaar"),
    "reopen": _("step_reopen", default="Open weer"),
    "request_check": _("step_request_check", default="Laat de privacy nakijken"),
    "request_consent": _("step_request_consent", default="Vraag om een ja"),
    "retract": _("step_retract", default="Trek in"),
    "return": _("step_return", default="Stuur terug"),
    "review": _("step_review", default="Laat nalezen"),
    "revise": _("step_revise", default="Terug naar klad"),
    "submit": _("step_submit", default="Stuur in"),
    "suspend": _("step_suspend", default="Zet stil"),
    "take_back": _("step_take_back", default="Haal terug"),
    "withdraw": _("step_withdraw", default="Haal van de site"),
}

# steps that take something away from residents
STOPS = frozenset(("close", "end", "pause", "retract", "return", "suspend", "withdraw"))


def state_tag(state):
    """Return the tag of a state, for the macro "tag"; its id when nobody gave it a name."""
    text, icon, kind = STATES.get(state, (state, "info", ""))
    return {"text": text, "icon": icon, "state": kind}
