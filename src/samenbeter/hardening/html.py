"""Rich text fetches nothing elsewhere: no frames, no pictures of other hosts (P10).

It is cleaned when it is saved, so that its writer sees it, and once more each time it is
shown: what was written before the switch was turned on stays as it was, and does no harm.
"""

from plone import api
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.value import RichTextValue
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import iterSchemata
from plone.outputfilters.interfaces import IFilter
from plone.registry.interfaces import IRegistry
from samenbeter import _
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import Record
from samenbeter.hardening.changing import RecordWithout
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import hardened
from samenbeter.shared.foreign import FRAMES
from samenbeter.shared.foreign import without_foreign
from urllib.parse import urlsplit
from zope.component import adapter
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.interface import implementer
from zope.interface import Interface
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.schema import getFieldsInOrder

import transaction


NAME = "html"
SITE_URL = "samenbeter.privacy.site_url"


class HTML(Changes):
    """Frames and foreign pictures go."""

    order = 400
    title = _("hardening_html", default="Geen vensters en plaatjes van andere sites in teksten")
    description = _(
        "hardening_html_help",
        default="Zo hoort geen andere site wie hier leest. Zet een plaatje zelf op de site. Een gewone link mag wel.",
    )
    changes = (RecordWithout("plone.valid_tags", *sorted(FRAMES)), Record("plone.disable_filtering", False))

    def turn_on(self):
        """Change the filter, and forget texts that were filtered before."""
        _forget_filtered()
        return super().turn_on()

    def turn_off(self, before):
        """Put the filter back."""
        _forget_filtered()
        return super().turn_off(before)


def _forget_filtered():
    """Drop the filtered texts that Plone keeps in memory; another process keeps them for an hour at most."""
    database = api.portal.get()._p_jar.db()
    transaction.get().addAfterCommitHook(lambda done: done and database.cacheMinimize())


def own_hosts():
    """Return the addresses under which this site is there."""
    addresses = [api.portal.get().absolute_url(), getUtility(IRegistry).get(SITE_URL, None) or ""]
    return [f"{found.scheme}://{found.netloc}" for found in map(urlsplit, addresses) if found.netloc]


@implementer(IFilter)
@adapter(Interface, ISamenBeterLayer)
class OutputFilter:
    """Cleans rich text each time it is shown, after all of Plone's own filters."""

    order = 10_000

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def is_enabled(self):
        """Return whether the switch is on."""
        return hardened.is_on(NAME)

    def __call__(self, data):
        """Return the HTML without what is fetched elsewhere."""
        return without_foreign(data, own_hosts())


@adapter(IDexterityContent, IObjectAddedEvent)
def clean_new(item, event):
    """Clean the rich text of a new item."""
    clean(item)


@adapter(IDexterityContent, IObjectModifiedEvent)
def clean_changed(item, event):
    """Clean the rich text of an item that was changed."""
    clean(item)


def clean(item):
    """Take frames and foreign pictures out of the rich text of an item, and say so to who saves it."""
    if not hardened.is_on(NAME) or not ISamenBeterLayer.providedBy(getRequest()):
        return
    cleaned = [name for schema, name in _rich_fields(item) if _clean_field(item, schema, name)]
    if cleaned:
        text = _(
            "hardening_html_cleaned",
            default="Er stond iets van een andere site in de tekst. Dat is weggehaald. "
            "Zet een plaatje zelf op de site, of maak er een link van.",
        )
        api.portal.show_message(text, getRequest(), type="warning")


def _rich_fields(item):
    return [
        (schema, name)
        for schema in iterSchemata(item)
        for name, field in getFieldsInOrder(schema)
        if IRichText.providedBy(field) and not field.readonly
    ]


def _clean_field(item, schema, name):
    holder = schema(item, None)
    value = getattr(holder, name, None)
    if not isinstance(value, RichTextValue) or value.mimeType != "text/html" or not value.raw:
        return False
    cleaned = without_foreign(value.raw, own_hosts())
    if cleaned == value.raw:
        return False
    setattr(holder, name, RichTextValue(cleaned, value.mimeType, value.outputMimeType))
    return True
