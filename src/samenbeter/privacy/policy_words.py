"""The register in plain words: pure functions of what it says."""

from samenbeter import _
from samenbeter.privacy import purposes


ROLES = {
    "Anonymous": _("role_everybody", default="iedereen, zodra het op de site staat"),
    "Authenticated": _("role_members", default="wie een account heeft"),
    "Member": _("role_members", default="wie een account heeft"),
    "Vraagbaak Editor": _("role_editors", default="de redactie"),
    "Expert": _("role_experts", default="wie antwoord geeft namens een partner"),
    "Wijkwebber": _("role_wijkwebbers", default="wie verhalen opschrijft in de wijk"),
    "Partner Manager": _("role_partner_managers", default="wie een partner beheert"),
    "Privacy Officer": _("role_privacy_officer", default="wie bij ons over privacy gaat"),
    "Consulted Expert": _("role_consulted", default="wie om raad is gevraagd"),
    "Contributing Expert": _("role_contributing", default="wie zelf meeschrijft"),
    "Own Partner Manager": _("role_own_partner", default="wie deze partner beheert"),
    "Site Administrator": _("role_site_administrator", default="wie de site beheert"),
    "Manager": _("role_manager", default="wie zorgt dat de site werkt"),
    "Editor": _("role_editor", default="wie teksten van de site schrijft"),
    "Contributor": _("role_contributor", default="wie teksten voor de site maakt"),
    "Reviewer": _("role_reviewer", default="wie teksten nakijkt"),
    "Reader": _("role_reader", default="wie de teksten vooraf mag lezen"),
}
NOBODY = _("role_nobody", default="niemand van ons")
EVERYBODY = ("Anonymous",)

# the letters of GDPR art. 6(1): plain words, and how lawyers call it
GROUNDS = {
    "a": (_("ground_consent", default="Jij vindt het goed"), _("law_consent", default="Toestemming")),
    "b": (_("ground_contract", default="Het is nodig voor wat jij vraagt"), _("law_contract", default="Overeenkomst")),
    "c": (_("ground_law", default="De wet vraagt het van ons"), _("law_law", default="Wettelijke plicht")),
    "d": (_("ground_life", default="Het is nodig om een leven te redden"), _("law_life", default="Vitaal belang")),
    "e": (_("ground_task", default="Het hoort bij een taak van de overheid"), _("law_task", default="Publieke taak")),
    "f": (
        _("ground_interest", default="Wij hebben er een goede reden voor. Vind jij van niet? Zeg het ons"),
        _("law_interest", default="Gerechtvaardigd belang"),
    ),
}
NO_GROUND = (_("ground_none", default="Dat staat nog niet vast"), _("law_none", default="Niet vastgelegd"))

SITUATIONS = (
    (purposes.ASKS, _("policy_when_asks", default="Als je iets vraagt of vertelt")),
    (purposes.ACCOUNT, _("policy_when_account", default="Als je een account hebt")),
    (purposes.WORKS, _("policy_when_works", default="Als je met ons meewerkt")),
    ("", _("policy_when_other", default="Wat er nog meer is")),
)

# the order of purposes on the page; those of other rooms and add-ons come first
LAST_AIMS = ("samenbeter.stories", "samenbeter.account", "samenbeter.mail", "samenbeter.security", "samenbeter.rights")

CATEGORIES = {
    "dpv:NonPersonalData": _("data_nothing", default="niets waaraan je te herkennen bent"),
    "dpv:PersonalData": _("data_all", default="alles wat wij van je weten"),
    "pd:AccountIdentifier": _("data_account", default="het nummer van je account"),
    "pd:Communication": _("data_communication", default="wat wij elkaar schreven"),
    "pd:Contact": _("data_contact", default="hoe je te bereiken bent"),
    "pd:EmailAddress": _("data_email", default="je mailadres"),
    "pd:EmailContent": _("data_email_content", default="de tekst van een mail"),
    "pd:GroupMembership": _("data_group", default="bij welke club je hoort"),
    "pd:Health": _("data_health", default="hoe het met je gezondheid gaat"),
    "pd:Identifier": _("data_identifier", default="een code die bij jou hoort"),
    "pd:Identifying": _("data_identifier", default="een code die bij jou hoort"),
    "pd:Interaction": _("data_interaction", default="wat je hier deed"),
    "pd:Language": _("data_language", default="je taal"),
    "pd:LifeHistory": _("data_life", default="wat je hebt meegemaakt"),
    "pd:Location": _("data_location", default="waar je bent"),
    "pd:Name": _("data_name", default="je naam"),
    "pd:Opinion": _("data_opinion", default="wat je ergens van vindt"),
    "pd:Password": _("data_password", default="je wachtwoord, zo opgeslagen dat niemand het kan lezen"),
    "pd:PhysicalAddress": _("data_address", default="je adres"),
    "pd:PhysicalCharacteristic": _("data_looks", default="hoe je eruitziet"),
    "pd:Picture": _("data_picture", default="je foto"),
    "pd:PrivacyPreference": _("data_preference", default="waar je ja of nee op zei"),
    "pd:Professional": _("data_professional", default="je werk"),
    "pd:Profile": _("data_profile", default="wat je over jezelf invult"),
    "pd:TelephoneNumber": _("data_phone", default="je nummer"),
    "pd:Username": _("data_username", default="de naam waarmee je inlogt"),
}

LENGTHS = ((365, "years"), (30, "months"), (7, "weeks"))
UNITS = {
    "years": _("period_years", default="${number} jaar"),
    "months": _("period_months", default="${number} maanden"),
    "weeks": _("period_weeks", default="${number} weken"),
    "days": _("period_days", default="${number} dagen"),
    "month": _("period_month", default="1 maand"),
    "week": _("period_week", default="1 week"),
    "day": _("period_day", default="1 dag"),
}


def role_words(roles):
    """Return what the roles are called, as messages; of a role that we do not know its id."""
    if not roles:
        return [NOBODY]
    if set(roles) & set(EVERYBODY):
        return [ROLES["Anonymous"]]
    found = []
    for role in roles:
        word = ROLES.get(role, role)
        if word not in found:
            found.append(word)
    return found


def ground(basis):
    """Return (plain words, words of lawyers) for a legal basis such as "eu-gdpr:A6-1-b"."""
    letter = basis.removeprefix("eu-gdpr:A6-1-")[:1] if basis.startswith("eu-gdpr:A6-1-") else ""
    return GROUNDS.get(letter, NO_GROUND)


def article(iri):
    """Return "6(1)(b)" for "eu-gdpr:A6-1-b"; what is no article stays as it is."""
    name = iri.removeprefix("eu-gdpr:A")
    if name == iri:
        return iri
    first, *rest = name.split("-")[:3]
    return first + "".join(f"({part})" for part in rest)


def category_words(categories):
    """Return what kinds of data are called, as messages; of one that we do not know its name in the vocabulary."""
    return [CATEGORIES.get(name) or _split(name) for name in categories]


def _split(name):
    """Return "email address" for "pd:EmailAddress"."""
    bare = name.partition(":")[2] or name
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in bare).strip()


def length(days):
    """Return "6 maanden" as a message for a number of days, exact: 180 days are six times thirty; None for no end."""
    if days is None:
        return None
    for size, unit in LENGTHS:
        if days >= size and days % size == 0:
            return _of_unit(days // size, unit)
    return _of_unit(days, "days")


def _of_unit(number, unit):
    if number == 1 and unit != "years":
        return UNITS[unit[:-1]]
    message = UNITS[unit]
    return type(message)(message, domain=message.domain, default=message.default, mapping={"number": str(number)})
