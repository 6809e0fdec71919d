"""Vocabularies that a site admin edits as lines and that other add-ons extend.

A line is ``token|Nederlands|English``. The token is what is stored; the names
may change at any time. Another add-on adds terms by a named ITermSource utility.
"""

from plone import api
from plone.registry.fieldfactory import persistentFieldAdapter
from plone.registry.interfaces import IPersistentField
from plone.registry.interfaces import IRegistry
from samenbeter import _
from samenbeter.interfaces import ITermSource
from samenbeter.shared.fields import FieldError
from zope import schema
from zope.component import adapter
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer
from zope.schema.interfaces import IList
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

import re


_TOKEN = re.compile(r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")


def parse_line(line):
    """Return (token, Dutch title, English title) of a line; raise ValueError when it is none."""
    token, *titles = (part.strip() for part in line.split("|"))
    if not _TOKEN.match(token) or not titles or not titles[0] or len(titles) > 2:
        raise ValueError(line)
    return token, titles[0], titles[-1] or titles[0]


def titles_by_token(lines, language):
    """Return {token: title in this language}, in order; a bad line is left out."""
    titles = {}
    for line in lines or ():
        try:
            token, dutch, english = parse_line(line)
        except ValueError:
            continue
        titles[token] = english if language == "en" else dutch
    return titles


@implementer(IVocabularyFactory)
class TermVocabulary:
    """Vocabulary of the lines in one registry record and of the term sources for it."""

    def __init__(self, name, record):
        self.name = name
        self.record = record

    def titles(self):
        """Return {token: title} in the language of the request, in order."""
        lines = getUtility(IRegistry).get(self.record, ())
        titles = titles_by_token(lines, api.portal.get_current_language())
        for _name, source in sorted(getUtilitiesFor(ITermSource)):
            if source.vocabulary == self.name:
                for token, title in source.terms():
                    titles.setdefault(token, title)
        return titles

    def __call__(self, context=None):
        return SimpleVocabulary([SimpleTerm(token, token, title) for token, title in self.titles().items()])


class ITermLines(IList):
    """Marks the field below."""


@implementer(ITermLines)
class TermLines(schema.List):
    """The lines of one vocabulary, as a site admin edits them.

    A token that content still uses cannot be taken out: items would lose
    their theme without anybody seeing it.
    """

    def __init__(self, index="", **kw):
        self.index = index
        super().__init__(value_type=schema.TextLine(), **kw)

    def _validate(self, value):
        super()._validate(value)
        tokens = set()
        for line in value:
            try:
                token = parse_line(line)[0]
            except ValueError:
                raise FieldError(
                    _(
                        "terms_error_line",
                        default="Deze regel kunnen wij niet lezen: “${line}”. Schrijf het zoals: slapen|Slapen|Sleeping",
                        mapping={"line": line[:60]},
                    )
                ) from None
            if token in tokens:
                raise FieldError(
                    _("terms_error_double", default="“${token}” staat er twee keer in.", mapping={"token": token})
                )
            tokens.add(token)
        self._refuse_lost_tokens(tokens)

    def _refuse_lost_tokens(self, tokens):
        if not self.index or self.interface is None:
            # a field checks its own default while it is being defined
            return
        catalog = api.portal.get_tool("portal_catalog")
        index = catalog._catalog.indexes.get(self.index)
        if index is None:
            return
        before = titles_by_token(getUtility(IRegistry).get(self._record(), ()), "nl")
        for token in before.keys() - tokens:
            count = len(catalog.unrestrictedSearchResults(**{self.index: token}))
            if count:
                raise FieldError(
                    _(
                        "terms_error_used",
                        default="“${token}” is nog in gebruik bij ${count} stukken. Geef die eerst een ander woord.",
                        mapping={"token": token, "count": count},
                    )
                )

    def _record(self):
        prefix = self.interface.getTaggedValue("samenbeter.prefix")
        return f"{prefix}.{self.__name__}"


@implementer(IPersistentField)
@adapter(ITermLines)
def persistent_lines(field):
    """Return what the registry stores for the field: a plain list of lines."""
    return persistentFieldAdapter(
        schema.List(
            title=field.title, description=field.description, value_type=schema.TextLine(), default=field.default
        )
    )


def translated_title(vocabulary, token, request):
    """Return the title of a token as a string; the token itself when it is unknown."""
    try:
        title = vocabulary.getTerm(token).title
    except LookupError:
        return token
    return translate(title, context=request)
