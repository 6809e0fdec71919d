"""The letter box of the demo: a mail server on this machine that sends nothing on.

What the site mails is put into the folder ``mail`` of the data, a file for each. So the
links that residents get by mail can be tried, and no mail reaches anybody.
"""

from email import message_from_bytes
from email import policy
from samenbeter.demo import ports

import itertools
import logging


class Box:
    """What the mail server does with a mail: keep it in a folder.

    :param folder: a Path; made when it is not there.
    """

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    async def handle_DATA(self, server, session, envelope):
        """Write a mail into a file of its own, readable with any editor."""
        message = message_from_bytes(envelope.content, policy=policy.default)
        body = message.get_body(("plain", "html"))
        lines = [f"To: {', '.join(envelope.rcpt_tos)}", f"Subject: {message['Subject']}", ""]
        text = "\n".join(lines) + (body.get_content() if body is not None else "")
        self._free_place().write_text(text, encoding="utf-8")
        return "250 kept"

    def _free_place(self):
        taken = len(list(self.folder.glob("*.txt")))
        return next(
            path for number in itertools.count(taken + 1) if not (path := self.folder / f"{number:03}.txt").exists()
        )


def opened(folder):
    """Start the mail server on a free port of this machine; return it, or None when its library is not there."""
    try:
        from aiosmtpd.controller import Controller
    except ImportError:
        return None

    # at INFO it writes from whom and to whom
    logging.getLogger("mail.log").setLevel(logging.WARNING)
    server = Controller(Box(folder), hostname="localhost", port=ports.free_port())
    server.start()
    return server


def use(site, server):
    """Let the site send its mail to this server."""
    from plone import api

    wanted = {
        "plone.smtp_host": "localhost",
        "plone.smtp_port": server.port,
        "plone.email_from_name": site.title,
        "plone.email_from_address": "redactie@samenbeter.example",
    }
    for name, value in wanted.items():
        if api.portal.get_registry_record(name, default=None) != value:
            api.portal.set_registry_record(name, value)
