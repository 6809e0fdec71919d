"""Schema fields that refuse what must not come in, with a message that says what to do.

Each field does its check in ``_validate``: the edit form (z3c.form) and REST
(plone.restapi) both call it, so both give the same answer at the same field.
"""

from PIL import Image
from plone.app.textfield import RichText
from plone.namedfile.field import NamedBlobImage
from samenbeter import _
from samenbeter.shared import hours
from samenbeter.shared import html
from urllib.parse import urlsplit
from zope import schema
from zope.component.hooks import getSite
from zope.interface import implementer
from zope.schema import ValidationError
from zope.schema.interfaces import IList

import io
import warnings


MAX_TITLE = 150
MAX_HTML = 100_000
MAX_IMAGE_BYTES = 10 * 1024 * 1024
MAX_IMAGE_PIXELS = 40_000_000
LONGEST_PERIOD = 366  # days; more is a wrong year


class FieldError(ValidationError):
    """A validation error with a message of its own, so that forms and REST say it."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def doc(self):
        """Return the message; both z3c.form and plone.restapi ask for it here."""
        return self.message


HTML_MESSAGES = {
    "tag": _(
        "html_error_tag",
        default="Haal scripts, formulieren, video’s en ingesloten pagina’s uit de tekst. Zet er een link voor in de plaats.",
    ),
    "event": _("html_error_event", default="Haal de code (zoals onclick) uit de tekst."),
    "address": _(
        "html_error_address", default="Er staat een link in die niet mag. Gebruik http, https, mailto of tel."
    ),
    "image": _(
        "html_error_image",
        default="Er staat een plaatje van een andere site in. Zet het plaatje eerst op deze site.",
    ),
    "style": _("html_error_style", default="Haal de opmaak weg die iets van een andere site ophaalt."),
}


class SafeRichText(RichText):
    """Rich text without scripts, frames, and anything that is fetched from another host."""

    def __init__(self, **kw):
        kw.setdefault("max_length", MAX_HTML)
        # other notations can become HTML that nobody looked at
        kw.setdefault("allowed_mime_types", ("text/html",))
        super().__init__(**kw)

    def _validate(self, value):
        super()._validate(value)
        site = getSite()
        hosts = (site.absolute_url(),) if site is not None else ()
        for problem in sorted(html.problems(value.raw, hosts)):
            raise FieldError(HTML_MESSAGES[problem])


class RasterImage(NamedBlobImage):
    """A picture that Pillow can open, of a sane size. SVG can carry scripts and is refused."""

    accept = ("image/jpeg", "image/png", "image/webp", "image/gif")

    def _validate(self, value):
        super()._validate(value)
        if value.getSize() > MAX_IMAGE_BYTES:
            raise FieldError(_("image_error_large", default="Het plaatje is te groot. Kies er een van hooguit 10 MB."))
        if not _is_picture(value.data):
            raise FieldError(
                _(
                    "image_error_format",
                    default="Dit is geen plaatje dat wij kunnen lezen. Kies een jpg, png, webp of gif.",
                )
            )


def _is_picture(data):
    try:
        with warnings.catch_warnings():
            # Pillow only warns for a decompression bomb below twice its limit
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF")) as picture:
                if picture.width * picture.height > MAX_IMAGE_PIXELS:
                    return False
                picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False
    return True


class WebAddress(schema.TextLine):
    """An http or https address. ``schema.URI`` would take javascript: too."""

    def __init__(self, **kw):
        kw.setdefault("max_length", 500)
        super().__init__(**kw)

    def _validate(self, value):
        super()._validate(value)
        try:
            parts = urlsplit(value)
            fine = (
                parts.scheme in ("http", "https") and "." in (parts.hostname or "")
            ) or parts.hostname == "localhost"
        except ValueError:
            fine = False
        if not fine or any(character.isspace() for character in value):
            raise FieldError(
                _("address_error", default="Dit is geen webadres. Schrijf het zoals https://www.voorbeeld.nl.")
            )


class WeeklyHours(schema.Text):
    """Opening hours, as ``samenbeter.shared.hours`` reads them."""

    def _validate(self, value):
        super()._validate(value)
        try:
            hours.parse(value)
        except hours.HoursError as error:
            raise FieldError(
                _(
                    "hours_error",
                    default="Regel ${line} kunnen wij niet lezen: “${text}”. Schrijf het zoals: ma-vr 9.00-17.00",
                    mapping={"line": error.line, "text": error.text[:60]},
                )
            ) from None


def title_field(title, description):
    """Return the title field of a type: required, and short enough for a line."""
    return schema.TextLine(title=title, description=description, max_length=MAX_TITLE)


class ILines(IList):
    """Marks the field below."""


@implementer(ILines)
class Lines(schema.List):
    """Short lines, each a value of its own."""


class DateLines(Lines):
    """Dates and periods, one on a line: "2026-12-24", or "2026-12-24 2027-01-03" with a word behind it."""

    def _validate(self, value):
        super()._validate(value)
        for line in value:
            found, mapping = hours.days_of(line), {"line": line[:60]}
            if found is None:
                raise FieldError(
                    _(
                        "dates_error",
                        default="Deze regel kunnen wij niet lezen: “${line}”. "
                        "Schrijf het zoals: 2026-12-24, of 2026-12-24 2027-01-03.",
                        mapping=mapping,
                    )
                )
            if (found[1] - found[0]).days > LONGEST_PERIOD:
                raise FieldError(
                    _(
                        "dates_error_long",
                        default="Deze periode is langer dan een jaar: “${line}”. Klopt het jaartal?",
                        mapping=mapping,
                    )
                )


def lines_field(title, description, **kw):
    """Return an optional list of short lines, edited as one line each."""
    return Lines(
        title=title,
        description=description,
        value_type=schema.TextLine(max_length=300),
        required=False,
        default=[],
        missing_value=[],
        **kw,
    )


def text_field(title, description, max_length=4000):
    """Return an optional plain text field."""
    return schema.Text(title=title, description=description, max_length=max_length, required=False)


def line_field(title, description, max_length=200):
    """Return an optional text line."""
    return schema.TextLine(title=title, description=description, max_length=max_length, required=False)


def choices_field(title, description, vocabulary):
    """Return an optional list of choices from one of our vocabularies."""
    return schema.List(
        title=title,
        description=description,
        value_type=schema.Choice(vocabulary=vocabulary),
        required=False,
        default=[],
        missing_value=[],
    )
