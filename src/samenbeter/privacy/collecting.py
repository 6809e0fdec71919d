"""What all rooms together keep of one person, asked of the providers page by page."""

from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.interfaces import IPurpose
from samenbeter.shared.vault import PLATFORM
from zope.component import getUtilitiesFor
from zope.component import queryUtility


PLATFORM_TITLE = _("rights_party_platform", default="Met dit wijkplatform")
GONE_TITLE = _("rights_party_gone", default="Met een partner die er niet meer is")


def providers():
    """Return (name, provider) of all providers of personal data: the account first, then by name."""
    found = getUtilitiesFor(IPersonalDataProvider)
    return sorted(found, key=lambda pair: (pair[1].purpose != "samenbeter.account", pair[0]))


def pages(subject):
    """Yield (name, provider, Page) for each page of each provider.

    :param subject: a Subject.
    """
    for name, provider in providers():
        number, done = 1, False
        while not done:
            page = provider.export(subject, number)
            yield name, provider, page
            number, done = number + 1, page.done


def first_pages(subject):
    """Yield (name, provider, Page) for the first page of each provider."""
    for name, provider in providers():
        yield name, provider, provider.export(subject, 1)


def by_party(found):
    """Return {party: [(name, provider, item)]} of pages, the platform first.

    :param found: what ``pages`` yields.
    """
    groups = {}
    for name, provider, page in found:
        for item in page.items:
            groups.setdefault(item.party, []).append((name, provider, item))
    return dict(sorted(groups.items(), key=lambda group: (group[0] != PLATFORM, group[0])))


def party_title(party):
    """Return what a relation is called, as a message.

    It is the person's own relation: the name is said also when the page of the partner is not public any more.
    """
    kind, _colon, uid = party.partition(":")
    if party == PLATFORM:
        return PLATFORM_TITLE
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid) if uid else ()
    if not brains:
        return GONE_TITLE
    name = {"name": brains[0].Title}
    if kind == "module":
        return _("rights_party_module", default="Met de module ${name}", mapping=name)
    return _("rights_party_partner", default="Met onze partner ${name}", mapping=name)


def purpose_title(name):
    """Return why something is kept, as a message or text.

    :param name: the id of a purpose.
    """
    purpose = queryUtility(IPurpose, name)
    return purpose.title if purpose is not None else name


def keeps(provider, subject):
    """Return why an erasure would leave something with a provider, as messages; nothing when all of it goes."""
    return provider.keeps(subject) if hasattr(provider, "keeps") else ()
