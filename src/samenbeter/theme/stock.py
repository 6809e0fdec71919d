"""Plone's own pages of content, where their markup keeps people out.

The same names, macros and view classes: a folder keeps the display that its editor chose.
In a site with a frame of its own all of it stays as Plone draws it.
"""

from pathlib import Path
from plone.app.contenttypes.browser import full_view
from plone.app.contenttypes.browser.collection import CollectionView
from plone.app.contenttypes.browser.folder import FolderView
from plone.app.event.browser import event_listing
from plone.batching.browser import BatchTemplate
from plone.batching.browser import PloneBatchView
from plone.namedfile.scaling import NavigationRootScaling
from Products.Five.browser.metaconfigure import ViewMixinForTemplates
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import naming
from samenbeter.theme.frame import frame_enabled
from zope.i18n import translate


CONTENT = Path(full_view.__file__).parent / "templates"
EVENTS = Path(event_listing.__file__).parent
# what Plone's portlets and tables give a picture that stands beside its title
BESIDE_A_TITLE = "float-end"


class Template:
    """A template of ours in our frame, else Plone's own."""

    def __init__(self, ours, plones):
        self.ours = ViewPageTemplateFile(f"templates/{ours}")
        self.plones = plones if callable(plones) else ViewPageTemplateFile(str(plones))

    def __get__(self, view, kind=None):
        return (self.ours if frame_enabled() else self.plones).__get__(view, kind)


class Batch(PloneBatchView):
    """``@@batchnavigation``: the links to the other pages of a list."""

    index = Template("stock_batch.pt", BatchTemplate)

    @property
    def label(self):
        """Return what is paged through: a page may hold several lists."""
        title = self.context.Title()
        return translate(_("pages_of", default="Bladzijden: ${title}", mapping={"title": title}), context=self.request)


class FullViewItem(ViewMixinForTemplates, full_view.FullViewItem):
    """One item on the page "All content": its title is no second h1."""

    index = Template("stock_full_view_item.pt", CONTENT / "full_view_item.pt")


class Tabular:
    """A folder as a table, each column with a heading, each line a card on a phone."""

    index = Template("stock_tabular.pt", CONTENT / "listing_tabular.pt")

    @property
    def show_about(self):
        """Return whether there is a column that says who made each."""
        return super().show_about and naming.may_name(self.context)


class FolderTabular(Tabular, ViewMixinForTemplates, FolderView):
    """The table of a folder."""


class CollectionTabular(Tabular, ViewMixinForTemplates, CollectionView):
    """The table of a collection."""


class Album:
    """Pictures and albums as cards."""

    index = Template("stock_album.pt", CONTENT / "listing_album.pt")


class FolderAlbum(Album, ViewMixinForTemplates, FolderView):
    """The pictures of a folder."""


class CollectionAlbum(Album, ViewMixinForTemplates, CollectionView):
    """The pictures of a collection."""


class Events:
    """A list of events."""

    index = Template("stock_event_listing.pt", EVENTS / "event_listing.pt")


class EventListing(Events, ViewMixinForTemplates, event_listing.EventListing):
    """The events in a folder or found by a collection."""


class EventEventListing(Events, ViewMixinForTemplates, event_listing.EventEventListing):
    """The occurrences of one event."""


class ListedPictures(NavigationRootScaling):
    """``@@image_scale``: pictures in lists."""

    def tag(self, brain, fieldname, **options):
        """Return the tag. Beside a title that says the same, the picture says nothing."""
        if BESIDE_A_TITLE in (options.get("css_class") or ""):
            options.setdefault("alt", "")
        return super().tag(brain, fieldname, **options)
