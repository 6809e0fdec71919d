"""The marks in the texts of an item, and what editors decided about each.

What was decided is kept under a keyed hash of what was marked: it does not say what that was,
and it holds no more as soon as the words are others.
"""

from collections import Counter
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from persistent.mapping import PersistentMapping
from plone.schema.email import IEmail
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.privacy.free_text import free_texts
from samenbeter.privacy.free_text import FreeText
from samenbeter.privacy.public_words import CONTACTS
from samenbeter.privacy.public_words import PublicWords
from samenbeter.shared import keys
from samenbeter.shared import marks
from samenbeter.shared import proofs
from samenbeter.shared.fields import WebAddress
from samenbeter.shared.fields import WeeklyHours
from samenbeter.shared.html_places import Places
from samenbeter.shared.html_places import places
from samenbeter.shared.marks import Mark
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility


KEY = "samenbeter.privacy.marks"
# between two texts: what is about one thing stands in one of them
APART = "\n\n\n"
# how a mark stands: nobody looked, somebody wants to leave it, it may stay
OPEN, WAITING, KEPT = "open", "waiting", "kept"
# there to be known, or written by Plone; names of fields
NOT_LOOKED_AT = frozenset(
    (
        *CONTACTS,
        "changeNote",
        "city",
        "contributors",
        "creators",
        "id",
        "language",
        "policy_version",
        "source_id",
        "source_licence",
        "source_name",
        "subjects",
        "sync_uid",
    )
)


@dataclass(frozen=True)
class Found:
    """One mark in an item.

    :param seen: the text as a reader sees it, and where that is in the source.
    """

    text: FreeText
    seen: Places
    mark: Mark

    @property
    def words(self):
        """Return what was marked. For the page of the editor only: no log, no address, no answer to a program."""
        return self.seen.text[self.mark.start : self.mark.end]

    @property
    def id(self):
        """Return how the page knows it, and all of the same kind with the same words in this field."""
        return sha256("\0".join((self.text.name, self.mark.kind, self._plain)).encode()).hexdigest()[:20]

    @property
    def _plain(self):
        return " ".join(self.words.split())

    def key(self, uid):
        """Return under which name something is decided about it; it does not lead back to the words.

        :param uid: of the item.
        :raises keys.VaultProblem: when there is no key.
        """
        return proofs.hashed("marks", "\0".join((uid, self.text.name, self.mark.kind, self._plain)))[:32]

    @property
    def is_sure(self):
        """Return whether it stands in the way of publishing."""
        return self.mark.confidence == marks.HIGH

    def around(self, most):
        """Return the words (before, after) it, so many letters at most."""
        before = self.seen.text[max(0, self.mark.start - most) : self.mark.start]
        return before, self.seen.text[self.mark.end : self.mark.end + most]


class Marked:
    """The marks of one item, as it is now.

    :param obj: an item, IReadBeforePublic.
    """

    def __init__(self, obj):
        self.obj = obj
        self.uid = IUUID(obj)

    @cached_property
    def found(self):
        """Return a list of Found, in the order of the fields and of the text. What everybody knows is not in it."""
        detector = queryUtility(IPersonalDataDetector)
        if detector is None:
            return []
        public = PublicWords(self.obj)
        read = [(text, places(text.value, text.is_html)) for text in free_texts(self.obj) if _is_looked_at(text)]
        # asked once: a detector may look up who is known
        all_marks = _apart([seen.text for _text, seen in read], detector.marks(APART.join(s.text for _t, s in read)))
        found = [
            Found(text, seen, mark) for (text, seen), of_text in zip(read, all_marks, strict=True) for mark in of_text
        ]
        return [one for one in found if not public.knows(one.mark.kind, one.words)]

    @cached_property
    def decisions(self):
        """Return {key: what was decided}, to read."""
        return IAnnotations(self.obj).get(KEY) or {}

    def decided(self, found):
        """Return what was decided about a mark; None for nothing, also when there is no key to know."""
        if not self.decisions:
            return None
        try:
            return self.decisions.get(found.key(self.uid))
        except keys.VaultProblem:
            return None

    def state(self, found):
        """Return how a mark stands: OPEN, WAITING (for a second person) or KEPT."""
        decided = self.decided(found)
        if not decided:
            return OPEN
        return KEPT if decided["second"] or not found.is_sure else WAITING

    @property
    def unresolved(self):
        """Return the Found that stand in the way of publishing."""
        return [found for found in self.found if found.is_sure and self.state(found) != KEPT]

    def kinds(self):
        """Return {kind: how many} of those, in the order of shared.marks.KINDS."""
        counts = Counter(found.mark.kind for found in self.unresolved)
        return {kind: counts[kind] for kind in marks.KINDS if counts[kind]}

    # -- deciding

    def of(self, mark_id):
        """Return the Found that are known by an id."""
        return [found for found in self.found if found.id == mark_id]

    def decide(self, key, decided):
        """Keep what was decided about a mark, or take it back.

        :param key: of the Found.
        :param decided: a dict, or None.
        """
        annotations = IAnnotations(self.obj)
        if KEY not in annotations:
            annotations[KEY] = PersistentMapping()
        if decided is None:
            annotations[KEY].pop(key, None)
        else:
            annotations[KEY][key] = decided
        self.__dict__.pop("decisions", None)

    def forget_old(self):
        """Take away what was decided about words that are not there any more."""
        if self.decisions:
            now = {found.key(self.uid) for found in self.found}
            for key in [key for key in self.decisions if key not in now]:
                self.decide(key, None)


def _is_looked_at(text):
    known = isinstance(text.field, (WebAddress, WeeklyHours)) or IEmail.providedBy(text.field)
    return text.name not in NOT_LOOKED_AT and not known


def _apart(texts, found):
    """Return the marks of each text, of marks in all of them one after another."""
    start, of_texts = 0, []
    for text in texts:
        end = start + len(text)
        of_texts.append(
            [
                replace(mark, start=mark.start - start, end=mark.end - start)
                for mark in found
                if start <= mark.start and mark.end <= end
            ]
        )
        start = end + len(APART)
    return of_texts
