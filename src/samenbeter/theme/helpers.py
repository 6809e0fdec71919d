"""The view ``@@sb``: small things that every room's templates need.

Rooms reach it by name only: ``tal:define="sb nocall:context/@@sb"``. Nothing here
loads an object: what it says comes from its arguments, the registry and the catalog.
"""

from functools import cached_property
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.theme import dates
from samenbeter.theme import drawings
from samenbeter.theme import languages
from samenbeter.theme import parts
from samenbeter.theme import resources
from samenbeter.theme import themes
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility
from zope.component.hooks import getSite
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


TERMS_KEY = "samenbeter.theme.terms"


class SB(BrowserView):
    """Icons, dates, words of our vocabularies, lists, pictures, pages."""

    def icon(self, name, css=""):
        """Return an icon, to insert with ``structure``."""
        return drawings.icon(name, css)

    def discipline_icon(self, token):
        """Return the icon of a discipline, to insert with ``structure``."""
        return drawings.discipline_icon(token)

    def drawing(self, name, css=""):
        """Return a drawing, to insert with ``structure``."""
        return drawings.drawing(name, css)

    def date(self, value):
        """Return "12 november 2026"."""
        return dates.date_text(value, self.request)

    def day(self, value):
        """Return "donderdag 12 november"."""
        return dates.day_text(value, self.request)

    def time(self, value):
        """Return "14.30 uur"."""
        return dates.time_text(value, self.request)

    def datetime(self, value):
        """Return "12 november 2026, 14.30 uur"."""
        return dates.datetime_text(value, self.request)

    def iso(self, value):
        """Return the value for <time datetime>."""
        return dates.iso_text(value)

    def term(self, vocabulary, token):
        """Return the title of a token; the token itself when nobody knows it."""
        return self._titles(vocabulary).get(token, token)

    def terms(self, vocabulary, tokens):
        """Return the titles of several tokens, in the order given."""
        titles = self._titles(vocabulary)
        return [titles.get(token, token) for token in tokens or ()]

    def vocabulary(self, vocabulary):
        """Return {token: title} of a whole vocabulary, in its own order."""
        return dict(self._titles(vocabulary))

    def _titles(self, name):
        """Build a vocabulary once in a request, however many items are listed."""
        cache = IAnnotations(self.request).setdefault(TERMS_KEY, {})
        if name not in cache:
            factory = queryUtility(IVocabularyFactory, name)
            cache[name] = {
                term.token: translate(term.title or term.token, context=self.request)
                for term in (factory(getSite()) if factory else ())
            }
        return cache[name]

    def sentence(self, words):
        """Return "Huisarts, slaapcoach en buur met ervaring"."""
        words = [str(word) for word in words if word]
        # "GGZ-verpleegkundige" keeps its capitals
        words[1:] = [word[:1].lower() + word[1:] if word[1:2].islower() else word for word in words[1:]]
        if len(words) < 2:
            return "".join(words)
        return translate(
            _(
                "words_and_word",
                default="${words} en ${word}",
                mapping={"words": ", ".join(words[:-1]), "word": words[-1]},
            ),
            context=self.request,
        )

    def paragraphs(self, text):
        """Return escaped paragraphs of a plain text, to insert with ``structure``."""
        return parts.paragraphs(text)

    def tel(self, number):
        """Return the tel: address of a phone number."""
        return parts.telephone(number)

    def pages(self, batch):
        """Return the links to the other pages of a batch, or None.

        :param batch: or what ``parts.pages`` returned: of a list that makes the links itself.
        """
        if batch is None or isinstance(batch, dict):
            return batch
        query = self.request.get("QUERY_STRING", "")
        return parts.pages(batch, self.request.get("ACTUAL_URL", ""), query)

    def themes_in_use(self):
        """Return {title, url} of the themes that have anything the visitor may see, for the macro "chips"."""
        return themes.in_use(self.context, self.request)

    def theme_links(self, tokens):
        """Return {title, url} of the pages of these themes, for the macro "chips"."""
        titles = self._titles("samenbeter.themes")
        return [{"title": titles[token], "url": themes.address(token)} for token in tokens or () if token in titles]

    def resource(self, name):
        """Return the address of one of our static files, such as "desk.css"."""
        # the same file in all languages
        return resources.address(self.site_url(), name)

    def site_url(self):
        """Return the address of the site that names no language."""
        return languages.without_prefix(self.request, getSite().absolute_url())

    def content_lang(self, item=None):
        """Return the language of an item's texts for ``lang``, or None when it is that of the page.

        :param item: a brain or a content object; None for a text of the site itself.
        """
        return languages.content_language(item, self.request, self._own_language)

    @cached_property
    def _own_language(self):
        return languages.default()

    def picture(self, item, field, alt="", largest=1200):
        """Return the attributes of an item's picture, or None when it has none.

        :param item: a brain or a content object. The sizes come from the catalog:
            asking the object for them can write scales while somebody reads.
        :param alt: what is to be seen; nothing when the words beside it say it all.
        """
        if hasattr(item, "getURL"):
            url, scales = item.getURL(), item.image_scales
        else:
            url, scales = item.absolute_url(), self._scales(item)
        # an item without pictures has Missing.Value in the catalog
        found = scales.get(field) if scales else None
        return parts.picture(url, found[0], alt, largest) if found else None

    def _scales(self, item):
        catalog = getSite().portal_catalog
        try:
            data = catalog.getMetadataForUID("/".join(item.getPhysicalPath()))
        except KeyError:
            return None
        return data.get("image_scales")


class Macros(BrowserView):
    """The parts of pages as macros: ``metal:use-macro="context/@@sb_macros/paging"``."""

    template = ViewPageTemplateFile("templates/macros.pt")

    def __getitem__(self, name):
        return self.macros[name]

    @property
    def macros(self):
        """Return the macros of the template."""
        return self.template.macros
