"""What can happen to a case, in words for the timeline of the desk."""

from samenbeter import _


# word: (text for the desk, whether the asker sees it on the receipt page too)
EVENTS = {
    "received": (_("event_received", default="Vraag kwam binnen"), True),
    "assigned": (_("event_assigned", default="Kreeg een eigenaar"), False),
    "opened": (_("event_opened", default="Eigen woorden geopend"), True),
    "redacted": (_("event_redacted", default="Gegevens weggehaald"), True),
    "themed": (_("event_themed", default="Onderwerp gekozen"), False),
    "urgent": (_("event_urgent", default="Haast aangezet of uitgezet"), False),
    "noted": (_("event_noted", default="Notitie geschreven"), False),
    "consulted": (_("event_consulted", default="Voorgelegd aan een partner"), True),
    "consult_ended": (_("event_consult_ended", default="Niet meer bij deze partner"), False),
    "contributed": (_("event_contributed", default="Bijdrage binnen"), True),
    "declined": (_("event_declined", default="Partner kan niet antwoorden"), False),
    "passed_on": (_("event_passed_on", default="Doorgegeven"), False),
    "colleague_asked": (_("event_colleague_asked", default="Partner vraagt een ander vak erbij"), False),
    "asked_back": (_("event_asked_back", default="Vraag terug aan de vrager"), True),
    "replied": (_("event_replied", default="De vrager gaf antwoord"), True),
    "answered": (_("event_answered", default="Antwoord staat klaar"), True),
    "helped": (_("event_helped", default="De vrager is geholpen"), True),
    "acted": (_("event_acted", default="De vrager heeft iets gedaan"), True),
    "stuck": (_("event_stuck", default="Het hielp nog niet"), True),
    "reopened": (_("event_reopened", default="Weer geopend"), True),
    "approval_asked": (_("event_approval_asked", default="Tekst voor de site voorgelegd"), True),
    "approved": (_("event_approved", default="De vrager vindt de tekst goed"), True),
    "refused": (_("event_refused", default="De vrager wil het niet op de site"), True),
    "published": (_("event_published", default="Op de site gezet"), True),
    "withdrawn": (_("event_withdrawn", default="Van de site gehaald"), True),
    # a general question is not of the asker, who may have said no
    "general_on": (_("event_general_on", default="Algemene vraag op de site gezet"), False),
    "general_off": (_("event_general_off", default="Algemene vraag van de site gehaald"), False),
    "generalised": (_("event_generalised", default="Algemene vraag geschreven"), False),
    "closed": (_("event_closed", default="Gesloten"), True),
    "rejected": (_("event_rejected", default="Niet in behandeling"), True),
    "taken_back": (_("event_taken_back", default="Toch weer in behandeling"), True),
    "undone": (_("event_undone", default="Ongedaan gemaakt"), False),
    "reminded": (_("event_reminded", default="Herinnering gestuurd"), False),
    "backed_up": (_("event_backed_up", default="Reserve gevraagd"), False),
    "chief": (_("event_chief", default="Naar de hoofdredactie"), False),
    "hidden": (_("event_hidden", default="Verborgen op wens van de vrager"), True),
    "shown": (_("event_shown", default="Niet meer verborgen"), True),
    "claimed": (_("event_claimed", default="Een account kreeg de vraag erbij"), False),
    "mail_failed": (_("event_mail_failed", default="Mail aan de vrager kwam niet aan"), False),
    "mail_bounced": (_("event_mail_bounced", default="Mail aan de vrager komt terug"), False),
}
