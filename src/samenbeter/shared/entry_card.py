"""A sheet to print: a QR code of an entry code, and its address in words for who does not scan."""

from functools import cached_property
from samenbeter import _
from samenbeter.shared import entry
from samenbeter.shared.pages import PrivatePage
from zExceptions import NotFound

import io
import segno


def drawing(url):
    """Return a QR code as SVG without colours of its own, to insert with ``structure``."""
    return segno.make(url, error="m", micro=False).svg_inline(omitsize=True, svgclass=None, lineclass=None, border=4)


class EntryCard(PrivatePage):
    """GET ``@@toegangskaart?code=lindehof-poster``; with ``svg=1`` only the code, as a file."""

    title = _("entry_card_title", default="Kaart om te printen")

    @cached_property
    def entry(self):
        """Return the EntryCode that is asked for."""
        found = entry.get(self.field("code"))
        if found is None:
            raise NotFound(self.here)
        return found

    @property
    def address(self):
        """Return the address that the code leads to."""
        return f"{self.sb.site_url()}/{entry.VIA}/{self.entry.code}"

    @property
    def in_words(self):
        """Return the address as people type it."""
        return self.address.partition("://")[2]

    @property
    def svg(self):
        """Return the QR code."""
        return drawing(self.address)

    def show(self):
        """Return the page, or the drawing alone."""
        code = self.entry.code
        if self.field("svg") != "1":
            return self.index()
        response = self.request.response
        response.setHeader("Content-Type", "image/svg+xml; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{code}.svg"')
        out = io.BytesIO()
        segno.make(self.address, error="m", micro=False).save(out, kind="svg", border=4, scale=10)
        return out.getvalue()
