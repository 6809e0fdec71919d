"""The language of the interface: said by the address, else what the site and the member chose.

Below ``/en`` the whole site has an English interface. The name is taken off the path
before the site looks for it, and becomes a part of the site's own address, as a virtual
host does: so each link, form and redirect that is made stays in that language, without
a cookie, a session or a script. Content keeps the language that it was written in.
"""

from AccessControl import getSecurityManager
from functools import cached_property
from plone.app.caching.interfaces import IETagValue
from plone.base.interfaces import IPloneSiteRoot
from plone.i18n.interfaces import ILanguageUtility
from plone.i18n.utility import LanguageBinding
from plone.registry.interfaces import IRegistry
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import entry
from urllib.parse import unquote
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import Interface
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal


PREFIX = "samenbeter.theme.language_prefix"
WITHOUT = "samenbeter.theme.language_without_prefix"
# of an address that is longer, the other languages get the beginning
MOST_QUERY = 2000


def offered():
    """Return the codes of the languages that the site offers, in its own order."""
    return getUtility(IRegistry).get("plone.available_languages", None) or []


def default():
    """Return the site's own language, in which its content is unless it says otherwise."""
    return getUtility(IRegistry).get("plone.default_language", None) or ""


def prefix(request):
    """Return the language that the address names, or nothing."""
    return IAnnotations(request).get(PREFIX, "")


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def take_prefix(site, event):
    """Take the language off the path, when the first step below the site is one.

    Content with that id comes first. The site is passed more than once behind a virtual
    host and for ``++api++``: an address says its language only once.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request):
        return
    if prefix(request):
        # Plone has just negotiated once more
        speak(request, prefix(request))
        return
    steps = request.get("TraversalRequestNameStack")
    if not steps or steps[-1] not in offered() or steps[-1] in site:
        return
    language = steps.pop()
    annotations = IAnnotations(request)
    annotations[PREFIX] = language
    annotations[WITHOUT] = request.get("LANGUAGE")
    request.setVirtualRoot([*map(unquote, site.absolute_url_path().split("/")), language])
    speak(request, language)


@adapter(IPubAfterTraversal)
def take_preference(event):
    """Speak the language that a member saved."""
    if ISamenBeterLayer.providedBy(event.request):
        use_preference(event.request)


def use_preference(request):
    """Note the language that a member saved, and speak it unless the address names another."""
    language = preference()
    if language and IAnnotations(request).get(WITHOUT) != language:
        IAnnotations(request)[WITHOUT] = language
        if not prefix(request):
            speak(request, language)


def preference():
    """Return the language that this member saved, when the site offers it."""
    read = getattr(getSecurityManager().getUser(), "getProperty", None)
    language = read("language", "") if read is not None else ""
    return language if language in offered() else ""


def speak(request, language):
    """Make this the language of all that is written from here on."""
    binding = request.get("LANGUAGE_TOOL")
    if isinstance(binding, LanguageBinding) and language != binding.LANGUAGE:
        binding.LANGUAGE_LIST = [binding.LANGUAGE, *binding.LANGUAGE_LIST]
        binding.LANGUAGE = language
    request["LANGUAGE"] = language
    # dates and numbers in forms
    request.setupLocale()


# -- addresses


def without_prefix(request, url):
    """Return an address of this site in the form that names no language."""
    language = prefix(request)
    if not language:
        return url
    # the virtual root ends with the language
    root = f"{request['SERVER_URL']}{request.getVirtualRoot()}"
    if url != root and not url.startswith((f"{root}/", f"{root}?")):
        return url
    return root[: -len(language) - 1] + url[len(root) :]


class Languages:
    """The languages of one page, and its address in each of them."""

    def __init__(self, request, site):
        self.request = request
        self.site_url = site.absolute_url()
        self.home = without_prefix(request, self.site_url)
        self.current = request.get("LANGUAGE") or ""
        # what the address without a language shows to this visitor
        self.unnamed = IAnnotations(request).get(WITHOUT) or self.current
        # where content has that id, no address names the language
        self.codes = [code for code in offered() if code == self.unnamed or code not in site]

    @cached_property
    def path(self):
        """Return the part of the page's address below the site; nothing when it cannot be told."""
        actual = self.request.get("ACTUAL_URL", "")
        if not actual.startswith(f"{self.site_url}/"):
            return ""
        path = actual[len(self.site_url) :]
        # a second language in a row: nothing is there
        return "" if path.split("/")[1] in self.codes else path

    def address(self, language, path):
        """Return the address of a page in a language."""
        named = "" if language == self.unnamed else f"/{language}"
        return f"{self.home}{named}{path}"

    def here(self, url):
        """Return an address of this site in the language of this one; nothing for an address elsewhere."""
        if url != self.home and not url.startswith((f"{self.home}/", f"{self.home}?")):
            return ""
        path = url[len(self.home) :]
        first, slash, rest = path.lstrip("/").partition("/")
        if first in self.codes:
            path = slash + rest
        return self.site_url + path

    def links(self):
        """Return the links to this page in the other languages: [{code, title, url}].

        What was posted has no address of its own, so it has no such links.
        """
        if self.request.get("REQUEST_METHOD") not in ("GET", "HEAD"):
            return []
        query = entry.tidied(self.request.get("QUERY_STRING", "")[:MOST_QUERY])
        path = f"{self.path}?{query}" if query else self.path
        names = getUtility(ILanguageUtility).getAvailableLanguages()
        return [
            {"code": code, "title": names.get(code, {}).get("native", code), "url": self.address(code, path)}
            for code in self.codes
            if code != self.current
        ]

    def alternates(self):
        """Return the addresses of this page in all languages, for machines: [{code, url}]."""
        if len(self.codes) < 2:
            return []
        found = [{"code": code, "url": self.address(code, self.path)} for code in self.codes]
        return [*found, {"code": "x-default", "url": f"{self.home}{self.path}"}]


# -- content


def content_language(item, request, default):
    """Return the language of an item's own texts when it is not that of the page, else None.

    :param item: a brain, a content object, or None for a text of the site itself.
    :param default: the site's own language, for what does not say its language.
    """
    language = getattr(item, "Language", None)
    if callable(language):
        language = language()
    # a missing column is false
    language = language or default
    page = request.get("LANGUAGE") or default
    return language if base(language) != base(page) else None


def base(language):
    """Return "en" for "en-gb"."""
    return language.partition("-")[0]


# -- what Plone asks


@implementer(IETagValue)
@adapter(Interface, ISamenBeterLayer)
class UserLanguage:
    """The language in an ETag: what the member saved counts, also when the cache asks first."""

    def __init__(self, published, request):
        self.request = request

    def __call__(self):
        """Return the language of the answer."""
        use_preference(self.request)
        return self.request.get("LANGUAGE") or ""
