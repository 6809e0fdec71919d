"""The names that members give themselves: each way to change one goes by here.

The check itself is in ``shared.names``; here is what this site has to compare with. Who
manages accounts may give any name: an expert is called what the expert is.
"""

from AccessControl import getSecurityManager
from plone import api
from plone.app.users.browser.account import AccountPanelForm
from plone.app.users.browser.register import BaseRegistrationForm
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import names
from samenbeter.shared.fields import FieldError
from z3c.form.validator import SimpleFieldValidator
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import queryUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface
from zope.schema.interfaces import ITextLine
from zope.schema.interfaces import IVocabularyFactory


FIELD = "fullname"
DISCIPLINES = "samenbeter.disciplines"
# of the disciplines, what anybody may call themselves
NO_TRADE = frozenset(("ervaring", "lotgenoten"))


def refusal(name, userid=""):
    """Return why somebody may not be called this on this site, a message; None when they may.

    :param userid: whose name it is to be; their own name is not somebody else's.
    """
    return names.refusal(name, _partners(), _others(userid), _trades())


@adapter(IPropertiesUpdatedEvent)
def look(event):
    """Refuse a name that looks like another's, by whatever form or service it came.

    :raises BadRequest: with what to do, in the language of the page.
    """
    name = event.properties.get(FIELD)
    if not name or not ISamenBeterLayer.providedBy(getRequest()) or _manages():
        return
    wrong = refusal(name, event.principal.getId())
    if wrong:
        raise BadRequest(translate(wrong, context=getRequest()))


class _NameValidator(SimpleFieldValidator):
    """Says it beside the field, where a form of Plone has one."""

    def validate(self, value, force=False):
        """Refuse a name that looks like another's."""
        super().validate(value, force)
        if self.field.__name__ != FIELD or not value or _manages():
            return
        wrong = refusal(value, api.user.get_current().getId() or "")
        if wrong:
            raise FieldError(wrong)


@adapter(Interface, ISamenBeterLayer, AccountPanelForm, ITextLine, Interface)
class OwnNameValidator(_NameValidator):
    """On the page of who has an account."""


@adapter(Interface, ISamenBeterLayer, BaseRegistrationForm, ITextLine, Interface)
class NewNameValidator(_NameValidator):
    """On Plone's page for who makes one."""


def _manages():
    return bool(getSecurityManager().checkPermission("Manage users", api.portal.get()))


def _partners():
    catalog = api.portal.get_tool("portal_catalog")
    return [brain.Title for brain in catalog.unrestrictedSearchResults(portal_type="PartnerOrganisation")]


def _trades():
    factory = queryUtility(IVocabularyFactory, DISCIPLINES)
    terms = factory(api.portal.get()) if factory is not None else ()
    return [str(api.portal.translate(term.title)) for term in terms if term.token not in NO_TRADE and term.title]


def _others(userid):
    """Return the names that others chose; a log-in name is none, and to compare with it would tell who has an account."""
    users = api.portal.get_tool("acl_users")
    others = [found for found in users.searchUsers() if found["userid"] != userid and found.get("title")]
    return [one["title"] for one in others if one["title"] not in (one.get("login"), one["userid"])]
