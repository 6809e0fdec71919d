"""The switch "pictures": a photo that is sent to the site tells no longer where it was taken, and by whom.

Plone keeps each file by a utility for its kind of data (``plone.namedfile.interfaces.IStorage``):
forms, REST, the editor and scripts all come by there. In a site with the switch on, ours
stands before it. Portraits are kept another way: those are cleaned when they are added.
"""

from plone import api
from plone.namedfile.interfaces import IStorage
from samenbeter import _
from samenbeter.hardening import stripping
from samenbeter.interfaces import ISwitch
from samenbeter.shared import hardened
from samenbeter.shared.fields import FieldError
from zope.component import getGlobalSiteManager
from zope.component import queryUtility
from zope.i18n import translate
from zope.interface import implementer

import json


WORDS = {
    "bytes": _("picture_bytes", default="Dit plaatje is te groot. Kies een plaatje van hooguit 25 MB."),
    "pixels": _("picture_pixels", default="Dit plaatje heeft te veel beeldpunten. Maak het kleiner."),
    "kind": _("picture_kind", default="Dit soort foto kan hier niet. Maak er een jpg of png van."),
    "broken": _("picture_broken", default="Dit plaatje is beschadigd. Sla het opnieuw op als jpg of png."),
}


class PictureError(FieldError):
    """A picture that cannot be kept; forms and REST say why."""


@implementer(ISwitch)
class Pictures:
    """Photos without hidden data."""

    order = 430
    title = _("hardening_pictures", default="Uit foto’s gaan verborgen gegevens weg")
    description = _(
        "hardening_pictures_help",
        default="Een foto bewaart vaak de plek, de dag en het toestel. Die gegevens gaan weg bij het opslaan. "
        "Foto’s die er al staan, blijven zoals ze zijn. Zet je dit uit? Wat weg is, komt niet terug.",
    )

    def turn_on(self):
        """Put ours before each way in which files are kept."""
        manager = api.portal.get().getSiteManager()
        for name in names():
            manager.registerUtility(Cleaning(name), IStorage, name)
        return {}

    def turn_off(self, before):
        """Take ours away."""
        manager = api.portal.get().getSiteManager()
        for name in names():
            if type(manager.queryUtility(IStorage, name)) is Cleaning:
                manager.unregisterUtility(provided=IStorage, name=name)
        return []

    def problems(self):
        """Return whether some way to keep files passes by ours."""
        if all(type(queryUtility(IStorage, name)) is Cleaning for name in names()):
            return []
        return [
            _(
                "hardening_pictures_missing",
                default="Sommige bestanden worden niet schoongemaakt. Zet dit nog eens aan.",
            )
        ]


def names():
    """Return the names of the ways in which files are kept, in order."""
    return sorted(name for name, _storage in getGlobalSiteManager().getUtilitiesFor(IStorage))


@implementer(IStorage)
class Cleaning:
    """Keeps data as Plone does, and cleans it when it is a picture.

    :param name: the name of Plone's own utility.
    """

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        # the database has it in more than one place, each with a copy of its own
        return type(other) is Cleaning and other.name == self.name

    def __hash__(self):
        return hash(self.name)

    def store(self, data, blob):
        """Keep data in a blob.

        :raises PictureError: it is a picture that cannot be cleaned.
        """
        getGlobalSiteManager().getUtility(IStorage, self.name).store(data, blob)
        with blob.open("r") as file:
            beginning = file.read(stripping.LONGEST_BEGINNING)
            if stripping.kind_of(beginning) is None:
                return
            whole = beginning + file.read(stripping.MOST_BYTES)
        cleaned = clean(whole)
        if cleaned != whole:
            with blob.open("w") as file:
                file.write(cleaned)


def clean(data):
    """Return the bytes of a picture without hidden data.

    :raises PictureError: it cannot be cleaned.
    """
    try:
        return stripping.stripped(data)
    except stripping.NotClean as why:
        raise PictureError(WORDS[why.why]) from None


def clean_added(picture, event):
    """Clean a picture of the older kind, such as a portrait, when it is added."""
    if not hardened.is_on("pictures"):
        return
    data = bytes(picture.data)
    if stripping.kind_of(data) is not None:
        picture.update_data(clean(data), content_type=picture.content_type)


class Refused:
    """What is told about a picture that is refused where there is no form: in the editor, in a list of files."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self):
        """Return the words, as the editor's scripts read them."""
        response = self.request.response
        response.setStatus(400, lock=True)
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        words = translate(self.context.doc(), context=self.request)
        return json.dumps({"error": words, "message": words})
