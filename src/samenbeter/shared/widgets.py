"""Widgets of our forms: plain HTML that works without script, and that never drops a choice in silence.

z3c.form takes a choice that it does not know as no choice, and so empties the field.
Here it is an error at the field.
"""

from plone.app.z3cform.interfaces import IContentBrowserWidget
from plone.app.z3cform.widgets.checkbox import CheckBoxWidget
from plone.app.z3cform.widgets.contentbrowser import ContentBrowserWidget
from plone.app.z3cform.widgets.radio import RadioWidget
from plone.app.z3cform.widgets.select import SelectWidget
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.shared.fields import FieldError
from samenbeter.shared.fields import ILines
from samenbeter.shared.relations import brains_by_uid
from samenbeter.shared.relations import IRelated
from samenbeter.shared.relations import RELATION_ERROR
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IDataManager
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ISequenceWidget
from z3c.form.interfaces import ITextLinesWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.i18n import translate
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


CHOICE_ERROR = _("choice_error", default="Dit kun je hier niet kiezen. Kies iets uit de lijst.")
NO_CHOICE = _("no_choice", default="Nog niet gekozen")


class _FromList:
    """A widget with a list to choose from."""

    unknown = CHOICE_ERROR

    def extract(self, default=NO_VALUE):
        """Return what was chosen; while the form is checked, refuse what is not in the list."""
        found = super().extract(default)
        if found is not default or self.name not in self.request:
            return found
        if self.setErrors:
            raise FieldError(self.unknown)
        sent = self.request.get(self.name)
        return tuple(token for token in (sent if isinstance(sent, (list, tuple)) else (sent,)) if self._has(token))

    def _has(self, token):
        try:
            self.terms.getTermByToken(token)
        except LookupError:
            return False
        return True


class Checks(_FromList, CheckBoxWidget):
    """Several from a list, as checkboxes."""


class Radios(_FromList, RadioWidget):
    """One from a short list. What is optional can be taken back."""

    @property
    def items(self):
        """Yield the choices; first that there is none."""
        found = list(super().items or ())
        if not self.required:
            yield {
                "id": f"{self.id}-novalue",
                "name": self.name,
                "value": self.noValueToken,
                "label": translate(NO_CHOICE, context=self.request),
                "checked": not any(item["checked"] for item in found),
            }
        yield from found

    def isChecked(self, term):
        """Return True for what is chosen, and for the first line while nothing is."""
        if term.token == self.noValueToken:
            return not self.value or self.noValueToken in self.value
        return super().isChecked(term)


class Selection(_FromList, SelectWidget):
    """One from a longer list, as a select. It never starts on a choice that nobody made."""

    noValueMessage = NO_CHOICE
    promptMessage = _("choose_one", default="Kies er een")

    def update(self):
        """Ask for a choice where one is needed."""
        self.prompt = self.required
        super().update()


class _Partners(_FromList):
    """A list of partners that this person may see."""

    unknown = RELATION_ERROR

    def updateTerms(self):
        """Return the partners: those that take part, and those that are chosen already."""
        if self.terms is None:
            chosen = self._chosen()
            terms = getUtility(IVocabularyFactory, "samenbeter.partners")(self.context)
            self.terms = SimpleVocabulary([term for term in terms if term.active or term.value in chosen])
        return self.terms

    def _chosen(self):
        if self.ignoreContext:
            return ()
        stored = getMultiAdapter((self.context, self.field), IDataManager).query(None)
        return {IUUID(partner) for partner in (stored if isinstance(stored, list) else [stored]) if partner is not None}


class PartnerSelection(_Partners, Selection):
    """One partner."""


class PartnerChecks(_Partners, Checks):
    """Several partners."""


class RelatedBrowser(ContentBrowserWidget):
    """Plone's browser of content, only for the kinds that the field may point at."""

    def get_pattern_options(self):
        """Return Plone's options, with the kinds, and starting at the top of the site.

        What can be chosen comes from the catalog: it knows what this person may see.
        """
        site = getSite()
        return {
            **super().get_pattern_options(),
            "basePath": "/".join(site.getPhysicalPath()),
            "selectableTypes": list(self.field.portal_types),
            "vocabularyUrl": f"{site.absolute_url()}/@@getVocabulary?name=plone.app.vocabularies.Catalog",
        }


def _factory(widget):
    @implementer(IFieldWidget)
    def make(field, request, extra=None):
        """Return the widget of a field."""
        return FieldWidget(field, widget(request if extra is None else extra))

    return make


ChecksFieldWidget = _factory(Checks)
SelectionFieldWidget = _factory(Selection)
RadiosFieldWidget = _factory(Radios)
PartnerSelectionFieldWidget = _factory(PartnerSelection)
PartnerChecksFieldWidget = _factory(PartnerChecks)
RelatedBrowserFieldWidget = _factory(RelatedBrowser)


class PartnerTerm(SimpleTerm):
    """A partner: its UID, its name, and whether it takes part now."""

    def __init__(self, brain):
        self.active = brain.review_state == "active"
        title = brain.Title
        if not self.active:
            title = _("partner_not_active", default="${name} (doet nu niet mee)", mapping={"name": brain.Title})
        super().__init__(brain.UID, brain.UID, title)


@adapter(IRelated, ISequenceWidget)
class RelatedFromList(BaseDataConverter):
    """Between relations and the UIDs that a list sends."""

    def toWidgetValue(self, value):
        """Return the UIDs of the targets."""
        return [IUUID(target) for target in _many(value)]

    def toFieldValue(self, value):
        """Return the targets, in the order sent. What is gone or hidden is an error, not left out."""
        uids = [uid for uid in self.uids(value) if uid and uid != getattr(self.widget, "noValueToken", None)]
        if not uids:
            return self.field.missing_value
        brains = brains_by_uid(uids)
        if len(brains) < len(set(uids)):
            raise FieldError(RELATION_ERROR)
        targets = [brains[uid].getObject() for uid in dict.fromkeys(uids)]
        if isinstance(self.field.missing_value, list):
            return targets
        if len(targets) > 1:
            raise FieldError(RELATION_ERROR)
        return targets[0]

    def uids(self, value):
        """Return what was sent as UIDs."""
        return [value] if isinstance(value, str) else value or ()


@adapter(IRelated, IContentBrowserWidget)
class RelatedFromBrowser(RelatedFromList):
    """The same for Plone's content browser, which sends one line."""

    def toWidgetValue(self, value):
        """Return the UIDs on one line."""
        return self.widget.separator.join(super().toWidgetValue(value))

    def uids(self, value):
        """Return what stands on the line."""
        return [uid.strip() for part in super().uids(value) for uid in part.split(self.widget.separator)]


@adapter(ILines, ITextLinesWidget)
class LinesFromText(BaseDataConverter):
    """Between lines and a text area. Empty lines are no values."""

    def toWidgetValue(self, value):
        """Return the lines below each other."""
        return "\n".join(value or ())

    def toFieldValue(self, value):
        """Return the lines that say something."""
        return [line.strip() for line in (value or "").splitlines() if line.strip()]


def _many(value):
    return value if isinstance(value, list) else [] if value is None else [value]
