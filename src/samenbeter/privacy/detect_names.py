"""Names of people in a plain text, by the words that announce them: "ik heet", "mijn dochter", "dokter", "groetjes".

How sure it is follows from two things: how strong the announcing words are, and what the word after them is: a given
name, a word with a capital inside a sentence, an unknown word, or an ordinary one.
"""

from samenbeter.privacy import detect_cues as cues
from samenbeter.privacy.detect_given_names import AMBIGUOUS
from samenbeter.privacy.detect_given_names import GIVEN
from samenbeter.privacy.detect_given_names import LINKS
from samenbeter.privacy.detect_name_parts import Reader
from samenbeter.privacy.detect_name_parts import WORD
from samenbeter.privacy.detect_text import Plain
from samenbeter.privacy.detect_words import is_word
from samenbeter.privacy.detect_words import looks_like_word
from samenbeter.privacy.detect_words import PLACES
from samenbeter.shared import marks

import re


_LIST = re.compile(r",? (?:en|of|&) |, ?")


class Names(Reader):
    """The names in one plain text."""

    def finds(self):
        """Return the finds of all cues, as (start, end, kind, confidence, why)."""
        found = []
        for rule, strength, expression in cues.BEFORE:
            for cue in self.plain.tried(rule, expression):
                bare = strength == cues.STRONG and cues.BARE.search(cue.group())
                one = self.after(cue.end(), cues.PERSON if bare else strength)
                if one and rule == "is_one":
                    one = self._is_one(one)
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
        found += self._others_alone(found_alone)
        found += self._whole()
        return [(start, end, marks.NAME, sure, marks.CUE) for start, end, sure in found]

    def _is_one(self, one):
        """Return what "mijn vader is ..." announces: a given name, else something that may be a name; None without a capital."""
        start, end, _sure = one
        low = self.low[start:end]
        if self.text[start].islower():
            return None
        return one if re.split("[ -]", low)[0] in GIVEN else (start, end, marks.LOW)

    def _others(self, one, strength):
        """Return the names that follow in a list: "mijn kinderen Yusuf, Aylin en Mo"."""
        found = []
        end = one[1]
        for _one in range(4):
            link = _LIST.match(self.low, end)
            word = link and WORD.match(self.text, link.end())
            if not word:
                break
            low, capital = self.kind(word)
            if low in GIVEN and not is_word(low) and (capital or not self.cased):
                sure = marks.HIGH
            elif capital and not is_word(low) and "en" in link.group() and strength == cues.PERSON:
                sure = marks.MEDIUM
            else:
                break
            end = self.rest(word, strength)
            found.append((word.start(), end, sure))
        return found

    def _signed(self, cue):
        """Return the name under a text: "groetjes Fatima", at the end of a line and near the end of the text."""
        one = self.after(cue.end(), cues.SIGN)
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
        low, capital = self.kind(WORD.match(self.text, start, end))
        if cue.group() == "hier":
            # "fleur hier, ik heb een vraag"
            first = not self.low[max(0, start - 2) : start].strip()
            return [(start, end, marks.MEDIUM)] if first and low in GIVEN and not is_word(low) else []
        if (low in GIVEN and not is_word(low)) or (capital and not is_word(low)):
            return [(start, end, marks.HIGH)]
        return [] if is_word(low) or looks_like_word(low) else [(start, end, marks.LOW)]

    def _whole(self):
        """Return family names with initials that nothing announces."""
        found = []
        if self.cased:
            for one in cues.INITIALS.finditer(self.text):
                if not is_word(self.low[one.start("name") : one.end()]):
                    found.append((*one.span(), marks.MEDIUM))
        return found

    def _others_alone(self, found):
        """Return names that stand in no list, beside a given name or before what a person does; they may be something else."""
        if not self.cased:
            return []
        more = [(*one.span("name"), marks.LOW) for one in cues.UNKNOWN.finditer(self.text)]
        for _start, end, _sure in found:
            link = _LIST.match(self.low, end)
            word = link and WORD.match(self.text, link.end())
            if word and word.group()[0].isupper():
                more.append((*word.span(), marks.LOW))
        return [one for one in more if self._is_no_word(self.low[one[0] : one[1]])]

    def _is_no_word(self, low):
        return not (is_word(low) or looks_like_word(low) or PLACES.fullmatch(low) or low in cues.NOBODY)

    def _alone(self, cue):
        """Return a given name that stands by itself; after a word such as "van", or on a line of its own, it is surer."""
        start, end = cue.span("name")
        low = self.low
        if is_word(cue["name"]):
            return []
        written = self.cased and self.text[start].isupper()
        if self.cased and not written:
            return []
        doubtful = not written and cue["name"] in AMBIGUOUS
        if low[start - 1 : start] == "-":
            return []
        follows = low[end : end + 1]
        word = WORD.match(self.text, start)
        double = (
            follows == "-" and word.end() > end and all(part in GIVEN for part in low[start : word.end()].split("-"))
        )
        if double:
            # "Dirk-Jan"
            end = word.end()
            follows = low[end : end + 1]
        last = self.rest(word, cues.PERSON) if follows == " " else end
        if follows == " " and self._is_place(end, last):
            return []
        if follows and follows in "-'@" and last == end:
            return []
        front = low[max(0, start - 20) : start]
        word_before = front.rstrip(" \n").rpartition(" ")[2]
        if word_before in cues.NOBODY:
            return []
        near = front[-1:] == " " and (word_before in cues.NEAR or bool(cues.SOMEBODY.fullmatch(word_before)))
        if doubtful:
            # "als rob dit leest"
            sure = cues.ACTS.match(low, end) or _AT_LINE_END.match(low, end)
            return [(start, last, marks.LOW)] if near and sure else []
        line = (not front or "\n" in front[-4:]) and _AT_LINE_END.match(low, last)
        near = near or (double and self.cased)
        sure = near or last > end or (line and start) or self._acts(start, end, word_before)
        return [(start, last, marks.MEDIUM if sure else marks.LOW)]

    def _acts(self, start, end, word_before):
        """Return whether what follows a given name says that it is of somebody: "toen Marijn zijn been brak"."""
        if not cues.ACTS.match(self.low, end):
            return False
        # behind a word with a capital it may belong to the name of something: "Buurthuis Anna is"
        capital = self.text[max(0, start - 1 - len(word_before)) : start][:1].isupper()
        if not word_before:
            # the first word of a text or of a line
            return True
        return (
            word_before.isalpha()
            and not capital
            and (self.cased or is_word(word_before))
            and not PLACES.fullmatch(word_before)
        )

    def _is_place(self, start, end):
        """Return whether what follows a given name makes it the name of a street or an institution."""
        words = self.low[start : end + 30].split(" ")
        last = len(self.low[start:end].split(" "))
        return any(PLACES.fullmatch(word.strip(".,;:!?)")) for word in words[: last + 1])


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
    return Plain(form).low
