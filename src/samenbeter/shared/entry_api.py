"""Entry codes over REST: the codes with their figures, a new one, and the end of one."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from samenbeter.shared import entry
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class Base(Service):
    """What the services have in common."""

    def site_url(self):
        """Return the address of the site that names no language."""
        return getMultiAdapter((self.context, self.request), name="sb").site_url()

    def serialised(self, one, steps):
        """Return an EntryCode and what was counted of it, as JSON can say it."""
        return {
            "@id": f"{self.site_url()}/@entry-codes/{one.code}",
            "code": one.code,
            "kind": one.kind,
            "title": one.title,
            "target": f"{self.site_url()}/{one.path}".rstrip("/"),
            "url": f"{self.site_url()}/{entry.VIA}/{one.code}",
            "created": one.created.isoformat(),
            "ended": one.ended.isoformat() if one.ended else None,
            "counts": steps or nothing(),
        }


def nothing():
    """Return the figures of what was never counted."""
    return {step: {"people": 0, "bots": 0} for step in entry.STEPS}


class EntryCodesGet(Base):
    """GET @entry-codes: all codes, and what was counted of each step; nobody is known by it."""

    def reply(self):
        """Return the codes, and what came with an unknown code or with none."""
        self.request.response.setHeader("Cache-Control", "no-store")
        counted = entry.funnel()
        return {
            "@id": f"{self.site_url()}/@entry-codes",
            "items": [self.serialised(one, counted.get(one.code)) for one in entry.codes()],
            "unknown": counted.get(entry.OTHER) or nothing(),
            "none": counted.get(entry.NONE) or nothing(),
        }


class EntryCodesPost(Base):
    """POST @entry-codes {"kind", "title", "target", "code"}: makes one; 400 says which field is wrong."""

    def reply(self):
        """Return the new code."""
        alsoProvides(self.request, IDisableCSRFProtection)
        data = json_body(self.request)
        values = [data.get(name, "") if isinstance(data, dict) else "" for name in ("kind", "title", "target", "code")]
        try:
            made = entry.make(*(value if isinstance(value, str) else "" for value in values))
        except entry.Refused as refused:
            self.request.response.setStatus(400)
            message = translate(refused.message, context=self.request)
            return {"error": {"type": "BadRequest", "message": message, "field": refused.field}}
        answer = self.serialised(made, None)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", answer["@id"])
        return answer


@implementer(IPublishTraverse)
class EntryCodesDelete(Base):
    """DELETE @entry-codes/<code>: the code is counted as unknown from now on; what was printed goes on working."""

    code = None

    def publishTraverse(self, request, name):
        """Take the code from the address; nothing stands below it."""
        if self.code is not None:
            raise NotFound(name)
        self.code = name
        return self

    def reply(self):
        """Return nothing, in the words of HTTP: 204."""
        alsoProvides(self.request, IDisableCSRFProtection)
        if self.code is None or entry.get(self.code) is None:
            raise NotFound(self.code or "")
        entry.end(self.code)
        return self.reply_no_content()
