"""The switch "logs": what goes wrong is written down without people in it.

Zope keeps of each error the whole form that was sent, who sent it and from which address,
in its ``error_log`` and in the event log. Of what others log, the filter of
``shared.access_log`` takes people out; the switch does it for the errors of this site.
"""

from Products.SiteErrorLog.interfaces import IErrorRaisedEvent
from Products.SiteErrorLog.SiteErrorLog import temp_logs
from samenbeter import _
from samenbeter import logger
from samenbeter.hardening.switches import Flag
from samenbeter.shared import discreet
from samenbeter.shared import hardened
from zope.component import adapter

import html
import logging
import sys


class Logs(Flag):
    """Errors without people."""

    order = 450
    title = _("hardening_logs", default="In de foutenlijst staat niemand")
    description = _(
        "hardening_logs_help",
        default="Gaat er iets mis, dan bewaren wij wat er misging. Niet wie het was, en niet wat die invulde.",
    )

    def problems(self):
        """Return whether other lines of the log can still name people."""
        handlers = logging.getLogger().handlers
        if all(any(isinstance(one, discreet.Discreet) for one in handler.filters) for handler in handlers):
            return []
        return [
            _(
                "hardening_logs_filter",
                default="In het logboek van de server kunnen nog namen staan. "
                "Zet het filter egg:samenbeter#access_log in zope.ini.",
            )
        ]


class WhenOn(discreet.Discreet):
    """The filter, for as long as the switch is on in the site of the request under way."""

    def filter(self, record):
        """Take people out of a record."""
        return super().filter(record) if hardened.is_on("logs") else True


def watch():
    """Put the filter on the loggers that write errors of a site down."""
    for one in (logger, logging.getLogger(discreet.WITH_TRACE)):
        if not any(isinstance(kept, WhenOn) for kept in one.filters):
            one.addFilter(WhenOn())


@adapter(IErrorRaisedEvent)
def clean_entry(event):
    """Take people out of what ``error_log`` keeps of an error, right after it was kept."""
    if not hardened.is_on("logs"):
        return
    error = sys.exc_info()[1]
    text = discreet.trace(error) if error is not None else ""
    told = {
        "value": "",
        "tb_text": text,
        "tb_html": f"<pre>{html.escape(text)}</pre>",
        "username": None,
        "userid": None,
        "url": "",
        "req_html": "",
    }
    for entries in list(temp_logs.values()):
        for entry in entries:
            if entry["id"] == event["id"]:
                entry.update(told)


watch()
