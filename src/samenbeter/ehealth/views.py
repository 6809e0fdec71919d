"""The modules in a folder, and the page of one module."""

from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.ehealth import label
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import desks
from samenbeter.shared import relations
from samenbeter.shared.backlinks import questions_referring_to
from samenbeter.shared.backlinks import stories_helped_by
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.fragments import for_visitors
from samenbeter.shared.kinds import list_item
from samenbeter.shared.listing import known
from samenbeter.shared.listing import Listing
from urllib.parse import urlsplit
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer


MORE = 3


class ModulePage:
    """What both pages have."""

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    def cards_of(self, brains):
        """Return modules for the macro "card"; their suppliers come by one query."""
        facts = [known(brain.sb_facts, {}) for brain in brains]
        suppliers = relations.brains_by_uid(fact.get("supplier") for fact in facts)
        return [self._card(brain, fact, suppliers) for brain, fact in zip(brains, facts, strict=True)]

    def _card(self, brain, fact, suppliers):
        supplier = suppliers.get(fact.get("supplier"))
        note = (supplier and supplier.Title, fact.get("duration"), fact.get("costs"))
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "text": brain.Description,
            "lang": self.sb.content_lang(brain),
            "picture": self.sb.picture(brain, "picture", fact.get("picture_alt", "")),
            "note": " ".join(f"{part.rstrip('.')}." for part in note if part),
            "note_lang": self.sb.content_lang(brain),
        }


@implementer(ISamenBeterPage)
class Modules(ModulePage, Listing):
    """The published modules of a folder."""

    portal_type = "EHealthModule"
    review_state = "published"
    page_size = 12

    @cached_property
    def panel(self):
        """Return the panel of who may add a module."""
        return EditorPanel(
            self.context, self.request, {"EHealthModule": _("add_module", default="Zet een module erbij")}
        )

    def cards(self):
        """Return the modules of this page."""
        return self.cards_of(list(self.batch))

    def empty(self):
        """Return what to say when there is nothing, for the macro "empty"."""
        if self.narrowed:
            return {
                "title": _("modules_none_here", default="Hierover is nog geen module"),
                "action": {"title": _("modules_all", default="Bekijk alle modules"), "url": self.base_url},
            }
        return {
            "title": _("modules_none", default="Hier staan straks de eerste modules"),
            "text": _("modules_none_text", default="Eerst kijken wij na of je gegevens veilig zijn."),
        }


@implementer(ISamenBeterPage)
class Module(ModulePage, BrowserView):
    """The page of a module.

    A fixed number of catalog queries: the supplier, the desk, other modules (at
    most two) with their suppliers, the answers that refer here (two), stories.
    """

    @cached_property
    def panel(self):
        """Return what who works on this module may do."""
        return EditorPanel(self.context, self.request)

    @property
    def text(self):
        """Return the longer text as HTML."""
        return self.context.text and self.context.text.output_relative_to(self.context)

    @property
    def picture(self):
        """Return the picture, or None."""
        return self.sb.picture(self.context, "picture", self.context.picture_alt or "")

    @cached_property
    def supplier(self):
        """Return the brain of the supplier that the visitor may see, or None."""
        return next(iter(relations.brains(self.context, "supplier")), None)

    # -- at a glance

    @property
    def by_link(self):
        """True when a resident goes to the supplier's own site."""
        return self.context.protocol == label.LINK

    @property
    def checks(self):
        """Return how long, how much, and under which name, for the macro "checked"."""
        context = self.context
        how = _("module_by_link", default="Op de site van de aanbieder")
        name = _("module_by_code", default="Onder een schuilnaam")
        lang = self.sb.content_lang(context)
        found = [
            {"icon": "clock", "text": context.duration, "lang": lang},
            {"icon": "euro", "text": context.costs, "lang": lang},
            {"icon": "external", "text": how} if self.by_link else {"icon": "lock", "text": name},
        ]
        checked = self.checked_on
        if checked:
            text = _("module_checked", default="Privacy nagekeken op ${date}", mapping={"date": self.sb.date(checked)})
            found.append({"icon": "check", "text": translate(text, context=self.request)})
        return [check for check in found if check["text"]]

    @cached_property
    def _status(self):
        """Return what the workflow wrote down at the last step."""
        tool = api.portal.get_tool("portal_workflow")
        chain = tool.getChainFor(self.context)
        return (tool.getStatusOf(chain[0], self.context) if chain else None) or {}

    @property
    def checked_on(self):
        """Return when the privacy officer let it through: the step that made it public."""
        return self._status.get("time") if self._status.get("review_state") == "published" else None

    @property
    def suspended(self):
        """True when it stands still: only who works here sees this page then."""
        return self._status.get("review_state") == "suspended"

    @property
    def reason(self):
        """Return why it stands still."""
        return self._status.get("comments") or ""

    # -- starting

    @property
    def start_url(self):
        """Return the address to go to. Only for a plain link: all else needs a launch that we sign."""
        return self.context.launch_url if self.by_link and not self.suspended else None

    @property
    def maker(self):
        """Return whose site it is: the supplier's name, else the host of the address."""
        if self.supplier is not None:
            return self.supplier.Title
        return urlsplit(self.start_url or "").hostname or ""

    @cached_property
    def ask_url(self):
        """Return where a question is asked; "" when no desk is open."""
        return desks.ask_url()

    # -- the label

    @property
    def label(self):
        """Return the three parts of the label."""
        context = self.context
        parts = (
            (_("label_starting", default="Als je begint"), label.starting(context.protocol)),
            (_("label_during", default="Terwijl je bezig bent"), label.during(context.data_asked)),
            (
                _("label_afterwards", default="Daarna"),
                label.afterwards(context.retention, context.data_shared, context.data_location),
            ),
        )
        return [{"title": title, "rows": rows} for title, rows in parts]

    @property
    def promise(self):
        """Return what we ourselves pass on."""
        return label.promise(self.context.protocol, self.context.data_asked)

    # -- elsewhere

    @cached_property
    def more(self):
        """Return the cards of three other modules, those about the same first."""
        uid = IUUID(self.context)
        return for_visitors(self.request, "ehealth.more", lambda: self._others_than(uid), uid)

    def _others_than(self, uid):
        found = {}
        for likeness in ({"sb_themes": list(self.context.themes or ())}, {}):
            if len(found) >= MORE or not all(likeness.values()):
                continue
            # enough to fill up what an earlier query found already, and itself
            for brain in self._published(2 * MORE + 1, **likeness):
                if uid != brain.UID:
                    found.setdefault(brain.UID, brain)
        return self.cards_of(list(found.values())[:MORE])

    @staticmethod
    def _published(limit, **query):
        catalog = api.portal.get_tool("portal_catalog")
        return catalog(
            portal_type="EHealthModule",
            review_state="published",
            sort_on="sortable_title",
            sort_limit=limit,
            **query,
        )[:limit]

    @cached_property
    def pointing_here(self):
        """Return the answers and stories that point at this module."""
        uid = IUUID(self.context)
        return for_visitors(self.request, "ehealth.pointing_here", lambda: self._pointing_at(uid), uid)

    def _pointing_at(self, uid):
        return [list_item(brain, self.sb) for brain in (*questions_referring_to(uid), *stories_helped_by(uid))]
