"""What everybody may know of how we deal with data: the privacy page, and the same for machines."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.privacy import dpv
from samenbeter.privacy import policy_log
from samenbeter.privacy import policy_words as words
from samenbeter.privacy import register
from zope.component import getMultiAdapter
from zope.i18n import translate

import json


AUTHORITY = "https://autoriteitpersoonsgegevens.nl"


class RegisterView(BrowserView):
    """Base of all that is made from the register."""

    @cached_property
    def register(self):
        """Return the register as it is now."""
        return register.assemble()

    @cached_property
    def changed(self):
        """Return the date on which it became what it is."""
        return policy_log.changed_on(self.register)

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def url(self):
        """Return the address of the site, in the language of the page."""
        return api.portal.get().absolute_url()

    @cached_property
    def plain_url(self):
        """Return the address of the site that names no language."""
        return site_url(self.context, self.request)

    def say(self, message):
        """Return a message in the language of the page."""
        return translate(message, context=self.request) if message else ""

    def sentence(self, messages):
        """Return "de redactie en wie de site beheert"."""
        return self.sb.sentence([self.say(message) for message in messages])

    def row(self, activity):
        """Return what a page says of one kind of data, in words."""
        aim = activity.aim
        return {
            "id": activity.id,
            "title": self.say(activity.title),
            "description": self.say(activity.description),
            "data": self.sentence(words.category_words(activity.categories)),
            "special": activity.special,
            "why": self.say(aim.title),
            "text": self.say(aim.text),
            "ground": self.say(words.ground(aim.basis)[0]),
            "law": self.say(words.ground(aim.basis)[1]),
            "article": words.article(aim.basis),
            "exception": words.article(aim.exception) if aim.exception else "",
            "who": self.sentence(words.role_words(activity.roles)),
            "roles": activity.roles,
            "days": activity.days,
            "period": self.say(words.length(activity.days)),
            "clock": self.say(activity.clock),
            "closed": activity.closed,
        }


class Policy(RegisterView):
    """The page "Zo gaan we om met je gegevens"."""

    # not ISamenBeterPage: a browser must not keep it, for a role or a period can change at any moment
    sb_page = True
    sb_title = _("policy_title", default="Zo gaan we om met je gegevens")
    sb_description = _(
        "policy_description", default="Wat wij van je weten, waarom, wie het leest en wanneer wij het wissen."
    )
    authority = AUTHORITY

    @property
    def sb_canonical(self):
        """Return the one address of the page."""
        return f"{self.plain_url}/@@privacy"

    def __call__(self):
        """Show the page."""
        self.request.response.setHeader("Cache-Control", "no-cache")
        return self.index()

    @cached_property
    def controller(self):
        """Return who is responsible."""
        return self.register.controller

    @cached_property
    def situations(self):
        """Return what we know in each situation: [{id, title, aims: [{id, title, text, ground, rows}]}]."""
        found = []
        for when, title in words.SITUATIONS:
            aims = self._aims(self.register.of_situation(when))
            if aims:
                found.append({"id": when or "other", "title": self.say(title), "aims": aims})
        return found

    def _aims(self, activities):
        found = {}
        for activity in activities:
            found.setdefault(activity.aim.id, []).append(self.row(activity))
        # what other rooms and add-ons ask for stands first, what every site has to keep last
        order = {name: number for number, name in enumerate(words.LAST_AIMS)}
        return [
            {"id": name, "title": rows[0]["why"], "text": rows[0]["text"], "ground": rows[0]["ground"], "rows": rows}
            for name, rows in sorted(found.items(), key=lambda aim: (order.get(aim[0], -1), aim[0]))
        ]

    @cached_property
    def asked(self):
        """Return the purposes for which something is only done after a yes, and that keep nothing of their own."""
        return [{"title": self.say(aim.title), "text": self.say(aim.text)} for aim in self.register.unused()]

    @cached_property
    def emergency(self):
        """Return who may open what is closed in an emergency, in words; "" when nobody can."""
        roles = self.register.emergency
        return self.sentence(words.role_words(roles)) if roles else ""


class PolicyForMachines(RegisterView):
    """``privacy.jsonld``: the same register in words of the W3C Data Privacy Vocabulary."""

    def __call__(self):
        """Return JSON-LD."""
        response = self.request.response
        response.setHeader("Content-Type", "application/ld+json")
        response.setHeader("Cache-Control", "no-cache")
        return json.dumps(self.policy(), ensure_ascii=False, indent=2)

    def policy(self):
        """Return it as data."""
        return dpv.policy(self.register, self.plain_url, self.changed)


def site_url(context, request):
    """Return the address of the site that names no language."""
    # the theme knows it; its view is reached by name only
    return getMultiAdapter((context, request), name="sb").site_url()
