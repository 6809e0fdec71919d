"""The browser layer, and the contracts through which rooms meet.

A room never imports another room. What it needs from elsewhere it asks for by
one of these interfaces, and what it offers to others it registers for one.
"""

from plone.app.contenttypes.interfaces import IPloneAppContenttypesLayer
from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from plone.app.z3cform.interfaces import IPloneFormLayer
from zope.interface import Attribute
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class ISamenBeterLayer(IPloneAppContenttypesLayer, IEventLayer, IPloneFormLayer, IDefaultBrowserLayer):
    """Set on each request once the add-on is installed in the site.

    What we say about forms, content and events comes before what Plone says about them.
    """


class IReadBeforePublic(Interface):
    """Marks content whose text is looked at for personal data before everybody may read it."""


class ISamenBeterContent(IReadBeforePublic):
    """Marks our own content types (not stock types with our behaviours)."""


class ISamenBeterPage(Interface):
    """Marks a view that is a page for residents: it brings its own whole layout."""


class IVraagbaak(ISamenBeterContent):
    """A question desk."""


class IVraagbaakQuestion(ISamenBeterContent):
    """A redacted question, with its answers inside."""


class IVraagbaakAnswer(ISamenBeterContent):
    """One expert's contribution to the answer."""


class IPartnerOrganisation(ISamenBeterContent):
    """An organisation or community that works along."""


class IServiceOffer(ISamenBeterContent):
    """What a partner offers (an HSDS service)."""


class IEHealthModule(ISamenBeterContent):
    """An e-Health module of a supplier."""


class ISuccessStory(ISamenBeterContent):
    """A resident's story."""


class ITermSource(Interface):
    """Named utility: more terms for one of our vocabularies, from another add-on."""

    vocabulary = Attribute("Name of the vocabulary, such as 'samenbeter.themes'.")

    def terms():
        """Return an iterable of (token, title); the title may be a message."""


class IWorkSection(Interface):
    """Subscription adapter of (site, request): one list on the page "Mijn werk"."""

    order = Attribute("Place on the page; low comes first.")
    title = Attribute("Heading, a message.")
    empty = Attribute("What to say when nothing waits, a message.")
    available = Attribute("True when this person has this kind of work.")

    def query():
        """Return the catalog query of what waits."""


class IReadiness(Interface):
    """Adapter of a content item: what is missing before a transition."""

    def missing(transition):
        """Return the titles of the fields to fill first, as a list of messages."""


class IFacts(Interface):
    """Adapter of a content item: what a card in a list shows of it."""

    def facts():
        """Return {name: text}; it ends up in the catalog, readable by who may View the item."""


class IStructuredData(Interface):
    """Adapter of (content, request, view): what search engines read on the content's own page, in words of schema.org.

    It is asked only for visitors without an account, on a page that everybody may read.
    """

    def data():
        """Return a dict, without what is empty; None when there is nothing to say."""


class IPartnerGroups(Interface):
    """Utility: the two groups of each partner organisation."""

    def experts(uid):
        """Return the id of the experts' group of the partner with this UID."""

    def managers(uid):
        """Return the id of the managers' group of the partner with this UID."""

    def partners_of(member):
        """Return the UIDs of the partners for which this member is an expert or manager."""


class IPersonalDataProvider(Interface):
    """Named utility "samenbeter.<room>.<what>": one kind of personal data that a room keeps.

    All that people are told about their data is made from these: "Mijn gegevens", the
    register of processing, the privacy page. Other add-ons register more of them.
    """

    title = Attribute("What it is, in plain words, a message.")
    description = Attribute("What is in it and who it is about, in plain words, a message.")
    categories = Attribute("Tuple of the kinds of data, as in the W3C Data Privacy Vocabulary: 'pd:Name'.")
    special = Attribute("True when it can say something about health, belief and the like (GDPR art. 9).")
    purpose = Attribute("The id of the purpose for which it is kept, see IPurpose.")
    recipients = Attribute("Title of the permission by which people who work on the site read it; None: nobody does.")
    period = Attribute("How many days it is kept when the site says nothing else; None: until something else ends it.")
    clock = Attribute("When those days begin, and what ends it otherwise, in plain words, a message.")
    kinds = Attribute("Tuple of the (room, kind) of the records in the vault that it answers for.")

    def fields():
        """Return {portal_type: tuple of field names} of the content it covers."""

    def export(subject, page=1):
        """Return a Page (shared.rights) of what there is about a Subject, in the order of time."""

    def erase(subject, before=None):
        """Erase what there is about a Subject; can be done again. Return an Erased (shared.rights).

        :param before: leave alone what came into being after this moment.
        """

    def restrict(subject, on):
        """Hide what there is about a Subject from all but that person, or show it again. Return how many items."""

    def expired(now):
        """Return how many items have had their time, without a change."""

    def purge(now, limit):
        """Erase at most so many items that have had their time; return how many that were. None left: 0."""

    def verify_erased(subject):
        """Return where something of a Subject is left, as a list of texts that name nobody."""

    # may be left out: def also_known_as(subject), which returns the other names under which the vault, and
    # with it the audit log, knows this person: those of what was left without an account


class IErasure(Interface):
    """Utility: erases what there is about a person, also from a backup that is put back later."""

    def erase(subject):
        """Erase all that there is about a Subject (shared.rights), in transactions of its own.

        Return when it goes from the last backup, a date.

        :raises keys.VaultProblem: when it cannot be; nothing was erased then.
        """


class IVerifications(Interface):
    """Utility: of which expert an editor saw a proof of the trade."""

    def on(userid, discipline):
        """Return the date on which an editor saw it, or None."""


class IPurpose(Interface):
    """Named utility: a purpose for which personal data are processed. Its name is its id: "samenbeter.rights"."""

    title = Attribute("In plain words, a message.")
    text = Attribute("What people read and, for a consent, agree to, in plain words, a message.")
    version = Attribute("Number of the text; a new text needs a new number and a new consent.")
    basis = Attribute("Legal basis, as in the Data Privacy Vocabulary: 'eu-gdpr:A6-1-b'.")
    exception = Attribute("For special data: 'eu-gdpr:A9-2-a'; None when there are none.")
    concept = Attribute("The kind of purpose in that vocabulary: 'dpv:ServiceProvision'.")
    asked = Attribute("True when a person can say yes or no to it on their own page; only for consent.")


class IConsents(Interface):
    """Utility: who agreed to what (GDPR art. 7). What was written is never changed."""

    def give(subject, purpose, *, party, method, language, recorded_by="", valid_until=None):
        """Write down that somebody agreed to the text of a purpose as it stands; return the id of the consent."""

    def refuse(subject, purpose, *, party, method, language):
        """Write down that somebody said no."""

    def withdraw(subject, consent_id):
        """Write down that somebody takes a consent back; what follows from it happens in the same transaction."""

    def allowed(subject, purpose, party):
        """Return the id of the consent that holds now for this text, or None."""

    def of(subject):
        """Return the consents of somebody, newest first, each with its history."""


class IConsentWithdrawn(Interface):
    """Event: somebody took a consent back. Rooms stop what they did with it at once."""

    subject = Attribute("Whose, as in the vault.")
    purpose = Attribute("The id of the purpose.")
    party = Attribute("With whom.")


class IJob(Interface):
    """Named utility "samenbeter.<room>.<what>": work that the platform does by itself.

    A job can be broken off at any moment and run again: what it did twice, it did once.
    """

    title = Attribute("What it does, in plain words, a message.")
    every = Attribute("A timedelta: how often; None when it only runs for what is due.")
    at = Attribute("The hour of the day, in UTC, from which a daily job may run; None: any time.")

    def run(argument, until):
        """Work, in transactions of its own, until it is done or it is later than ``until``.

        :param argument: the opaque text that was kept with what is due; "" for what runs every so often.
        :param until: a moment, in UTC.
        :returns: (done, counts): False when it has to go on soon; {name: number} for the page, about nobody.
        """


class IPersonalDataDetector(Interface):
    """Utility: notices personal data in free text. It is a help, not a guarantee. It keeps and logs nothing."""

    def marks(text, known=()):
        """Return the marks in a text, in their order, as a list of Mark (shared.marks).

        :param known: names and addresses of the person who writes, which are noticed too.
        """

    def proposal(text, marks):
        """Return the text with a word such as "[naam]" in the place of each mark."""

    def without_numbers(text):
        """Cut the citizen service numbers (BSN) out of a text; return (text, how many). Only those are refused."""


class IMySection(Interface):
    """Named adapter of (site, request): one part of the page "Mijn SamenBeter"."""

    order = Attribute("Place on the page; low comes first.")
    title = Attribute("Heading, a message.")
    icon = Attribute("Name of a drawing of the theme.")
    available = Attribute("True when this person has this part.")
    empty = Attribute("What to say when there is nothing yet, a message.")

    def rows():
        """Return [{"title", "url", "note"}] of what there is for the person who is logged in; note may be None.

        A row may have the "lang" of a title that is not in the language of the page.
        """


class IAccountReason(Interface):
    """Named adapter of (site, request): one thing that an account gives a resident."""

    order = Attribute("Place on the page; low comes first.")
    title = Attribute("What it gives, a message.")
    text = Attribute("What happens with data for it, a message.")
    permission = Attribute(
        "Title of the permission that gives it: it is only told when members have it and visitors do not."
    )
    # may be left out: without, a message of what of it everybody can do without an account now, or None


class ISwitch(Interface):
    """Named utility "samenbeter.hardening.<what>": one thing that makes the site stricter, and can be undone."""

    order = Attribute("Place on the page; low comes first.")
    title = Attribute("What it changes, a message.")
    description = Attribute("What people notice of it, a message.")

    def turn_on():
        """Change the site; return what was there before, in plain values that ``turn_off`` understands."""

    def turn_off(before):
        """Put back what was there before."""

    def problems():
        """Return what is not as the switch left it, or what only the server can do, as a list of messages."""


class IDoubtfulForm(Interface):
    """Named utility "<room>.<form>": a public form, some of which a person looks at before it goes on."""

    title = Attribute("What the form is called, a message.")

    def shown(data):
        """Return what a person sees of what was written, as a list of (label, text)."""

    def deliver(data):
        """Do what the form would have done, in the current transaction: it is committed by who calls this.

        :param data: what was laid on the pile.
        """
