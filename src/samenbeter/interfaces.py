"""The browser layer, and the contracts through which rooms meet.

A room never imports another room. What it needs from elsewhere it asks for by
one of these interfaces, and what it offers to others it registers for one.
"""

from plone.app.contenttypes.interfaces import IPloneAppContenttypesLayer
from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from plone.app.z3cform.interfaces import IPloneFormLayer
from zope.interface import Attribute
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class ISamenBeterLayer(IPloneAppContenttypesLayer, IEventLayer, IPloneFormLayer, IDefaultBrowserLayer):
    """Set on each request once the add-on is installed in the site.

    What we say about forms, content and events comes before what Plone says about them.
    """


class ISamenBeterContent(Interface):
    """Marks our own content types (not stock types with our behaviours)."""


class ISamenBeterPage(Interface):
    """Marks a view that is a page for residents: it brings its own whole layout."""


class IVraagbaak(ISamenBeterContent):
    """A question desk."""


class IVraagbaakQuestion(ISamenBeterContent):
    """A redacted question, with its answers inside."""


class IVraagbaakAnswer(ISamenBeterContent):
    """One expert's contribution to the answer."""


class IPartnerOrganisation(ISamenBeterContent):
    """An organisation or community that works along."""


class IServiceOffer(ISamenBeterContent):
    """What a partner offers (an HSDS service)."""


class IEHealthModule(ISamenBeterContent):
    """An e-Health module of a supplier."""


class ISuccessStory(ISamenBeterContent):
    """A resident's story."""


class ITermSource(Interface):
    """Named utility: more terms for one of our vocabularies, from another add-on."""

    vocabulary = Attribute("Name of the vocabulary, such as 'samenbeter.themes'.")

    def terms():
        """Return an iterable of (token, title); the title may be a message."""


class IWorkSection(Interface):
    """Subscription adapter of (site, request): one list on the page "Mijn werk"."""

    order = Attribute("Place on the page; low comes first.")
    title = Attribute("Heading, a message.")
    empty = Attribute("What to say when nothing waits, a message.")
    available = Attribute("True when this person has this kind of work.")

    def query():
        """Return the catalog query of what waits."""


class IReadiness(Interface):
    """Adapter of a content item: what is missing before a transition."""

    def missing(transition):
        """Return the titles of the fields to fill first, as a list of messages."""


class IFacts(Interface):
    """Adapter of a content item: what a card in a list shows of it."""

    def facts():
        """Return {name: text}; it ends up in the catalog, readable by who may View the item."""


class IStructuredData(Interface):
    """Adapter of (content, request, view): what search engines read on the content's own page, in words of schema.org.

    It is asked only for visitors without an account, on a page that everybody may read.
    """

    def data():
        """Return a dict, without what is empty; None when there is nothing to say."""


class IPartnerGroups(Interface):
    """Utility: the two groups of each partner organisation."""

    def experts(uid):
        """Return the id of the experts' group of the partner with this UID."""

    def managers(uid):
        """Return the id of the managers' group of the partner with this UID."""

    def partners_of(member):
        """Return the UIDs of the partners for which this member is an expert or manager."""


class IPersonalDataProvider(Interface):
    """Named utility: the personal data that one room keeps."""

    title = Attribute("What it is, in plain words, a message.")

    def fields():
        """Return {portal_type: tuple of field names} of the content it covers."""

    def export(userid):
        """Return a list of {"type", "url", "field", "value"} about this person."""
