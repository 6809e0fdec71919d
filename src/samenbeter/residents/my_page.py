"""The page "Mijn SamenBeter": made of what each room has for the person who is logged in."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.interfaces import IMySection
from samenbeter.residents import second_step
from samenbeter.shared.pages import PrivatePage
from zope.component import getAdapters
from zope.interface import implementer


# Plone's word for never
NEVER = 2000


class MyPage(PrivatePage):
    """What is yours, and on a first visit what you can do."""

    @cached_property
    def member(self):
        """Return the member who is logged in."""
        return api.user.get_current()

    @property
    def name(self):
        """Return the name that somebody chose; "" for none."""
        return (self.member.getProperty("fullname", "") or "").strip()

    @property
    def title(self):
        """Greet by the name that somebody chose; without one by none."""
        if self.name:
            return _("my_page_hello", default="Dag ${name}", mapping={"name": self.name})
        return _("nav_mine", default="Mijn SamenBeter")

    @cached_property
    def sections(self):
        """Return the parts of this page that this person has: {id, title, icon, empty, rows, aside}."""
        found = [
            (section.order, name, section)
            for name, section in getAdapters((self.context, self.request), IMySection)
            if section.available
        ]
        return [
            {
                "id": f"sb-{name.replace('.', '-')}",
                "title": section.title,
                "icon": section.icon,
                "empty": section.empty,
                "rows": list(section.rows()),
                "aside": getattr(section, "aside", False),
                "action": getattr(section, "action", None),
            }
            for _order, name, section in sorted(found, key=lambda one: one[:2])
        ]

    @property
    def is_new(self):
        """Return whether somebody is here for the first time: there was no log-in before this one."""
        before, last = (self.member.getProperty(name, None) for name in ("last_login_time", "login_time"))
        if not before or not last or before.year() <= NEVER:
            return True
        # at the first one Plone writes both, one after the other
        return abs(last - before) * 24 * 60 < 1

    @property
    def firsts(self):
        """Return what to begin with: {title, text, url, icon}; who has a name already need not choose one."""
        found = [
            {
                "title": _("my_first_search", default="Zoek een antwoord"),
                "text": _("my_first_search_text", default="Mensen uit de wijk schreven al veel op."),
                "url": f"{self.url}/@@search",
                "icon": "search",
            },
            {
                "title": _("my_first_data", default="Kijk wat wij van je weten"),
                "text": _("my_first_data_text", default="Het is weinig. En je wist het zelf."),
                "url": f"{self.url}/@@mijn-gegevens",
                "icon": "lock",
            },
        ]
        if not self.name:
            first = {
                "title": _("my_first_name", default="Kies een naam"),
                "text": _("my_first_name_text", default="Het hoeft niet. Zonder naam heet je hier: een buur."),
                "url": f"{self.url}/@@mijn-gegevens-kloppen",
                "icon": "pencil",
            }
            found.insert(1, first)
        return found


@implementer(IMySection)
class Account:
    """The part about the account itself."""

    order = 900
    title = _("my_account", default="Mijn account")
    icon = "person"
    empty = None
    available = True

    def __init__(self, context, request):
        self.url = context.absolute_url()

    def rows(self):
        """Return what somebody can change, and how it is now."""
        member = api.user.get_current()
        name = (member.getProperty("fullname", "") or "").strip()
        rows = [
            {
                "title": _("my_account_name", default="Je naam"),
                "url": f"{self.url}/@@mijn-gegevens-kloppen",
                "note": name or _("names_neighbour_note", default="Je koos er geen. Je heet hier: een buur."),
            },
            {
                "title": _("my_account_login", default="Hoe je inlogt"),
                "url": f"{self.url}/@@mijn-wachtwoord",
                "note": member.getUserName(),
            },
        ]
        if second_step.is_set_up(member.getId()):
            left = second_step.codes_left(member.getId())
            rows.append(
                {
                    "title": _("my_account_codes", default="Je noodcodes"),
                    "url": f"{self.url}/@@mijn-noodcodes",
                    "note": _("my_account_codes_left", default="Nog ${number} over.", mapping={"number": left}),
                }
            )
        return rows
