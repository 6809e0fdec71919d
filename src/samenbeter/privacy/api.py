"""Privacy over REST: the policy and the register, and somebody's own consents and data.

Reading one's own is not in the audit log. What is of somebody else is not there: 404.
"""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from samenbeter import _
from samenbeter.interfaces import IConsents
from samenbeter.privacy import answering
from samenbeter.privacy import consent_receipts
from samenbeter.privacy import dpv
from samenbeter.privacy import export_file
from samenbeter.privacy.policy_pages import PolicyForMachines
from samenbeter.privacy.policy_pages import RegisterView
from samenbeter.privacy.policy_pages import site_url
from samenbeter.privacy.purposes import in_language
from samenbeter.shared import rest
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.rights import Subject
from samenbeter.shared.vault import NoRecord
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class Public(Service):
    """Base of what holds no personal data; another one as soon as a role or a period changes."""

    def _keep_nothing(self, how):
        self.request.response.setHeader("Cache-Control", how)


class PolicyGet(Public):
    """GET @privacy-policies: what machines may know of how we deal with data. Open to all."""

    def reply(self):
        """Return a list of one policy, in JSON-LD."""
        self._keep_nothing("no-cache")
        policy = PolicyForMachines(self.context, self.request).policy()
        return {"@id": f"{site_url(self.context, self.request)}/@privacy-policies", "items": [policy]}


class ActivitiesGet(Public):
    """GET @processing-activities: the register of processing."""

    def reply(self):
        """Return each kind of personal data, in words and as the vocabulary calls it."""
        self._keep_nothing("no-store")
        view = RegisterView(self.context, self.request)
        return {
            "@id": f"{view.plain_url}/@processing-activities",
            "controller": view.register.controller.as_dict(),
            "modified": view.changed.isoformat(),
            "items": [self._activity(view, one) for one in view.register.activities],
            "purposes": [self._aim(view, one) for one in view.register.aims],
            "emergency": list(view.register.emergency),
        }

    def _activity(self, view, activity):
        return {
            "id": activity.id,
            "title": view.say(activity.title),
            "description": view.say(activity.description),
            "categories": list(activity.categories),
            "special": activity.special,
            "purpose": activity.aim.id,
            "recipients": list(activity.roles),
            "days": activity.days,
            "clock": view.say(activity.clock),
            "encrypted": activity.closed,
        }

    def _aim(self, view, aim):
        return {
            "id": aim.id,
            "title": view.say(aim.title),
            "text": view.say(aim.text),
            "version": aim.version,
            "basis": aim.basis,
            "exception": aim.exception,
            "concept": aim.concept,
            "asked": aim.asked,
            "uses": list(aim.uses),
        }


class Own(Service):
    """Base of what is about who asks: kept by no browser, and closed without the key of the vault."""

    def reply(self):
        """Return what ``own`` returns, or why that cannot be."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        try:
            return self.own()
        except VaultProblem as problem:
            return self.error(503, problem.message)

    @property
    def subject(self):
        """Return who asks."""
        return Subject(userid=api.user.get_current().getId())

    @property
    def language(self):
        """Return the language of the answer."""
        return api.portal.get_current_language()

    def error(self, status, message, field=""):
        """Return an error in the reader's language."""
        return rest.error(self.request, status, message, field)


class PersonalDataGet(Own):
    """GET @personal-data: all that there is about who asks, as in the file that can be downloaded."""

    def own(self):
        """Return it; files themselves are only in the download."""
        return export_file.collect(self.subject, export_file.Words(self.language), {})


@implementer(IPublishTraverse)
class Consents(Own):
    """Base of what is done with one's own consents: the id in the address, and how one looks."""

    consent_id = None

    def publishTraverse(self, request, name):
        """Take the id of a consent from the address; nothing stands below it."""
        if self.consent_id is not None:
            raise NotFound(name)
        self.consent_id = name
        return self

    @property
    def all(self):
        """Return all consents of the site."""
        return getUtility(IConsents)

    def whole(self, consent):
        """Return all of a consent."""
        record = consent_receipts.record(consent)
        return {
            "@id": f"{site_url(self.context, self.request)}/@consents/{consent.id}",
            "id": consent.id,
            "purpose": consent.purpose,
            "party": consent.party,
            "state": consent.state,
            "holds": self.all.allowed(self.subject, consent.purpose, consent.party) == consent.id,
            "history": [{"event": what, "time": when.isoformat(timespec="seconds")} for what, when in consent.history],
            "record": {"@context": f"{site_url(self.context, self.request)}/{dpv.CONTEXT_ADDRESS}", **record},
        }

    def not_found(self):
        """Return that there is no such consent of this person."""
        return self.error(404, _("consent_not_found", default="Deze keuze is er niet."))


class ConsentsGet(Consents):
    """GET @consents: one's own, and what can be asked; GET @consents/<id>: one of them."""

    def own(self):
        """Return them, the one that changed last first; or the one in the address."""
        if self.consent_id is not None:
            try:
                return self.whole(self.all.get(self.subject, self.consent_id))
            except NoRecord:
                return self.not_found()
        return {
            "@id": f"{site_url(self.context, self.request)}/@consents",
            "items": [self.whole(consent) for consent in self.all.of(self.subject)],
            "askable": [
                {
                    "purpose": name,
                    "title": in_language(purpose.title, self.language),
                    "text": in_language(purpose.text, self.language),
                    "version": purpose.version,
                }
                for name, purpose in answering.askable().items()
            ],
        }


class ConsentsPost(Consents):
    """POST @consents: {"purpose": "samenbeter.contact", "answer": "yes"} or "no"."""

    def own(self):
        """Write the answer down, and return the consent."""
        if self.consent_id is not None:
            return self.not_found()
        # a page of another site cannot send this kind without being asked first
        if (self.request.get_header("Content-Type") or "").partition(";")[0].strip().lower() != "application/json":
            return self.error(415, rest.ONLY_JSON)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            body = json_body(self.request)
        except DeserializationError:
            return self.error(400, rest.NO_OBJECT)
        purpose, answer = body.get("purpose"), body.get("answer")
        if not isinstance(purpose, str) or purpose not in answering.askable():
            message = _("consent_no_purpose", default="Dit kun je hier niet kiezen.")
            return self.error(400, message, "purpose")
        if answer not in ("yes", "no"):
            message = _("consent_no_answer", default="answer moet yes of no zijn.")
            return self.error(400, message, "answer")
        found = answering.answer(
            self.subject,
            purpose,
            answer == "yes",
            method="rest",
            language=self.language,
        )
        whole = self.whole(found)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", whole["@id"])
        return whole


class ConsentsDelete(Consents):
    """DELETE @consents/<id>: take one's own yes back. What was said stays as proof."""

    def own(self):
        """Take it back, and return nothing."""
        if self.consent_id is None:
            return self.not_found()
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            answering.withdraw(self.subject, self.consent_id, language=self.language)
        except NoRecord:
            return self.not_found()
        return self.reply_no_content()
