"""How long each kind of personal data is kept: what the site decided, else what its provider says."""

from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import clock
from zope.component import queryMultiAdapter
from zope.component import queryUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18n.locales import locales


RECORD = "samenbeter.privacy.periods"
LONGEST = 3650  # days
LOCALES = {"nl": ("nl", "NL"), "en": ("en", "GB")}


def days(name):
    """Return for how many days a kind is kept; None: until something else ends it.

    :param name: of its provider, "samenbeter.<room>.<what>".
    """
    decided = api.portal.get_registry_record(RECORD, default=None) or {}
    if name in decided:
        # nought is what the site says for "never by itself"
        return decided[name] or None
    provider = queryUtility(IPersonalDataProvider, name)
    return provider.period if provider is not None else None


def until(name, since=None):
    """Return the date on which something is erased; None when that follows from something else.

    :param name: of its provider.
    :param since: the date on which its days begin; today.
    """
    kept = days(name)
    return None if kept is None else (since or clock.today()) + timedelta(days=kept)


def sentence(name, since=None):
    """Return what to tell people where they hand something over: "Wij wissen dit op 24 mei 2027."

    :returns: a message.
    """
    day = until(name, since)
    if day is not None:
        return _("erased_on", default="Wij wissen dit op ${date}.", mapping={"date": in_words(day)})
    provider = queryUtility(IPersonalDataProvider, name)
    clock_text = translate(provider.clock, context=getRequest()) if provider is not None and provider.clock else ""
    return _("erased_when", default="Wij wissen dit niet op een vaste dag. ${when}", mapping={"when": clock_text})


def in_words(day, language=None):
    """Return a date as people write it.

    :param language: None: that of the request.
    """
    request = getRequest()
    helpers = queryMultiAdapter((api.portal.get(), request), name="sb") if language is None else None
    if helpers is not None:
        return helpers.date(day)
    # away from any page, such as in a mail
    locale = locales.getLocale(*LOCALES.get(language or api.portal.get_default_language(), LOCALES["nl"]))
    return locale.dates.getFormatter("date", "long").format(day)
