"""Where Plone writes people down apart from content: old addresses, working copies, errors, settings.

Each function returns in how many places a person is, and takes them out when ``change``.
"""

from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.contentrules.engine.interfaces import IRuleStorage
from plone.i18n.normalizer.interfaces import IIDNormalizer
from plone.registry.interfaces import IRegistry
from Products.SiteErrorLog import SiteErrorLog
from samenbeter.shared import authorship
from zc.relation.interfaces import ICatalog
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.component import queryUtility


# as plone.app.iterate calls them
CHECKOUT_RELATION = "iterate-working-copy"
CHECKOUT_KEY = "ore.iterate"
ERROR_WORDS = ("value", "url", "req_html", "tb_text", "tb_html")


def redirects(names, change):
    """Look at the addresses that things had before: an address can be made of a name."""
    storage = queryUtility(IRedirectionStorage)
    if storage is None:
        return 0
    normalize = getUtility(IIDNormalizer).normalize
    words = {name for name in (*names.all, *map(normalize, names.all)) if len(name) >= authorship.SHORTEST}
    found = [path for path in list(storage) if words.intersection(path.split("/")) or _starts(path, words)]
    for path in found if change else ():
        storage.remove(path)
    return len(found)


def _starts(path, words):
    """Return whether an id in a path has one of the words in it, between its dashes."""
    return any(f"-{word}-" in f"-{part}-" for part in path.split("/") for word in words)


def checkouts(names, change):
    """Look at who works on a copy of a page."""
    catalog = queryUtility(ICatalog)
    found = 0
    for relation in catalog.findRelations({"from_attribute": CHECKOUT_RELATION}) if catalog is not None else ():
        kept = IAnnotations(relation, {}).get(CHECKOUT_KEY) or {}
        for key, value in list(kept.items()):
            if names.are(value):
                found += 1
                if change:
                    kept[key] = authorship.GONE
    return found


def errors(names, change):
    """Look at the errors that this process remembers; other processes forget theirs within twenty, or when they stop."""
    found = 0
    for log in SiteErrorLog.temp_logs.values():
        about = [entry for entry in log if _is_about(entry, names)]
        found += len(about)
        if change and about:
            with SiteErrorLog.cleanup_lock:
                log[:] = [entry for entry in log if entry not in about]
    return found


def _is_about(entry, names):
    if names.are(entry["userid"]) or names.are(entry["username"]):
        return True
    return any(entry[word] and names.inside(entry[word]) != entry[word] for word in ERROR_WORDS)


def mentioned_in_settings(names):
    """Return in how many settings and rules of the site a mail address of a person stands; changes nothing."""
    addresses = [name for name in names.others if "@" in name]
    if not addresses:
        return 0
    texts = [repr(record.value) for record in getUtility(IRegistry).records.values() if record.value]
    storage = queryUtility(IRuleStorage)
    for rule in storage.values() if storage is not None else ():
        texts += [repr(vars(part)) for part in (*rule.conditions, *rule.actions)]
    texts.append(repr(api.portal.get().getProperty("email_from_address", "")))
    return sum(any(address in text for address in addresses) for text in texts)
