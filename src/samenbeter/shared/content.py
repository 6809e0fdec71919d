"""What all our types share: containers without an order, opaque ids, search text."""

from plone.app.content.interfaces import INameFromTitle
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.publisher.defaultview import queryDefaultViewName

import secrets


def refuse_without_type(item):
    """Say "not found" while the add-on is not installed: Plone fails on a type that it lost.

    A function and not a mixin: zope.interface gives each plain class a
    descriptor that would stand before that of Dexterity, which finds the schema.
    """
    if item.getTypeInfo() is None:
        raise NotFound(item.getId())


def default_view(item, request):
    """Return (item, the view that shows it), as ZPublisher has it for what says nothing of it itself.

    Plone's own types say nothing; asked by REST below a page ("++api++"), no other one answers for them.
    """
    name = queryDefaultViewName(item, request)
    return item, (f"@@{name}",) if name else ()


class Leaf(Item):
    """Content that holds nothing."""

    def __browser_default__(self, request):
        refuse_without_type(self)
        return default_view(self, request)


class Branch(Container):
    """Content that holds content, in no order of its own.

    The default ordering writes one annotation of the folder for each item
    that is added: two people who add at the same time would conflict.
    """

    _ordering = "unordered"

    def __browser_default__(self, request):
        refuse_without_type(self)
        return default_view(self, request)


class IOpaqueId(Interface):
    """Marks content whose id says nothing: ids end up in logs, Referers and redirects."""


@implementer(INameFromTitle)
@adapter(IOpaqueId)
class OpaqueName:
    """A random id of 50 bits, short enough to read out over the phone.

    It is the number that people see of a question, no secret: who may read it
    is decided by View.
    """

    def __init__(self, context):
        self.title = "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(10))
