"""Who is responsible for the data (GDPR art. 4(7)), as the settings of the privacy room say."""

from dataclasses import asdict
from dataclasses import dataclass
from plone import api


PREFIX = "samenbeter.privacy"


@dataclass(frozen=True)
class Controller:
    """The organisation behind the site. What nobody filled in is "".

    :param officer: the data protection officer, or who answers questions about privacy: a name or function.
    """

    name: str
    address: str = ""
    email: str = ""
    phone: str = ""
    officer: str = ""

    def as_dict(self):
        """Return it as JSON can say it."""
        return asdict(self)


def controller():
    """Return the Controller of this site; without a name in the settings it is called as the site."""
    return Controller(
        name=_setting("controller") or api.portal.get().title or "SamenBeter",
        address=_setting("controller_address"),
        email=_setting("contact_email") or _read("plone.email_from_address"),
        phone=_read("samenbeter.shared.help_phone"),
        officer=_setting("officer"),
    )


def _setting(name):
    return _read(f"{PREFIX}.{name}")


def _read(name):
    return " ".join((api.portal.get_registry_record(name, default="") or "").split())
