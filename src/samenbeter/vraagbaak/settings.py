"""Settings of the desk: registry prefix ``samenbeter.vraagbaak``."""

from samenbeter import _
from samenbeter.shared.fields import FieldError
from samenbeter.shared.settings import TERMS_HELP
from samenbeter.shared.terms import ITermLines
from samenbeter.shared.terms import TermLines
from samenbeter.vraagbaak.asking.crisis import DEFAULT as CRISIS_WORDS
from zope import schema
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IVocabularyFactory


PREFIX = "samenbeter.vraagbaak"

ANSWER_TYPES = """\
general_information|Algemene uitleg|General information
way_finding|Waar kan ik heen?|Where to go
peer_experience|Ervaring van een ander|Experience of a peer
see_gp|Ga naar je huisarts|See your GP""".splitlines()


# what the national government calls it, and our word for it
IMPORT_THEMES = """\
Belastingen, uitkeringen en toeslagen|geld
Overheid en democratie|geld
Paspoort en identiteitskaart|geld
Privacy en persoonsgegevens|geld
Digitale overheid|geld
Identiteitsfraude|geld
Schulden|geld
Armoedebestrijding|geld
Zorgverzekering|geld
Bouwen en wonen|wonen
Langdurige zorg|wonen
Zorg en ondersteuning thuis|wonen
Werk|werk
Basisvaardigheden|werk
Verkiezingen gemeenteraad 2026|werk
Ouderenzorg|ouder
Verpleeghuizen en zorginstellingen|ouder
Overlijden|rouw
Erven|rouw
Zwangerschap en geboorte|kinderen
Aangifte geboorte en naamskeuze kind|kinderen
Erkenning kind|kinderen
Kinderopvang|kinderen
Jeugdhulp|kinderen
Mantelzorg|mantelzorg
Eenzaamheid|alleen
Sport en bewegen|bewegen
Overgewicht|eten
Roken|roken
Geestelijke gezondheidszorg|piekeren
Dementie|ziekte""".splitlines()


def theme_pair(line):
    """Return (their word, our token) of a line; raise ValueError when it is none."""
    theirs, bar, token = (part.strip() for part in line.rpartition("|"))
    if not (theirs and bar and token):
        raise ValueError(line)
    return theirs, token


@implementer(ITermLines)
class ThemeLines(schema.List):
    """Lines that say which of our themes belongs to a word of others."""

    def _validate(self, value):
        super()._validate(value)
        if self.interface is None:
            # a field checks its own default while it is being defined
            return
        themes = getUtility(IVocabularyFactory, "samenbeter.themes")(None)
        for line in value:
            try:
                fine = theme_pair(line)[1] in themes
            except ValueError:
                fine = False
            if not fine:
                message = _(
                    "import_themes_error",
                    default="Deze regel klopt niet: “${line}”. Schrijf het zoals: Overlijden|rouw. "
                    "Het tweede woord is het korte woord van een thema.",
                    mapping={"line": line[:60]},
                )
                raise FieldError(message)


class IVraagbaakSettings(Interface):
    """The kinds of answers, how long one stays fresh, and what imported questions are about."""

    answer_types = TermLines(
        index="sb_kind",
        title=_("setting_answer_types", default="Soorten antwoord"),
        description=TERMS_HELP,
        default=ANSWER_TYPES,
    )
    review_months = schema.Int(
        title=_("setting_review_months", default="Nakijken na zoveel maanden"),
        description=_("setting_review_months_help", default="Bij het publiceren zetten wij zelf een datum klaar."),
        min=1,
        max=60,
        default=12,
    )
    import_themes = ThemeLines(
        title=_("setting_import_themes", default="Thema’s van ingelezen vragen"),
        description=_(
            "setting_import_themes_help",
            default="Eén per regel: hun woord|ons korte woord. Een woord dat hier niet staat, geeft geen thema.",
        ),
        value_type=schema.TextLine(),
        default=IMPORT_THEMES,
        required=False,
    )
    crisis_words = schema.List(
        title=_("setting_crisis_words", default="Woorden bij nood"),
        description=_(
            "setting_crisis_words_help",
            default="Staat een van deze regels in een vraag, dan tonen wij eerst 112 en 113. Wij houden niemand tegen. "
            "Eén per regel. Een ster is elk einde van een woord, drie puntjes zijn andere woorden ertussen.",
        ),
        value_type=schema.TextLine(),
        default=list(CRISIS_WORDS),
        required=False,
    )


IVraagbaakSettings.setTaggedValue("samenbeter.prefix", PREFIX)
