"""Reads one name in a plain text, and says how sure it is that it is one."""

from samenbeter.privacy import detect_cues as cues
from samenbeter.privacy.detect_given_names import GIVEN
from samenbeter.privacy.detect_given_names import LINKS
from samenbeter.privacy.detect_given_names import SURNAMES
from samenbeter.privacy.detect_words import is_word
from samenbeter.privacy.detect_words import looks_like_word
from samenbeter.privacy.detect_words import PLACES
from samenbeter.privacy.detect_words import SMALL
from samenbeter.shared import marks

import re


WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['-](?=[^\W\d_])){0,30}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ ]?){1,4}|[A-Z](?=\s[A-Z][a-z])")
_BARE_INITIALS = re.compile(r"(?![u'] )(?:[a-z] ){1,3}(?=[a-z]{2})")
_SPACE = re.compile(r"[ ]{0,2}\n?[ ]{0,2}")
_BETWEEN = re.compile(r"[ ]{1,2}")
_PREFIXED = re.compile(r"(?:al|el|ben|ait|as|ad)-[a-z]{3}")
_LINK = re.compile(r"(?P<word>'?[a-z]{1,6}(?:\.d\.?)?)(?:[ ]{1,2}|-(?=[a-z])|(?<=')|\. ?)")
# alone these are ordinary words: "ik heet op"
_NO_LINK = frozenset(("op", "in", "aan", "t", "y", "e", "ten", "vander", "st"))
_WHERE = ("in ", "op ", "aan ")
# "Joyce van het buurtteam", "de Boer van de woningbouw"
_BODY = re.compile(
    r"[a-z]*(?:team|bouw|corporatie|post|club|groep|praktijk|dienst|loket|balie|bieb|bibliotheek|winkel|stichting|school|kerk|moskee|flat|"
    r"gemeente|vereniging|centrum|instelling|opvang|winkel|sport|bank|hulp|inloop|overkant|hoek|etage|verdieping|hoog)"
)
# family names that end as places do
_NAME_LIKE_PLACE = re.compile(
    r"(?!.*(?:zieken|gast|buurt|verpleeg|wijk|zorg|stad|gemeente|rust|jeugd|bejaarden|inloop|te)huis)(?!.*(?:kinder|moeder|water|rivier|school|gerechts))"
    r"[a-z]{3,}(?:huis|hof|dijk|kerk|brug|haven|hoeve)"
)
_HOUSE_NEXT = re.compile(r" [0-9]")
_END = re.compile(
    r"\s*(?:$|[\n,.;:!?)(-]|(?:en|is|was|heeft|had|die|uit|van|ik|woont|werd|wordt|maar|komma|want|op|met|in|gaat|zit|kan|wil) )"
)
_VERB_NEXT = re.compile(
    r" (?:is|heeft|had|was|wordt|woont|gaat|komt|zit|ligt|werd|krijgt|moet|kan|zei|zegt|vindt|belt|slaapt)(?![a-z])"
)

# what comes after a verb: "dokter begrijp mij niet"
_OBJECT_NEXT = re.compile(r" (?:mij|me|niet|geen|ons|hem|haar|het|een|dat|veel|te|weer|altijd|nooit|soms)(?![a-z])")
# "Ajaxsupporter", "Hindoestaans"
_PEOPLE_ENDS = re.compile(r".{9,}|.*(?:aan|aans|aanse|ist|iste|er|ers|ees|ese|isch|ische|loog|ant|ante)")
_VERB_ENDS = ("t", "d", "en", "de", "te", "aan", "oen", "ien")


class Reader:
    """Reads the names in one plain text."""

    def __init__(self, plain):
        self.plain = plain
        self.text = plain.text
        self.low = plain.low
        self._ends = {}
        letters = [char for char in plain.text[:400] if char.isalpha()]
        capitals = sum(map(str.isupper, letters))
        # in a text that is all capitals, or none, a capital says nothing
        self.cased = 0 < capitals < len(letters) * 0.6

    def after(self, at, strength):
        """Return (start, end, confidence) of the name that starts after a cue; None when there is none."""
        at = _SPACE.match(self.text, at).end()
        initials = _INITIALS.match(self.text, at)
        if not initials and not self.cased and strength in (cues.STRONG, cues.TITLE):
            # "ten name van s de haas"
            initials = _BARE_INITIALS.match(self.low, at)
        first = initials.end() if initials else at
        if initials:
            first = _SPACE.match(self.text, first).end()
        link_end = self._links(first)
        word = WORD.match(self.text, link_end)
        if not word:
            return None
        if link_end > first or initials:
            sure = self._family(word, strength, self.low[first:link_end], bool(initials))
        else:
            sure = self._given(word, strength)
        if sure is None:
            return None
        end = self.rest(word, strength)
        if sure == marks.LOW and end > word.end() and not self.low[word.start() : word.end()].endswith(_VERB_ENDS):
            # an unknown word with a family name behind it
            sure = marks.MEDIUM
        return at, end, sure

    def _links(self, at):
        """Return where the words such as "van der" end that start there."""
        start = at
        for _one in range(3):
            link = _LINK.match(self.low, at)
            if not link or link["word"] not in LINKS:
                break
            at = link.end()
        if at > start and self.low[start:at].strip() in _NO_LINK:
            return start
        return at

    def kind(self, word):
        """Return (low, capital) of a word: how it is written where a capital says something."""
        low = self.low[word.start() : word.end()]
        written = word.group()
        capital = self.cased and written[0].isupper() and not (len(written) > 1 and written.isupper())
        return low, capital

    def _given(self, word, strength):
        """Return how sure it is that a first word is a name."""
        low, capital = self.kind(word)
        ordinary = is_word(low)
        if low in cues.NOBODY:
            return None
        if len(low) < 2 or (len(low) < 3 and low not in GIVEN):
            return None
        if self.cased and len(low) < 7 and word.group().isupper() and low not in GIVEN:
            # an abbreviation
            return None
        if low in GIVEN or (low.split("-")[0] in GIVEN and "-" in low):
            if not ordinary:
                return self._known_given(low, capital, strength, word)
            if strength == cues.STRONG or (capital and strength != cues.WEAK):
                return marks.MEDIUM if _END.match(self.low, word.end()) or self._family_next(word) else None
            return (
                marks.MEDIUM
                if _VERB_NEXT.match(self.low, word.end()) and low == "wil" and strength == cues.PERSON
                else None
            )
        if low in SURNAMES and strength in (cues.TITLE, cues.STRONG):
            if ordinary and not capital and not _END.match(self.low, word.end()):
                return None
            return marks.HIGH
        if ordinary:
            named = strength == cues.STRONG and capital and _END.match(self.low, word.end())
            return marks.LOW if named else None
        return self._unknown(word, low, capital, strength)

    def _known_given(self, low, capital, strength, word):
        if strength == cues.WEAK and not capital:
            return marks.HIGH if _END.match(self.low, word.end()) or self._name_next(word) else marks.MEDIUM
        return marks.HIGH

    def _name_next(self, word):
        follow = _BETWEEN.match(self.text, word.end())
        after = follow and WORD.match(self.text, follow.end())
        low = after and self.low[after.start() : after.end()]
        return bool(low) and (low in LINKS or low in SURNAMES or not is_word(low))

    def _family_next(self, word):
        """Return whether "de Vries" or "Tesfamariam" follows."""
        follow = _BETWEEN.match(self.text, word.end())
        link_end = self._links(follow.end()) if follow else 0
        after = follow and WORD.match(self.text, link_end)
        low = after and self.low[after.start() : after.end()]
        return bool(low) and (low in SURNAMES or not (is_word(low) or looks_like_word(low)))

    def _unknown(self, word, low, capital, strength):
        """Return how sure it is for a word that stands in no list."""
        shaped = looks_like_word(low)
        if strength == cues.STRONG:
            return marks.MEDIUM if shaped and not capital else marks.HIGH
        if strength == cues.TITLE:
            verb = shaped or (low.endswith(_VERB_ENDS) and not low.endswith("sen"))
            verb = verb or _OBJECT_NEXT.match(self.low, word.end())
            if capital or not (verb or self.cased):
                return marks.HIGH
            return marks.MEDIUM if _VERB_NEXT.match(self.low, word.end()) and not self.cased else marks.LOW
        if capital:
            if strength == cues.WEAK:
                return marks.LOW if shaped or _PEOPLE_ENDS.fullmatch(low) else marks.MEDIUM
            return marks.HIGH
        if strength == cues.PERSON and not self.cased and not (shaped or low.endswith(_VERB_ENDS)):
            follows = _END.match(self.low, word.end()) or _VERB_NEXT.match(self.low, word.end())
            return marks.MEDIUM if follows else marks.LOW
        # a text with capitals gives one to a name
        return marks.LOW if not shaped else None

    def _family(self, word, strength, links, initials):
        """Return how sure it is for what comes after initials or after "van der"."""
        low, capital = self.kind(word)
        if len(low) < 3 or (strength == cues.WEAK and not initials):
            return None
        if links.startswith(_WHERE) and (PLACES.fullmatch(low) or strength in (cues.PERSON, cues.WEAK)):
            # "de huisarts in de Voorstraat", "de huisarts in de wijk"
            return None
        written = self.text[word.start() - len(links) : word.start()]
        if strength in (cues.PERSON, cues.WEAK) and not initials and written.startswith("van"):
            # "een vrijwilliger van De Vlier"
            return marks.MEDIUM if low in SURNAMES else None
        if low in SURNAMES and (capital or not self.cased or initials):
            return marks.HIGH
        if capital and not is_word(low):
            return marks.HIGH if strength in (cues.STRONG, cues.TITLE) or initials else marks.MEDIUM
        if is_word(low) or looks_like_word(low):
            return marks.MEDIUM if initials and capital else None
        if self.cased and not initials:
            return None
        if strength == cues.TITLE and links.startswith(("van de ", "van het ")):
            # "die dokter van de radio"
            return marks.LOW
        return marks.MEDIUM if strength in (cues.STRONG, cues.TITLE) else marks.LOW

    def rest(self, word, strength):
        """Return where the name ends of which this is the first word."""
        if word.start() in self._ends:
            return self._ends[word.start()]
        end = word.end()
        linked = False
        lower = not self.cased or self.text[word.start()].islower()
        for _one in range(4):
            space = _BETWEEN.match(self.text, end)
            if not space:
                break
            start = space.end()
            initials = _INITIALS.match(self.text, start) if self.text[start : start + 1].isupper() else None
            start = _SPACE.match(self.text, initials.end()).end() if initials else start
            link_end = self._links(start)
            after = WORD.match(self.text, link_end)
            links = self.low[start:link_end]
            if not after or not self._continues(after, bool(links), lower, strength):
                break
            if links.startswith(_WHERE) and lower and self.low[after.start() : after.end()] not in SURNAMES:
                # "mevrouw Pronk in de Vogelenzang"
                break
            if linked and links.startswith(("van de ", "van het ")):
                # "Riet de Wolf van de Lange Jufferstraat"
                break
            linked = linked or bool(links)
            end = after.end()
        self._ends[word.start()] = end
        return end

    def _continues(self, word, linked, lower, strength):
        low, capital = self.kind(word)
        written = word.group()
        if _PREFIXED.match(low):
            return True
        if PLACES.fullmatch(low) and capital:
            if _HOUSE_NEXT.match(self.low, word.end()):
                return False
            if not linked:
                return bool(_NAME_LIKE_PLACE.fullmatch(low))
        if linked and _BODY.fullmatch(low) and not capital:
            return False
        if capital:
            return not is_word(low) or low in SURNAMES
        if not lower:
            # "Fatima el bakkali"
            return linked and written.islower() and low in SURNAMES
        if len(low) < 3:
            # "van Es"
            return linked and low in SURNAMES
        if low in SURNAMES or low in GIVEN:
            return not is_word(low) or (low in SURNAMES and (linked or low not in SMALL))
        if is_word(low):
            return False
        return not looks_like_word(low) or (linked and strength == cues.STRONG)
