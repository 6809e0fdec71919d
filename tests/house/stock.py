"""Plone's own kinds of content and pages, of which our frame makes visitors' pages too."""

from datetime import timedelta
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from Products.CMFCore.indexing import processQueue

import datetime
import pytz
import transaction


# what an editor may write with the buttons of the editor
RICH = """
<h2>Kop twee</h2>
<figure class="image-right captioned"><img class="image-right" src="{url}/plaat/@@images/image/preview" alt="Groen" /></figure>
<p>Een alinea met een <a href="{url}">verwijzing</a>, <strong>vet</strong> en <em>schuin</em>.</p>
<h3>Kop drie</h3>
<ul><li>een</li><li>twee<ul><li>binnen</li></ul></li></ul><ol><li>eerst</li></ol>
<blockquote><p>Dit zei iemand in de wijk.</p></blockquote>
<p class="callout">Let op: dit valt op.</p><p class="discreet">Kleine letters.</p><p class="pullquote">Uitgelicht.</p>
<table class="table table-bordered"><caption>Spreekuren</caption>
<thead><tr><th>Dag</th><th>Uur</th><th>Waar</th><th>Wie</th></tr></thead>
<tbody><tr><td>maandag</td><td>9.00 - 12.00</td><td>Huisartsenpraktijk</td><td>Fysiotherapeut</td></tr></tbody></table>
<pre>een regel die heel erg lang is en daarom niet op het scherm van een telefoon past</pre>
<dl><dt>Woord</dt><dd>Uitleg</dd></dl><hr /><p>Een <code>stukje</code> en <kbd>Enter</kbd>.</p>
"""

# name: address
PAGES = {
    "a folder": "proef",
    "more of a folder": "proef?b_start:int=20",
    "a folder in short": "proef/summary_view",
    "a folder as a table": "proef/tabular_view",
    "a folder with all texts": "proef/full_view",
    "a folder of pictures": "proef/album_view",
    "a folder of events": "proef/event_listing",
    "a document": "proef/stuk",
    "a news item": "proef/nieuws",
    "a picture": "proef/plaat/view",
    "a file": "proef/bestand/view",
    "a collection": "proef/verzameling",
    "log-in": "login",
    "help with log-in": "login-help",
    "registration": "@@register",
    "forgotten": "@@mail_password_form",
    "reset": "@@passwordreset/er-is-niets",
    "contact": "contact-info",
    "all pages": "sitemap",
    "accessibility": "accessibility-info",
}


def picture():
    """Return a picture of 640 by 400."""
    data = BytesIO()
    Image.new("RGB", (640, 400), (40, 120, 90)).save(data, "PNG")
    return NamedBlobImage(data.getvalue(), filename="plaat.png")


def fill(portal):
    """Make the folder, and let anybody register. The mail goes nowhere."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        folder = _make(portal, "Folder", "proef", title="Proefmap", exclude_from_nav=True)
        _make(folder, "Image", "plaat", title="Een plaat", image=picture())
        text = RichTextValue(RICH.format(url=folder.absolute_url()), "text/html", "text/x-html-safe")
        stuk = _make(folder, "Document", "stuk", title="Een stuk", description="In het kort.", text=text)
        stuk.table_of_contents = True
        _make(folder, "News Item", "nieuws", title="Nieuws", text=text, image=picture(), image_caption="Groen")
        _make(folder, "File", "bestand", title="Een bestand", file=NamedBlobFile(b"hallo", filename="a.txt"))
        start = datetime.datetime.now(pytz.utc) + timedelta(days=1)
        _make(folder, "Event", "feest", title="Feest", start=start, end=start + timedelta(hours=2), location="Plein")
        query = [{"i": "portal_type", "o": "plone.app.querystring.operation.selection.any", "v": ["Document"]}]
        _make(folder, "Collection", "verzameling", title="Verzameling", query=query, item_count=5)
        for number in range(20):
            _make(folder, "Document", f"stukje-{number}", title=f"Stukje {number}", description="Een stukje tekst.")
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        api.portal.set_registry_record("plone.email_from_address", "wijk@example.org")
        portal.manage_permission("Add portal member", ["Anonymous", "Manager"], 0)
        api.portal.set_registry_record("plone.enable_user_pwd_choice", True)
    processQueue()
    transaction.commit()
    return folder


def _make(where, portal_type, name, **fields):
    item = api.content.create(where, portal_type, name, **fields)
    if api.content.get_state(item, default="") == "private":
        api.content.transition(item, "publish")
    return item
