"""The one address of each page, and which pages are not for search engines.

A filter, a search, a language or another name of the same view makes no other page: the
address without them is the one to keep. The second page of a list is one of its own.
A view of ours may say it itself: ``sb_canonical`` (an address) and ``sb_noindex``.
"""

from samenbeter.shared.listing import Listing
from samenbeter.theme.languages import without_prefix


# what search engines have no use for: results, log-in, mail by a form, what only says that something failed
NOT_INDEXED = frozenset(
    "ajax-search failsafe_login insufficient-privileges livesearch_reply logged-out login login-help logout "
    "mail_password_form passwordreset pwreset_form register require_login search sendto_form updated_search".split()
)
# forms that people look for
INDEXED_FORMS = frozenset(("contact-info",))


def noindex(page):
    """Return True for a page that search engines should not keep."""
    view = page.view
    if page.error or getattr(view, "sb_noindex", False) or page.view_name in NOT_INDEXED:
        return True
    if page.form and page.view_name not in INDEXED_FORMS:
        return True
    return isinstance(view, Listing) and bool(view.search_text)


def canonical(page):
    """Return the address of a page that all its other addresses stand for; nothing for one that is not indexed."""
    if noindex(page):
        return ""
    own = getattr(page.view, "sb_canonical", None)
    if own:
        return own
    if page.here or _own_view(page):
        # content is the same in all languages, only the frame around it differs
        return without_prefix(page.request, page.context_state.canonical_object_url() + _part_of_list(page.view))
    return page.context_state.current_base_url().replace("/@@", "/")


def _own_view(page):
    """True when this is the object's own page, asked for below something that it is not in."""
    return bool(page.view_name) and page.view_name in ("view", page.context_state.view_template_id())


def _part_of_list(view):
    """Return the query of what is another list, or another page of it; filters and searches leave nothing."""
    if not isinstance(view, Listing):
        return ""
    nothing = dict.fromkeys([*view.chosen, *([view.search_name] if view.search_name else [])])
    _base, mark, query = view.page_url(**nothing).partition("?")
    if not view.narrowed and view.batch.pagenumber > 1:
        start = (view.batch.pagenumber - 1) * view.batch.pagesize
        query = f"{query}&b_start={start}" if query else f"b_start={start}"
        mark = "?"
    return mark + query
