"""Names of people in a plain text, by the words that announce them: "ik heet", "mijn dochter", "dokter", "groetjes".

How sure it is follows from two things: how strong the announcing words are, and what the word after them is: a given
name, a word with a capital inside a sentence, an unknown word, or an ordinary one.
"""

from samenbeter.privacy import detect_cues as cues
from samenbeter.privacy.detect_given_names import AMBIGUOUS
from samenbeter.privacy.detect_given_names import GIVEN
from samenbeter.privacy.detect_given_names import LINKS
from samenbeter.privacy.detect_given_names import SURNAMES
from samenbeter.privacy.detect_words import is_word
from samenbeter.privacy.detect_words import looks_like_word
from samenbeter.privacy.detect_words import PLACES
from samenbeter.privacy.detect_words import SMALL
from samenbeter.shared import marks

import re


_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['-](?=[^\W\d_])){0,30}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ ]?){1,4}|[A-Z](?=\s[A-Z][a-z])")
_SPACE = re.compile(r"[ ]{0,2}\n?[ ]{0,2}")
_BETWEEN = re.compile(r"[ ]{1,2}")
_PREFIXED = re.compile(r"(?:al|el|ben|ait|as|ad)-[a-z]{3}")
_LINK = re.compile(r"(?P<word>'?[a-z]{1,6}(?:\.d\.?)?)(?:[ ]{1,2}|-(?=[a-z])|(?<=')|\. ?)")
# alone these are ordinary words: "ik heet op"
_NO_LINK = frozenset(("op", "in", "aan", "y", "e", "ten", "vander", "st"))
_LIST = re.compile(r",? (?:en|of|&) |, ?")
_END = re.compile(
    r"\s*(?:$|[\n,.;:!?)(-]|(?:en|is|was|heeft|had|die|uit|van|ik|woont|werd|wordt|maar|komma|want|op|met|in|gaat|zit|kan|wil) )"
)
_VERB_NEXT = re.compile(
    r" (?:is|heeft|had|was|wordt|woont|gaat|komt|zit|ligt|werd|krijgt|moet|kan|zei|zegt|vindt|belt|slaapt)(?![a-z])"
)

# "Ajaxsupporter", "Hindoestaans"
_PEOPLE_ENDS = re.compile(r".{9,}|.*(?:aan|aans|aanse|ist|iste|er|ers|ees|ese|isch|ische|loog|ant|ante)")
# "Ajaxsupporter", "Hindoestaans"
_PEOPLE_ENDS = re.compile(r".{9,}|.*(?:aan|aans|aanse|ist|iste|er|ers|ees|ese|isch|ische|loog|ant|ante)")
_VERB_ENDS = ("t", "d", "en", "de", "te", "aan", "oen", "ien")


class Names:
    """The names in one plain text."""

    def __init__(self, plain):
        self.plain = plain
        self.text = plain.text
        self.low = plain.low
        self._ends = {}
        letters = [char for char in plain.text[:400] if char.isalpha()]
        capitals = sum(map(str.isupper, letters))
        # in a text that is all capitals, or none, a capital says nothing
        self.cased = 0 < capitals < len(letters) * 0.6

    def finds(self):
        """Return the finds of all cues, as (start, end, kind, confidence, why)."""
        found = []
        for rule, strength, expression in cues.BEFORE:
            for cue in self.plain.tried(rule, expression):
                bare = strength == cues.STRONG and cues.BARE.search(cue.group())
                one = self._after(cue.end(), cues.PERSON if bare else strength)
                if one:
                    found += [one, *self._others(one, strength)]
        for cue in self.plain.tried("sign", cues.SIGNING):
            found += self._signed(cue)
        for cue in self.plain.tried("named", cues.NAMED):
            found += self._named(cue)
        found_alone = []
        for cue in self.plain.tried("given", cues.GIVEN_ONE):
            if not found_alone or cue.start() >= found_alone[-1][1]:
                found_alone += self._alone(cue)
        found += found_alone
        found += self._whole()
        return [(start, end, marks.NAME, sure, marks.CUE) for start, end, sure in found]

    # one name

    def _after(self, at, strength):
        """Return (start, end, confidence) of the name that starts after a cue; None when there is none."""
        at = _SPACE.match(self.text, at).end()
        initials = _INITIALS.match(self.text, at)
        first = initials.end() if initials else at
        if initials:
            first = _SPACE.match(self.text, first).end()
        link_end = self._links(first)
        word = _WORD.match(self.text, link_end)
        if not word:
            return None
        if link_end > first or initials:
            sure = self._family(word, strength, bool(initials))
        else:
            sure = self._given(word, strength)
        if sure is None:
            return None
        end = self._rest(word, strength)
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

    def _kind(self, word):
        """Return (low, capital) of a word: how it is written where a capital says something."""
        low = self.low[word.start() : word.end()]
        written = word.group()
        capital = self.cased and written[0].isupper() and not (len(written) > 1 and written.isupper())
        return low, capital

    def _given(self, word, strength):
        """Return how sure it is that a first word is a name."""
        low, capital = self._kind(word)
        ordinary = is_word(low)
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
        after = follow and _WORD.match(self.text, follow.end())
        low = after and self.low[after.start() : after.end()]
        return bool(low) and (low in LINKS or low in SURNAMES or not is_word(low))

    def _family_next(self, word):
        """Return whether "de Vries" or "Tesfamariam" follows."""
        follow = _BETWEEN.match(self.text, word.end())
        link_end = self._links(follow.end()) if follow else 0
        after = follow and _WORD.match(self.text, link_end)
        low = after and self.low[after.start() : after.end()]
        return bool(low) and (low in SURNAMES or not (is_word(low) or looks_like_word(low)))

    def _unknown(self, word, low, capital, strength):
        """Return how sure it is for a word that stands in no list."""
        shaped = looks_like_word(low)
        if strength == cues.STRONG:
            return marks.MEDIUM if shaped and not capital else marks.HIGH
        if strength == cues.TITLE:
            if capital or not (shaped or self.cased or low.endswith("t")):
                return marks.HIGH
            return marks.LOW
        if capital:
            if strength == cues.WEAK:
                return marks.LOW if shaped or _PEOPLE_ENDS.fullmatch(low) else marks.MEDIUM
            return marks.HIGH
        if strength == cues.PERSON and not self.cased and not (shaped or low.endswith(_VERB_ENDS)):
            follows = _END.match(self.low, word.end()) or _VERB_NEXT.match(self.low, word.end())
            return marks.MEDIUM if follows else marks.LOW
        # a text with capitals gives one to a name
        return marks.LOW if not shaped else None

    def _family(self, word, strength, initials):
        """Return how sure it is for what comes after initials or after "van der"."""
        low, capital = self._kind(word)
        if len(low) < 3 or (strength == cues.WEAK and not initials):
            return None
        if low in SURNAMES and (capital or not self.cased or initials):
            return marks.HIGH
        if capital and not is_word(low):
            return marks.HIGH if strength in (cues.STRONG, cues.TITLE) or initials else marks.MEDIUM
        if is_word(low) or looks_like_word(low):
            return marks.MEDIUM if initials and capital else None
        if self.cased and not initials:
            return None
        return marks.MEDIUM if strength in (cues.STRONG, cues.TITLE) else marks.LOW

    def _rest(self, word, strength):
        """Return where the name ends of which this is the first word."""
        if word.start() in self._ends:
            return self._ends[word.start()]
        end = word.end()
        lower = not self.cased or self.text[word.start()].islower()
        for _one in range(4):
            space = _BETWEEN.match(self.text, end)
            if not space:
                break
            start = space.end()
            initials = _INITIALS.match(self.text, start) if self.text[start : start + 1].isupper() else None
            start = _SPACE.match(self.text, initials.end()).end() if initials else start
            link_end = self._links(start)
            after = _WORD.match(self.text, link_end)
            if not after or not self._continues(after, link_end > start, lower, strength):
                break
            end = after.end()
        self._ends[word.start()] = end
        return end

    def _continues(self, word, linked, lower, strength):
        low, capital = self._kind(word)
        written = word.group()
        if _PREFIXED.match(low):
            return True
        if PLACES.fullmatch(low) and capital and not linked:
            return False
        if capital:
            return not is_word(low) or low in SURNAMES
        if not lower:
            # "Fatima el bakkali"
            return linked and written.islower() and low in SURNAMES
        if len(low) < 3:
            return False
        if low in SURNAMES or low in GIVEN:
            return not is_word(low) or (low in SURNAMES and (linked or low not in SMALL))
        if is_word(low):
            return False
        return not looks_like_word(low) or (linked and strength != cues.WEAK)

    # more names

    def _others(self, one, strength):
        """Return the names that follow in a list: "mijn kinderen Yusuf, Aylin en Mo"."""
        found = []
        end = one[1]
        for _one in range(4):
            link = _LIST.match(self.low, end)
            word = link and _WORD.match(self.text, link.end())
            if not word:
                break
            low, capital = self._kind(word)
            if low in GIVEN and not is_word(low) and (capital or not self.cased):
                sure = marks.HIGH
            elif capital and not is_word(low) and "en" in link.group() and strength == cues.PERSON:
                sure = marks.MEDIUM
            else:
                break
            end = self._rest(word, strength)
            found.append((word.start(), end, sure))
        return found

    def _signed(self, cue):
        """Return the name under a text: "groetjes Fatima", at the end of a line and near the end of the text."""
        one = self._after(cue.end(), cues.SIGN)
        if not one:
            return []
        start, end, sure = one
        low = self.low[start:end]
        if _AT_END.match(self.low, end):
            if low.split()[0] in GIVEN or sure == marks.HIGH:
                return [(start, end, marks.HIGH)]
            return [(start, end, marks.LOW if looks_like_word(low) else marks.MEDIUM)]
        if low.split()[0] in GIVEN:
            return [(start, end, sure)]
        if looks_like_word(low) or not ("\n" in cue.group() or " " in low):
            return []
        return [(start, end, marks.MEDIUM if "\n" in cue.group() else marks.LOW)]

    def _named(self, cue):
        """Return the name that stands before "heet ik" or "is mijn naam"."""
        word = _LAST_WORD.search(self.text, max(0, cue.start() - 30), cue.start())
        if not word:
            return []
        start, end = word.span("name")
        low, capital = self._kind(_WORD.match(self.text, start, end))
        if (low in GIVEN and not is_word(low)) or (capital and not is_word(low)):
            return [(start, end, marks.HIGH)]
        return [] if is_word(low) or looks_like_word(low) else [(start, end, marks.LOW)]

    def _whole(self):
        """Return family names with initials, and names that fill a line."""
        found = []
        if self.cased:
            for one in cues.INITIALS.finditer(self.text):
                if not is_word(self.low[one.start("name") : one.end()]):
                    found.append((*one.span(), marks.MEDIUM))
        first = cues.FIRST.match(self.low)
        lines = [first] if first else []
        for one in [*lines, *cues.LINE.finditer(self.low)]:
            low = one["name"]
            if low in GIVEN and not is_word(low):
                word = _WORD.match(self.text, one.start("name"))
                end = self._rest(word, cues.PERSON)
                if _AT_LINE_END.match(self.low, end) and (end > word.end() or one.start("name") > 0):
                    found.append((word.start(), end, marks.MEDIUM))
        return found

    def _alone(self, cue):
        """Return a given name that stands by itself; after a word such as "van" it is surer."""
        start, end = cue.span("name")
        low = cue["name"]
        capital = self.cased and self.text[start].isupper()
        if is_word(low) or (not capital and (self.cased or low in AMBIGUOUS)):
            return []
        last = self._rest(_WORD.match(self.text, start), cues.PERSON)
        if self._is_place(end, last):
            return []
        if self.low[end : end + 1] in ("-", "'", "@") and last == end:
            return []
        near = cues.NEAR.search(self.low, max(0, start - 12), start) and self.low[start - 1] == " "
        return [(start, last, marks.MEDIUM if near or last > end else marks.LOW)]

    def _is_place(self, start, end):
        """Return whether what follows a given name makes it the name of a street or an institution."""
        words = self.low[start : end + 30].split(" ")
        last = len(self.low[start:end].split(" "))
        return any(PLACES.fullmatch(word) for word in words[: last + 1])


_LAST_WORD = re.compile(r"(?:^|[^\w'-])(?P<name>[^\W\d_][\w'-]{1,25}) $")
_AT_END = re.compile(r"[ .!,]{0,4}(?:$|\n|uit |van de |tel|06|[0-9(+@])")
_AT_LINE_END = re.compile(r"[ .]{0,3}(?:$|\n|,)")


def names(plain):
    """Return the finds of names."""
    return Names(plain).finds()


def known_names(plain, known):
    """Return the finds of the names and addresses of the person who writes.

    :param known: texts such as a display name and a mail address.
    """
    wanted = set()
    for text in known:
        whole = re.sub(r"\s+", " ", text.strip().lower())[:100]
        if len(whole) > 2:
            wanted.add(whole)
        local = whole.partition("@")[0]
        wanted.update(part for part in [local, *re.split(r"[^\w'-]+|[._0-9]+", local)] if _is_own(part))
    if not wanted:
        return []
    forms = "|".join(re.escape(_folded(form)) for form in sorted(wanted, key=len, reverse=True)[:40])
    found = []
    for one in re.finditer(rf"(?<![^\W_])(?:{forms})(?![^\W_])", plain.low):
        if is_word(one.group()) and plain.text[one.start()].islower():
            continue
        found.append((*one.span(), marks.NAME, marks.HIGH, marks.KNOWN))
    return found


def _is_own(part):
    return len(part) > 2 and part not in LINKS and not part.isdigit() and part not in ("info", "mail", "contact")


def _folded(form):
    from samenbeter.privacy.detect_text import Plain

    return Plain(form).low
