"""Mail that is not lost: it waits in the vault until a mail server took it, and is erased in the same breath.

At least once: a process can die between the two. A repeat has the same Message-ID.
Neither an address nor a text ever reaches a log, and a subject line says nothing about
anybody.
"""

from email.charset import Charset
from email.charset import QP
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from email.utils import formataddr
from plone import api
from samenbeter import _
from samenbeter import logger
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import mail_events
from samenbeter.shared import mail_html
from samenbeter.shared import periods
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.shared.transactions import without_traces
from transaction.interfaces import TransientError
from zope.event import notify
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer

import re
import secrets
import smtplib
import transaction


JOB = "samenbeter.shared.mail"
ROOM, KIND, PURPOSE = "shared", "mail", "samenbeter.mail"
LONGEST_ADDRESS = 254  # RFC 5321, as RFC 3696 erratum 1690 counts it
LONGEST_SUBJECT = 200
HELP_PHONE = "samenbeter.shared.help_phone"
# one address and nothing else: no space, comma, quote or control character
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[^\s@<>(),;:\"\[\]\\]+")

_UTF_8 = Charset("utf-8")
_UTF_8.body_encoding = QP
# Zope's MailHost sends what it is given; a line that ends in LF only is refused by servers
_WIRE = compat32.clone(linesep="\r\n")


class NoAddress(ValueError):
    """This is not one mail address; the error does not say what it is."""


class NoSender(Exception):
    """The site does not know from which address it mails (the setting ``plone.email_from_address``)."""


def send(to, subject, body, *, about="", language=None, html=False, reference=""):
    """Send a mail, once the current transaction is committed.

    :param to: one mail address.
    :param subject: a text or message that says nothing about anybody.
    :param body: plain text, or a message.
    :param about: whom it is about, as the vault knows people ("member:<userid>"); without it the address is.
    :param language: in which messages are said, "nl"; None: that of the request.
    :param html: whether there is an HTML part too, made from the text.
    :param reference: an opaque text, about nobody; with it a ``mail_events.MailOutcome`` says how it ended.
    :raises NoAddress: when it is none; nothing is kept then.
    :raises keys.VaultProblem: when the vault cannot keep it.
    """
    to = clean_address(to)
    text = _text(body, language).rstrip("\n") + _whom_to_call(language)
    data = {"to": to, "subject": one_line(_text(subject, language)), "body": text, "token": secrets.token_hex(16)}
    if html:
        data["html"] = language or api.portal.get_current_language()
    if reference:
        data["reference"] = reference
    box = vault.get()
    record_id = box.add(
        ROOM, KIND, data, purpose=PURPOSE, subject=about or f"mail:{to.lower()}", expires=periods.until(JOB)
    )
    jobs.schedule(JOB, clock.now(), record_id)
    jobs.poke()


def _text(text, language):
    return translate(text, context=getRequest(), target_language=language)


def _whom_to_call(language):
    phone = api.portal.get_registry_record(HELP_PHONE, default=None)
    if not phone:
        return "\n"
    call = _("mail_call", default="Vragen? Bel ${phone}.", mapping={"phone": phone})
    return f"\n\n{_text(call, language)}\n"


def clean_address(text):
    """Return a mail address as it goes over the wire.

    :raises NoAddress: when it is not exactly one address.
    """
    address = text.strip() if isinstance(text, str) else ""
    if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise NoAddress
    local, _at, domain = address.partition("@")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        # the error would say the domain
        raise NoAddress from None


def one_line(text):
    """Return a text as one line that can be a header: what is no letter, mark or space is gone."""
    words = "".join(letter if letter.isprintable() else " " for letter in text).split()
    return " ".join(words)[:LONGEST_SUBJECT]


def message(data):
    """Return the mail that was kept, as an email.message.Message."""
    sender = api.portal.get_registry_record("plone.email_from_address", default=None)
    if not sender:
        raise NoSender
    sender = clean_address(sender)
    name = one_line(api.portal.get_registry_record("plone.email_from_name", default=None) or "")
    mail = _content(data)
    mail["From"] = formataddr((name, sender), charset="utf-8")
    mail["To"] = data["to"]
    mail["Subject"] = Header(data["subject"], "utf-8")
    mail["Date"] = format_datetime(clock.now())
    mail["Message-ID"] = f"<{data['token']}@{sender.partition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    return mail


def _content(data):
    plain = MIMEText(data["body"], "plain", _UTF_8, policy=_WIRE)
    if not data.get("html"):
        return plain
    # the same each time, as its Message-ID
    both = MIMEMultipart("alternative", boundary=f"=_{data['token']}", policy=_WIRE)
    both.attach(plain)
    html = mail_html.document(data["body"], data["html"], data["subject"])
    both.attach(MIMEText(html, "html", _UTF_8, policy=_WIRE))
    return both


@implementer(IJob)
class SendMail:
    """The job "samenbeter.shared.mail": sends one mail that is kept in the vault."""

    title = _("job_mail", default="Mail versturen")
    every = None
    at = None
    words = {
        "sent": _("job_mail_sent", default="verstuurd"),
        "refused": _("job_mail_refused", default="geweigerd, het adres bestaat niet"),
        "not_sent": _("job_mail_not_sent", default="niet verstuurd, na een week gewist"),
    }

    def run(self, argument, until):
        """Send it, and erase it.

        :param argument: the id of the record.
        :raises OSError: and others of smtplib, when the server did not take it: it is tried again later.
        """
        try:
            data, is_over = self._kept(argument)
        except vault.NoRecord:
            # who it was for is erased, or its time is over
            return True, {mail_events.NOT_SENT: 1}
        outcome = mail_events.NOT_SENT if is_over else self._deliver(data)
        self._end(argument, data.get("reference", ""), outcome)
        return True, {outcome: 1}

    def _kept(self, record_id):
        box = vault.get()
        expires = box.record(record_id).expires
        is_over = expires is not None and expires < clock.today()
        try:
            return box.read(record_id, vault.Machine(JOB)), is_over
        except keys.VaultProblem:
            if not is_over:
                raise
            # it goes, also when nobody can open it
            return {}, True

    def _deliver(self, data):
        try:
            deliver(data)
        except smtplib.SMTPRecipientsRefused as refused:
            if not is_permanent(refused):
                raise
            return mail_events.REFUSED
        return mail_events.SENT

    def _end(self, record_id, reference, outcome):
        try:
            try:
                self._end_at_once(record_id, reference, outcome)
            except TransientError:
                committed(lambda: end(record_id, reference, outcome))
        except Exception as error:  # a sender that cannot hear it is no reason to send the mail again
            logger.error("Nobody could be told what became of a mail: %s", type(error).__name__)
            committed(lambda: forget(record_id))

    def _end_at_once(self, record_id, reference, outcome):
        end(record_id, reference, outcome)
        without_traces()
        transaction.commit()


def end(record_id, reference, outcome):
    """Erase a mail and tell who sent it what became of it, in the current transaction."""
    forget(record_id)
    tell(reference, outcome)


def tell(reference, outcome):
    """Tell who sent a mail what became of it."""
    if reference:
        notify(mail_events.MailOutcome(reference, outcome))


def forget(record_id):
    """Erase a mail and what was due for it, in the current transaction."""
    vault.get().erase(record_id)
    if jobs.current():
        jobs.cancel(jobs.current())


def deliver(data):
    """Hand a mail to the mail server of the site, now; Plone gives it ten seconds."""
    host = api.portal.get_tool("MailHost")
    host.send(message(data), mto=[data["to"]], immediate=True)


def is_permanent(refused):
    """True when the mail server says that it will never take mail for this address."""
    return all(500 <= code < 600 for code, _text in refused.recipients.values())
