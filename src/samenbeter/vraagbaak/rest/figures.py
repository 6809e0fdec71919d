"""The figures of a desk over REST: the same as on its page, for who may read counters."""

from samenbeter.shared.small_cells import LEAST
from samenbeter.vraagbaak.desk import figure_tables
from samenbeter.vraagbaak.desk import figures
from samenbeter.vraagbaak.desk.gaps import gaps
from samenbeter.vraagbaak.rest import base
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


PERMISSION = "SamenBeter shared: Read counters"


class FiguresGet(base.DeskService):
    """GET @figures: the months that are over, by theme too; null for what is not shown."""

    def act(self):
        """Return the figures."""
        self.need(PERMISSION)
        found = figure_tables.Figures(self.context)
        themes = [term.token for term in getUtility(IVocabularyFactory, "samenbeter.themes")(self.context)]
        return {
            "@id": self.url_of("@figures"),
            "least": LEAST,
            "least_share": figures.LEAST,
            "last_90_days": found.recent,
            "months": found.rows,
            "gaps": gaps(self.context, themes),
        }
