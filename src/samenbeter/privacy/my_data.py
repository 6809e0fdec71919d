"""The pages "Mijn gegevens" of who has an account: what we know, and stilling, correcting and stopping."""

from functools import cached_property
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy import collecting
from samenbeter.privacy import erasing
from samenbeter.privacy import seeing
from samenbeter.privacy.fresh import Fresh
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.showing import Showing
from samenbeter.shared.transactions import committed
from samenbeter.shared.vault import PLATFORM


THAWED = _("rights_thawed_done", default="Je gegevens doen weer mee.")


def freeze(subject, on):
    """Hide what there is about a Subject from all others, or show it again; and keep the proof of it."""
    erasing.restrict(subject, on)
    if on:
        committed(lambda: asking.finish(asking.begin(subject, asking.RESTRICTION)))


class MyData(Showing, Fresh, PrivatePage):
    """The page "Mijn gegevens"."""

    title = _("rights_title", default="Dit weten wij van je")
    nothing_title = _("rights_nothing", default="Wij weten nog niets van je")
    nothing_text = _("rights_nothing_text", default="Laat je hier iets achter? Dan zie je dat op deze pagina.")

    @property
    def stop_url(self):
        """Return where the button goes that ends a relation."""
        return f"{self.url}/@@stop-relatie"

    @cached_property
    def frozen(self):
        """Return whether this person's data are hidden from others."""
        return erasing.is_restricted(self.subject)

    def act(self):
        """Still the data, or let them take part again."""
        if self.field("do") in ("freeze", "thaw"):
            on = self.field("do") == "freeze"
            freeze(self.subject, on)
            if not on:
                # that they stand still the page says by itself
                self.tell(THAWED)
        return self.back()


class WhoSaw(Fresh, PrivatePage):
    """The page "Wie zag mijn gegevens?"."""

    title = _("rights_seen_title", default="Wie zag mijn gegevens?")

    @cached_property
    def period(self):
        """Return the period that was chosen."""
        return seeing.period(self.field("period"))

    @cached_property
    def periods(self):
        """Return the periods to choose from: {value, title, chosen}."""
        return [
            {"value": value, "title": title, "chosen": value == self.period}
            for value, (_days, title) in seeing.PERIODS.items()
        ]

    @cached_property
    def rows(self):
        """Return who saw something, newest first."""
        return seeing.rows(self.subject, self.sb, self.period)


class StopRelation(Showing, Fresh, PrivatePage):
    """Ends what a person has with a partner or a module: first what goes, then the button.

    Also looking is a POST: with whom somebody has something is in no address.
    """

    title = _("rights_stop_title", default="Wil je stoppen?")

    @cached_property
    def relation(self):
        """Return the relation that the form names, when this person has it."""
        found = [relation for relation in self.relations if relation["party"] == self.field("party")]
        return found[0] if found and found[0]["party"] != PLATFORM else None

    def act(self):
        """Show what goes, or let it go."""
        if self.relation is None:
            return self.back()
        if self.field("do") != "stop":
            return None
        title = self.say(collecting.party_title(self.relation["party"]))
        done = erasing.stop_relation(self.subject, self.relation["party"])
        self.tell(
            _(
                "rights_stopped",
                default="Gestopt: ${party}. Gewist: ${count}.",
                mapping={"party": title, "count": done.removed},
            )
        )
        return self.back()

    def show(self):
        """Return the page; who only has its address goes to the page of all relations."""
        if self.request.method != "POST":
            return self.back()
        return super().show()
