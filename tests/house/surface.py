"""All that our package answers over HTTP, as the component registry knows it."""

from dataclasses import dataclass
from plone.rest import negotiation
from where import PACKAGE
from zope.component import getGlobalSiteManager
from zope.interface import implementedBy
from zope.interface import Interface
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IBrowserRequest


@dataclass(frozen=True)
class Answer:
    """One page or service: its name in an address, for what, and how it is asked for."""

    name: str
    context: object  # the interface or class that it is registered for
    method: str = "GET"
    accept: str = "text/html"

    def __str__(self):
        return f"{self.method} {self.name} of {self.context.__name__}"

    def fits(self, obj):
        """True when an object is of the kind that it is registered for."""
        kind = self.context
        return providedBy(obj).isOrExtends(kind if hasattr(kind, "isOrExtends") else implementedBy(kind))


def registries():
    """Yield the global component registry and those below it: test layers stack them."""
    seen, todo = [], [getGlobalSiteManager()]
    while todo:
        registry = todo.pop()
        if registry not in seen:
            seen.append(registry)
            todo += registry.__bases__
    return seen


def services():
    """Return {prefix of the name: (method, accept)} of plone.rest's services."""
    return {
        prefix: (method, f"{kind}/{subtype}")
        for method, kinds in negotiation._services.items()
        for kind, subtypes in kinds.items()
        for subtype, prefix in subtypes.items()
    }


def answers():
    """Return each page and service that our ZCML registers, but those that only show errors."""
    prefixes = services()
    found = set()
    for registry in registries():
        for one in registry.registeredAdapters():
            if not str(getattr(one.info, "file", "")).startswith(str(PACKAGE)):
                continue
            if (
                len(one.required) != 2
                or one.provided is not Interface
                or not one.required[1].isOrExtends(IBrowserRequest)
            ):
                continue
            context = getattr(one.required[0], "inherit", one.required[0])
            if context is Exception:
                continue
            prefix = next((p for p in prefixes if one.name.startswith(p)), "")
            method, accept = prefixes.get(prefix, ("GET", "text/html"))
            found.add(Answer(one.name.removeprefix(prefix), context, method, accept))
    return sorted(found, key=str)
