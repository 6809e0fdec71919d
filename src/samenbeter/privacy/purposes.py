"""The purposes for which the platform itself keeps something about people, and the words that people agree to.

Another room or add-on registers its own as named utilities for IPurpose.
"""

from dataclasses import dataclass
from hashlib import sha256
from samenbeter import _
from samenbeter.interfaces import IPurpose
from typing import Any
from zope.component import getUtilitiesFor
from zope.component import queryUtility
from zope.i18n import translate
from zope.interface import implementer


# the situations in which somebody leaves something with us, in the order of the privacy page
ASKS = "asks"
ACCOUNT = "account"
WORKS = "works"

CONTRACT = "eu-gdpr:A6-1-b"
LAW = "eu-gdpr:A6-1-c"
INTEREST = "eu-gdpr:A6-1-f"
CONSENT = "eu-gdpr:A6-1-a"
# of special data: explicit consent; to make or answer a claim of law, also that of a person on their own data
EXPLICIT, CLAIM = "eu-gdpr:A9-2-a", "eu-gdpr:A9-2-f"


@implementer(IPurpose)
@dataclass(frozen=True)
class Purpose:
    """A purpose, as in IPurpose.

    :param when: in which situation: "asks", "account", "works".
    :param uses: kinds of data that it uses and that are kept for another purpose, as in IPersonalDataProvider.
    """

    title: Any
    text: Any
    basis: str
    concept: str
    when: str
    version: int = 1
    exception: str | None = None
    asked: bool = False
    uses: tuple = ()


ACCOUNTS = Purpose(
    title=_("purpose_account", default="Je account"),
    text=_(
        "purpose_account_text",
        default="Met je account log je in. Daar vind je terug wat van jou is. "
        "Daarvoor bewaren wij je mailadres en wat je over jezelf invult.",
    ),
    basis=CONTRACT,
    concept="dpv:AccountManagement",
    when=ACCOUNT,
)
RIGHTS = Purpose(
    title=_("purpose_rights", default="Jouw rechten"),
    text=_(
        "purpose_rights_text",
        default="Jij mag zien wat wij van je weten. Je mag het laten wissen of veranderen. "
        "Wij houden bij wat je vroeg en wanneer wij het deden.",
    ),
    basis=LAW,
    exception=CLAIM,
    concept="dpv:RightsFulfilment",
    when=ASKS,
)
SECURITY = Purpose(
    title=_("purpose_security", default="Kijken of alles veilig gaat"),
    text=_(
        "purpose_security_text",
        default="Wij schrijven op wie van ons iets van jou opent, en waarom. Zo kun jij zien of dat klopt.",
    ),
    basis=LAW,
    exception=CLAIM,
    concept="dpv:EnforceSecurity",
    when=ASKS,
)
MAIL = Purpose(
    title=_("purpose_mail", default="Mail aan jou"),
    text=_(
        "purpose_mail_text",
        default="Soms krijg je een mail van ons, omdat jij iets vroeg. "
        "Wij bewaren je mailadres en de tekst tot die mail weg is.",
    ),
    basis=CONTRACT,
    concept="dpv:CommunicationManagement",
    when=ASKS,
)
DOUBT = Purpose(
    title=_("purpose_doubtful", default="Computers buiten houden"),
    text=_(
        "purpose_doubtful_text",
        default="Soms lijkt een formulier van een computer te komen. Dan kijkt een mens van ons eerst. "
        "Zo raakt niets weg wat echt van jou is.",
    ),
    basis=INTEREST,
    # somebody may write about their health; that is never what we look for
    exception=CLAIM,
    concept="dpv:EnforceSecurity",
    when=ASKS,
)
CONSENTS = Purpose(
    title=_("purpose_consent", default="Waar je ja of nee op zei"),
    text=_(
        "purpose_consent_text",
        default="Wij bewaren waar je ja of nee op zei, en welke tekst je toen las. "
        "Zo kunnen wij laten zien dat jij het zelf koos.",
    ),
    basis=LAW,
    concept="dpv:RecordManagement",
    when=ACCOUNT,
)
QUESTIONS = Purpose(
    title=_("purpose_questions", default="Antwoord op je vraag"),
    text=_(
        "purpose_questions_text",
        default="Je stelt een vraag. Die kan over je gezondheid gaan. De redactie leest hem, en haalt eruit wie je "
        "bent. Daarna denken mensen mee. Jij krijgt het antwoord. Je mag altijd stoppen. Dan wissen wij wat je schreef.",
    ),
    basis=CONSENT,
    exception=EXPLICIT,
    concept="dpv:ServiceProvision",
    when=ASKS,
)
ANSWERS = Purpose(
    title=_("purpose_answers", default="Antwoorden van mensen met kennis"),
    text=_(
        "purpose_answers_text",
        default="Wie meeschrijft aan een antwoord, staat erbij met vak en organisatie. Zo weet je van wie het komt.",
    ),
    basis=INTEREST,
    concept="dpv:ServiceProvision",
    when=WORKS,
)
ABSENCE = Purpose(
    title=_("purpose_absence", default="Weten wie er is"),
    text=_(
        "purpose_absence_text",
        default="Wie meewerkt, kan zeggen wanneer hij er niet is. Dan gaat er geen vraag naar iemand die weg is.",
    ),
    basis=INTEREST,
    concept="dpv:ServiceProvision",
    when=WORKS,
)
VERIFICATION = Purpose(
    title=_("purpose_verification", default="Kijken of een vak klopt"),
    text=_(
        "purpose_verification_text",
        default="Wie namens een vak schrijft, laat ons een bewijs zien. Wij bewaren alleen dat wij het zagen, "
        "wanneer, en wie van ons.",
    ),
    basis=INTEREST,
    concept="dpv:ServiceProvision",
    when=WORKS,
)
STORIES = Purpose(
    title=_("purpose_stories", default="Verhalen van bewoners"),
    text=_(
        "purpose_stories_text",
        default="Je vertelt je verhaal om een ander op weg te helpen. Wij laten alleen zien wat jij goed vindt.",
    ),
    basis=CONSENT,
    exception=EXPLICIT,
    concept="dpv:PublicBenefit",
    when=ASKS,
)
PARTNERS = Purpose(
    title=_("purpose_partners", default="Werken met partners"),
    text=_(
        "purpose_partners_text",
        default="Bij een partner staat hoe je die bereikt. Bij een kleine club is dat soms het nummer van één mens.",
    ),
    basis=INTEREST,
    concept="dpv:ServiceProvision",
    when=WORKS,
)
CONTACT = Purpose(
    title=_("purpose_contact", default="Mogen wij je mailen?"),
    text=_(
        "purpose_contact_text",
        default="Wij mogen je mailen om te vragen hoe het gaat. Daarvoor gebruiken wij je mailadres. "
        "Niemand anders krijgt het. Je mag altijd weer nee zeggen. Dan houdt het meteen op.",
    ),
    basis=CONSENT,
    concept="dpv:CommunicationForCustomerCare",
    when=ACCOUNT,
    asked=True,
    uses=("pd:EmailAddress",),
)


def purposes():
    """Return {id: purpose} of all that are registered, by id."""
    return dict(sorted(getUtilitiesFor(IPurpose)))


def purpose_of(name):
    """Return a purpose, or None for one that nobody registered (any more)."""
    return queryUtility(IPurpose, name)


def in_language(text, language):
    """Return a message or text as people read it in a language."""
    return translate(text, target_language=language) or ""


def wording(purpose, language):
    """Return the exact words of a purpose that are shown to people: its title, an empty line and its text."""
    return f"{in_language(purpose.title, language)}\n\n{in_language(purpose.text, language)}"


def fingerprint(text):
    """Return the SHA-256 hash of a text, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()
