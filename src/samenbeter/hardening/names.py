"""Who made a thing stays out of pages and answers for who may not see names."""

from pathlib import Path
from plone.app.layout.links.viewlets import AuthorViewlet
from plone.app.layout.viewlets import content
from plone.app.layout.viewlets.content import DocumentBylineViewlet
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import iterSchemata
from plone.locking.interfaces import ILockable
from plone.restapi.interfaces import IJSONSummarySerializerMetadata
from plone.restapi.interfaces import ISchemaSerializer
from plone.restapi.serializer.schema import SerializeSchemaToJson
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.PlonePAS.browser.member import PASMemberView
from samenbeter.hardening.doors import COLUMNS
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import naming
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import implementer
from zope.interface.interfaces import IInterface


FIELDS = ("creators", "contributors")


class Byline(DocumentBylineViewlet):
    """The line below a title: when, and by whom."""

    def show_about(self):
        """Return whether it says by whom."""
        return super().show_about() and naming.may_name(self.context)


class Contributors(DocumentBylineViewlet):
    """The line below a text that says who worked on it."""

    index = ViewPageTemplateFile(str(Path(content.__file__).parent / "document_contributors.pt"))

    def render(self):
        """Return the line, or nothing."""
        return super().render() if naming.may_name(self.context) else ""


class Author(AuthorViewlet):
    """The link to the page of who made this, in the head."""

    def show(self):
        """Return whether it is there."""
        return super().show() and naming.may_name(self.context)


class Nobody(dict):
    """What a list says of who made a thing when that is not told: it is false, and each word of it is empty."""

    def __missing__(self, key):
        return ""

    def get(self, key, default=""):
        """Return nothing, also for what is not there."""
        return default


class Member(PASMemberView):
    """``@@pas_member``: what Plone's lists say of who made a thing."""

    def info(self, userid=None):
        """Return what is known of a member, or Nobody."""
        return super().info(userid) if naming.may_name(self.context) else Nobody()

    def __call__(self):
        """Refuse: it is for templates, and no page.

        :raises NotFound: always.
        """
        raise NotFound(self.__name__)


@implementer(IJSONSummarySerializerMetadata)
class NamelessSummaries:
    """What REST does not tell of items in a list: the columns that name members."""

    def blocklisted_attributes(self):
        """Return the names of columns that are not told to who asks."""
        return set() if naming.may_name_all() else set(COLUMNS)


@implementer(ISchemaSerializer)
@adapter(IInterface, IDexterityContent, ISamenBeterLayer)
class NamelessFields(SerializeSchemaToJson):
    """The fields of an item over REST, without who made it or works on it now."""

    def __call__(self):
        """Return {name of a field: value}; it comes after the lock of the item, and takes its place."""
        result = super().__call__()
        if naming.may_name(self.context):
            return result
        result.update({name: [] for name in FIELDS if name in result})
        if self.schema is next(iterSchemata(self.context), None):
            lockable = ILockable(self.context, None)
            result["lock"] = {"locked": lockable.locked(), "stealable": False} if lockable is not None else {}
        return result
