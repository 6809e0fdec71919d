"""What rooms share when they say in words of schema.org what is on a page (see ``IStructuredData``)."""

from DateTime import DateTime
from functools import cached_property
from plone import api
from samenbeter.interfaces import IStructuredData
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer


def filled(**values):
    """Return these properties without the empty ones; ``type`` and ``id`` get the @ of JSON-LD."""
    return {
        f"@{name}" if name in ("type", "id") else name: value
        for name, value in values.items()
        if value not in (None, "", [], {}, ())
    }


def organization(brain):
    """Return the organisation behind the brain of a partner, or None."""
    return filled(type="Organization", name=brain.Title, url=brain.getURL()) if brain is not None else None


def site_organization():
    """Return the organisation that publishes this site."""
    portal = api.portal.get()
    return filled(type="Organization", name=portal.title, url=portal.absolute_url())


def moment(value):
    """Return a DateTime as schema.org writes it, with its offset; nothing for no date."""
    return DateTime(value).ISO8601() if value else None


@implementer(IStructuredData)
class StructuredData:
    """Base of the adapters: what each kind of content has."""

    def __init__(self, context, request, view):
        self.context = context
        self.request = request
        self.view = view

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @property
    def url(self):
        """Return the address of the content."""
        return self.context.absolute_url()

    @property
    def about(self):
        """Return the themes."""
        titles = self.sb.terms("samenbeter.themes", getattr(self.context, "themes", None))
        return [{"@type": "Thing", "name": title} for title in titles]

    @property
    def published(self):
        """Return when it became public."""
        return moment(self.context.effective_date)

    @property
    def modified(self):
        """Return when it last changed."""
        return moment(self.context.modified())

    def image(self, field):
        """Return the address of a picture of the content, or None."""
        picture = self.sb.picture(self.context, field)
        return picture["src"] if picture else None

    def text(self, message):
        """Return a message in the language of the page."""
        return translate(message, context=self.request) if message else None

    def data(self):
        """Return the properties."""
        raise NotImplementedError
