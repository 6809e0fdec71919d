"""The page on which who has an account fetches everything about themselves."""

from functools import cached_property
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy import exports
from samenbeter.privacy.fresh import Fresh
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.showing import Showing
from samenbeter.shared.vault import NoRecord
from zExceptions import NotFound

import secrets


def sent(response, whole):
    """Return a file as the answer: to be saved, kept by nobody on the way, with a name that says nothing.

    :param whole: the bytes of the ZIP.
    """
    response.setHeader("Content-Type", "application/zip")
    response.setHeader("Content-Disposition", f'attachment; filename="samenbeter-{secrets.token_hex(6)}.zip"')
    response.setHeader("Content-Length", str(len(whole)))
    response.setHeader("Cache-Control", "no-store")
    response.setHeader("Referrer-Policy", "no-referrer")
    response.setHeader("X-Content-Type-Options", "nosniff")
    return whole


def fetched(page, subject):
    """Return the file that a form asks for as the answer.

    :param page: the PrivatePage.
    :raises NotFound: when it is not there, was fetched, is too old, or is somebody else's: all the same answer.
    """
    try:
        whole = exports.hand_out(subject, page.field("file"))
    except NoRecord:
        raise NotFound(page.here) from None
    return sent(page.request.response, whole)


class Download(Showing, Fresh, PrivatePage):
    """Makes the file, shows until when it is there, and hands it out once."""

    title = _("rights_download_heading", default="Haal alles op")
    act_name = "export"

    @cached_property
    def waits(self):
        """Return whether a file was asked for and is not there yet."""
        return any(request.type == asking.PORTABILITY for request in asking.of(self.subject))

    def act(self):
        """Make the file or hand it out; both after a fresh log-in."""
        wish = self.field("do")
        if wish == "link":
            self.send_link()
        elif wish in ("make", "fetch") and self.is_fresh():
            if wish == "fetch":
                return fetched(self, self.subject)
            exports.try_to_build(exports.ask(self.subject, self.language))
        return None
