"""Services for programs: one shape for what is wrong, and what each of them looks at first.

What is wrong is ``{"error": {"type", "message", "field"?, "retry_after"?}}``, with the status of the same
meaning. ``message`` is in the language of the reader and says what to do; ``field`` is the name in the body;
``retry_after`` is in seconds, and also stands in the header ``Retry-After``.
"""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from samenbeter import _
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.pages import is_from_elsewhere
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


TYPES = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: "NotFound",
    405: "MethodNotAllowed",
    409: "Conflict",
    413: "PayloadTooLarge",
    415: "UnsupportedMediaType",
    429: "TooManyRequests",
    503: "ServiceUnavailable",
}
# what a body may hold, in bytes: the longest text that a form takes, and more than twice as much beside it
MOST_BYTES = 64 * 1024
OURS = "samenbeter.rest"

ONLY_JSON = _("rest_only_json", default="Stuur application/json.")
NO_OBJECT = _("rest_no_object", default="Dit is geen JSON-object.")
TOO_LARGE = _("rest_too_large", default="Dit is te veel. Stuur minder tegelijk.")
ELSEWHERE = _("rest_elsewhere", default="Dit kwam van een andere site. Daarom deden wij niets.")
TOO_OFTEN = _("rest_too_often", default="Dit ging te vaak. Wacht ${seconds} seconden en probeer het dan nog eens.")
NOT_HERE = _("rest_not_found", default="Dit is er niet.")
LOG_IN = _("rest_log_in", default="Log eerst in, of stuur een sleutel mee die nog geldt.")
NOT_YOURS = _("rest_not_yours", default="Dit mag je niet.")


class Problem(Exception):
    """What was asked cannot be done.

    :param status: of HTTP, one of TYPES.
    :param message: what to do, a message.
    :param field: the name in the body that it is about; "" for none.
    :param retry_after: in how many seconds it can be tried again; None when that does not help.
    """

    def __init__(self, status, message, field="", retry_after=None):
        super().__init__(TYPES[status])
        self.status = status
        self.message = message
        self.field = field
        self.retry_after = retry_after


def not_found():
    """Return the Problem of what is not there, or not for who asks: nobody can tell which."""
    return Problem(404, NOT_HERE)


def too_often(seconds):
    """Return the Problem of who has to wait."""
    seconds = max(1, int(seconds))
    return Problem(429, Message(TOO_OFTEN, mapping={"seconds": seconds}), retry_after=seconds)


def error(request, status, message, field="", retry_after=None):
    """Set the status, and return the body that says what is wrong."""
    request.response.setStatus(status)
    found = {"type": TYPES[status], "message": translate(message, context=request)}
    if field:
        found["field"] = field
    if retry_after is not None:
        found["retry_after"] = retry_after
        request.response.setHeader("Retry-After", str(retry_after))
    return {"error": found}


def in_our_shape(request, status, known):
    """Return what Plone says is wrong in our shape, when one of our services was asked; else as it is.

    What is missing stays as Plone says it: what is hidden must look like what never was.

    :param known: what Plone would say.
    """
    if status not in (400, 401, 403, 429, 503) or not IAnnotations(request).get(OURS):
        return known
    words = {401: LOG_IN, 403: NOT_YOURS}.get(status)
    seconds = request.response.getHeader("Retry-After") if status == 429 else None
    if seconds:
        words = Message(TOO_OFTEN, mapping={"seconds": seconds})
    message = translate(words, context=request) if words else known.get("message", "")
    found = {"type": TYPES[status], "message": message}
    return {"error": {**found, "retry_after": int(seconds)} if seconds else found}


@implementer(IPublishTraverse)
class RestService(Service):
    """Base of a service: private, and closed to pages of other sites.

    A subclass has ``answer()``, which returns the body or raises a Problem. ``steps`` are the parts of the
    address behind its name; ``longest`` says how many there may be.
    """

    # whether it does something: then a browser may not send it for a page of another site
    changes = False
    longest = 0

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []
        IAnnotations(request)[OURS] = True

    def publishTraverse(self, request, name):
        """Take a part of the address; what is too long leads nowhere."""
        self.steps.append(name)
        return self

    def reply(self):
        """Return what ``answer`` returns, or what is wrong."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        try:
            if len(self.steps) > self.longest:
                raise not_found()
            self.check()
            if self.changes:
                self._came_from_here()
            return self.answer()
        except Problem as problem:
            return error(self.request, problem.status, problem.message, problem.field, problem.retry_after)
        except VaultProblem as problem:
            return error(self.request, 503, problem.message)

    def check(self):
        """Look at the object, before anything of the request is looked at.

        :raises Problem: when it is not there for who asks.
        """

    def answer(self):
        """Return the body."""
        raise NotImplementedError

    def _came_from_here(self):
        if is_from_elsewhere(self.request):
            raise Problem(403, ELSEWHERE)
        kind = (self.request.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
        # a page of another site cannot send this kind without being asked first, nor a DELETE
        if self.request.method != "DELETE" and kind != "application/json":
            raise Problem(415, ONLY_JSON)
        if len(self.request.get("BODY") or b"") > MOST_BYTES:
            raise Problem(413, TOO_LARGE)
        alsoProvides(self.request, IDisableCSRFProtection)

    def body(self, *names):
        """Return the Body of the request, which has no other fields than these.

        :raises Problem: when it is no JSON object.
        """
        try:
            data = json_body(self.request)
        except (DeserializationError, RecursionError):
            raise Problem(400, NO_OBJECT) from None
        return Body(data, names)

    def say(self, message):
        """Return a message in the language of the reader."""
        return translate(message, context=self.request)

    def created(self, answer, address=""):
        """Return an answer as that of what was just made."""
        self.request.response.setStatus(201)
        if address:
            self.request.response.setHeader("Location", address)
        return answer


class Body:
    """What came along with a request; each wrong field is told by its name.

    :param data: the JSON object.
    :param names: the fields that there may be.
    """

    def __init__(self, data, names):
        self.data = data
        for name in data:
            if name not in names:
                words = _(
                    "rest_unknown_field",
                    default="Dit veld kennen wij hier niet. Wij kennen: ${names}.",
                    mapping={"names": ", ".join(names) or "-"},
                )
                raise Problem(400, words, _shown(name))

    def __contains__(self, name):
        return self.data.get(name) is not None

    def text(self, name, longest=5000, required=False, default=""):
        """Return a text without the space around it."""
        value = self.data.get(name)
        if value is None:
            value = default
        if not isinstance(value, str):
            raise Problem(400, _("rest_no_text", default="Dit moet tekst zijn."), name)
        # half a letter of another alphabet: nothing can keep it
        value = value.encode("utf-8", "ignore").decode().replace("\0", "").strip()
        if required and not value:
            raise Problem(400, _("rest_missing", default="Vul dit in."), name)
        if len(value) > longest:
            words = _("rest_too_long", default="Dit is te lang: hoogstens ${most} letters.", mapping={"most": longest})
            raise Problem(400, words, name)
        return value

    def choice(self, name, options, default=None):
        """Return one of some texts; ``default`` when it is not there, unless that is None."""
        value = self.data.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value not in options:
            words = _(
                "rest_not_an_option",
                default="Kies een van deze: ${options}.",
                mapping={"options": ", ".join(options)},
            )
            raise Problem(400, words, name)
        return value

    def texts(self, name, most=50):
        """Return a list of texts; empty when it is not there."""
        value = self.data.get(name)
        if value is None:
            return []
        good = isinstance(value, list) and len(value) <= most and all(isinstance(one, str) for one in value)
        if not good:
            words = _(
                "rest_no_list",
                default="Dit moet een lijst van teksten zijn, hoogstens ${most}.",
                mapping={"most": most},
            )
            raise Problem(400, words, name)
        return [one.encode("utf-8", "ignore").decode().strip() for one in value]

    def number(self, name, least, most, default=None):
        """Return a whole number between two others, both included."""
        value = self.data.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            words = _(
                "rest_no_number",
                default="Dit moet een heel getal zijn, van ${least} tot en met ${most}.",
                mapping={"least": least, "most": most},
            )
            raise Problem(400, words, name)
        return value


def _shown(name):
    return name.encode("utf-8", "ignore").decode()[:40]
