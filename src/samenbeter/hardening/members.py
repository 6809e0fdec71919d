"""Members do not list, find or name each other (P1-P3)."""

from samenbeter import _
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import Permission
from samenbeter.hardening.changing import Record


ADMINISTRATORS = ("Manager", "Site Administrator")


class Members(Changes):
    """Lists of members are for administrators; all else asks ``shared.naming`` at run time.

    Editors need no list: who works for a partner is found by an exact address or name.
    """

    order = 100
    title = _("hardening_members", default="Leden zien elkaar niet")
    description = _(
        "hardening_members_help",
        default="Alleen beheerders zien wie er lid is. Bij een pagina staat niet meer wie haar maakte. "
        "Wie de pagina mag bewerken, ziet dat nog wel.",
    )
    changes = (
        Permission("List portal members", *ADMINISTRATORS),
        Permission("View Groups", *ADMINISTRATORS),
        # its page searches in all members
        Permission("Sharing page: Delegate roles", *ADMINISTRATORS),
        Record("plone.allow_anon_views_about", False),
        Record("plone.exposeDCMetaTags", False),
    )
