"""Every page on which somebody asks, reads, helps or decides at the Vraagbaak: who is there, and how to reach it.

A page is reached by what a person does: an address, fields, buttons. Some are the answer to something that is wrong.
"""

from dataclasses import dataclass
from dataclasses import field
from plone.uuid.interfaces import IUUID
from samenbeter.demo import questions
from samenbeter.demo.texts import load
from samenbeter.shared.system import as_system
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links

import transaction


ENTRIES = {entry.get("title", entry["text"][:12]): entry for entry in load("cases.yaml")}
# how the cases of the demo are called here: the start of the title or, before there is one, of the text
NEW, BY_PHONE, BACK, SPAM = "Ik ben Joke ", "Meneer Osman", "Ik wil stopp", "Te koop: een"
REDACTED = "Mijn moeder durft de trap niet meer op. Wat kan ik regelen?"
HALFWAY = "Ik lig tot diep in de nacht op mijn telefoon. Hoe krijg ik weer een gewone nacht?"
WAITS = "Waar kan een kind van negen zomaar meedoen?"
HELPED = "Kan ik een mantelzorger een middag vrij geven?"
ASKED_YES = "Waar kan ik heen met geldzorgen, zonder dat iemand het weet?"
READY = "Hoe beweeg ik meer met zere knieën?"
PUBLIC = "Mijn buren maken elke nacht lawaai. Wat nu?"
STATES = (NEW, BY_PHONE, REDACTED, HALFWAY, BACK, HELPED, ASKED_YES, READY, PUBLIC, SPAM)
WRONG_CODE = "AAAA-BBBB-CCCC-DDDD-EEEE"
WORDS = "Ik slaap slecht sinds mijn verhuizing. Wat helpt?"
PERSONAL = "Ik ben Yara de Wit. Bel me op 06 12 34 56 78. Ik slaap slecht."
DESPAIR = "Ik wil niet meer leven. Wie helpt mij?"
BSN = "Mijn burgerservicenummer is 111222333. Ik slaap slecht."


class Desk:
    """The desk of the demo, and what a test needs to know of its cases."""

    def __init__(self, site):
        self.site = site
        self.desk = site["vraagbaak"]

    def case(self, name):
        """Return the Case of the demo that is called so."""
        transaction.begin()
        word = index.word("desk", IUUID(self.desk))
        cases = [store.load(one) for one in index.get().ids([word], limit=100)]
        return next(case for case in cases if self._is(case, name))

    def _is(self, case, name):
        question = store.question_of(case)
        if question is not None:
            return question.title == name
        return store.words(case, store.MACHINE)["text"].startswith(name)

    def address(self, name):
        """Return the address of the page of a case."""
        return f"vraagbaak/@@dossier/{self.case(name).number}"

    def question(self, name):
        """Return the address of the question of a case."""
        return store.question_of(self.case(name)).absolute_url()

    def new(self, name, **more):
        """Put a question of the demo once more, with a new code; return its Story, as far as the demo goes."""
        partners = {
            "de-linde": self.site["partners"]["huisartsenpraktijk-de-linde"],
            "de-huiskamer": self.site["partners"]["de-huiskamer"],
        }
        entry = {**ENTRIES[name], "code": None, **more}

        def once():
            story = questions.Story(self.desk, partners, entry)
            with as_system():
                questions.go(story)
            return story

        return committed(once)

    def link(self, name, userid="zorg"):
        """Return the address that is mailed to an expert about a question."""
        return self.link_of(self.case(name), userid)

    def link_of(self, case, userid):
        """Return the address that is mailed to an expert about a case."""
        waiting = consultations.open_of(case.question)
        return committed(lambda: links.make(waiting[0], userid))

    def freeze(self, case):
        """Let the asker have it hidden."""
        committed(lambda: store.vault.get().freeze(case.id, True))


@dataclass
class Way:
    """How a page is reached.

    :param user: who goes there, a demo account; "" for a visitor.
    :param start: its address, or a function of the Desk that returns it.
    :param steps: what is done there: ("fill", selector, words), ("check", selector), ("press", do) or ("press", do,
        the panel), in order.
    :param wrong: whether it is the answer to something that is wrong: then its title says so.
    :param options: of the browser.
    """

    user: str
    start: object
    steps: tuple = ()
    wrong: bool = False
    options: dict = field(default_factory=dict)

    def go(self, visitor, desk, **options):
        """Go there; return the page."""
        somebody = visitor(self.user, **{**self.options, **options})
        page = somebody.go(self.start if isinstance(self.start, str) else self.start(desk))
        for what, *how in self.steps:
            STEPS[what](page, *how)
        return page


def press(page, do, panel=""):
    """Press a button of the page, or of one of its panels."""
    form = f"form:has(input[name=panel][value={panel}]) " if panel else ""
    button = page.locator(f"main {form}button[name=do][value={do}]").first
    opened(page)
    with page.expect_navigation():
        button.click()


def send(page):
    """Send the form that has the code of a receipt."""
    with page.expect_navigation():
        page.click("main form:has(#code) button[type=submit]")


def opened(page):
    """Open what is folded away."""
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")


def resolve(page):
    """Take out all that is marked."""
    for select in page.query_selector_all("select[name^=choice-]"):
        select.select_option("remove")


def fill(page, selector, words):
    """Write something in a field, or choose it."""
    opened(page)
    if page.locator(selector).first.evaluate("e => e.tagName") == "SELECT":
        page.select_option(selector, words)
    else:
        page.fill(selector, words)


def check(page, selector):
    """Tick a box, or choose one of several."""
    opened(page)
    page.locator(selector).first.check()


STEPS = {"press": press, "send": send, "fill": fill, "check": check, "resolve": resolve}

ASK = "vraagbaak/@@stel-je-vraag"
YES = ("check", "input[name=publish][value=yes]")


def asks(words, *more):
    """Return the steps of who wrote something and goes on."""
    return (("fill", "#text", words), YES, ("press", "check"), *more)


def code(value, *more):
    """Return the steps of who fills in the code of a receipt."""
    return (("fill", "#code", value), ("send",), *more)


def receipt(name, *more, **options):
    """Return the Way to the page of a receipt of the demo, by its code."""
    return Way("", "vraagbaak/@@mijn-bonnetje", code(ENTRIES[name]["code"], *more), **options)


def dossier(name, *steps, **options):
    """Return the Way of an editor to the page of a case."""
    return Way("redactie", lambda desk: desk.address(name), steps, **options)


ASKER = {
    "the public page of the desk": Way("", "vraagbaak"),
    "ask": Way("", ASK),
    "ask with an account": Way("anna", ASK),
    "ask, with nothing in it": Way("", ASK, (("press", "check"),), wrong=True),
    "ask, all wrong": Way("", ASK, (("fill", "#email", "yara"), ("press", "check")), wrong=True),
    "ask, with a number that we may not have": Way("", ASK, asks(BSN), wrong=True),
    "check": Way("", ASK, asks(WORDS)),
    "check, with personal data": Way("", ASK, asks(PERSONAL)),
    "words of despair": Way("", ASK, asks(DESPAIR)),
    "back to change it": Way("", ASK, asks(WORDS, ("press", "change"))),
    "after sending": Way("", ASK, asks(WORDS, ("press", "send"))),
    "after sending, with an account": Way("anna", ASK, asks(WORDS, ("press", "send"))),
    "ask where nothing can be asked": Way("", "vraagbaak-jong/@@stel-je-vraag"),
    "the code is lost": Way("", "vraagbaak/@@code-kwijt"),
    "look by code": Way("", "vraagbaak/@@mijn-bonnetje"),
    "no code": Way("", "vraagbaak/@@mijn-bonnetje", code(""), wrong=True),
    "a wrong code": Way("", "vraagbaak/@@mijn-bonnetje", code(WRONG_CODE), wrong=True),
    "receipt, asked back": receipt(BACK),
    "receipt, an empty reply": receipt(BACK, ("press", "reply"), wrong=True),
    "receipt, answered and helped": receipt(HELPED),
    "receipt, approve": receipt(ASKED_YES),
    "receipt, on the site": receipt(PUBLIC),
    "receipt, not helped and too much to say": receipt(
        HELPED, ("fill", "#outcome_text", "Nog niet. " * 500), ("press", "stuck"), wrong=True
    ),
    "receipt, stop": receipt(HELPED, ("press", "erase_ask")),
    "receipt, stop and from the site": receipt(PUBLIC, ("press", "erase_ask")),
    "receipt, stop without a tick": receipt(HELPED, ("press", "erase_ask"), ("press", "erase"), wrong=True),
    "receipt, claim": Way("bilal", "vraagbaak/@@mijn-bonnetje", code(ENTRIES[HELPED]["code"])),
    "my questions": Way("anna", "@@mijn-samenbeter"),
    "a question of an account": Way("anna", lambda desk: f"vraagbaak/@@mijn-vraag/{desk.case(BACK).accounts[0]}"),
    "no question of this account": Way("bilal", lambda desk: f"vraagbaak/@@mijn-vraag/{desk.case(BACK).accounts[0]}"),
    "a question on the site": Way("", lambda desk: desk.question(PUBLIC)),
}

# what an asker has behind a code that is made for the test: {name: (case of the demo, steps)}
OWN_CODE = {
    "receipt, just in": (NEW, ()),
    "receipt, redacted": (REDACTED, ()),
    "receipt, with experts": (HALFWAY, ()),
    "receipt, not taken up": (SPAM, ()),
    "receipt, ready for the site": (READY, ()),
    "receipt, replied": (BACK, (("fill", "textarea[name=reply]", "Sinds de zomer."), ("press", "reply"))),
    "receipt, helped": (HELPED, (("press", "acted"),)),
    "receipt, still stuck": (HELPED, (("press", "stuck"),)),
    "receipt, said yes": (ASKED_YES, (("press", "approve"),)),
    "receipt, said no": (ASKED_YES, (("press", "refuse"),)),
    "receipt, erased": (NEW, (("press", "erase_ask"), ("check", "#sure"), ("press", "erase"))),
}

LIST = "vraagbaak/@@werktafel"
ONE = f"tr:has-text('{WAITS}') input[name=case]"
DESK = {
    "list": Way("redactie", LIST),
    "list by theme": Way("redactie", f"{LIST}?list=open&theme=slapen"),
    "list with nothing in it": Way("redactie", f"{LIST}?list=closed"),
    **{f"list {name}": Way("redactie", f"{LIST}?list={name}") for name in ("mine", "late", "waiting", "answered")},
    **{f"list {name}": Way("redactie", f"{LIST}?list={name}") for name in ("ready", "rejected")},
    "list, nothing ticked": Way("redactie", LIST, (("press", "urgent"),), wrong=True),
    "list, no reason": Way("redactie", LIST, (("check", ONE), ("press", "reject")), wrong=True),
    "list, done": Way("redactie", LIST, (("check", ONE), ("press", "urgent"))),
    "list, undone": Way("redactie", LIST, (("check", ONE), ("press", "not_urgent"), ("press", "undo"))),
    "list, not possible": Way("redactie", LIST, (("check", ONE), ("press", "close"))),
    **{f"case, {name}": dossier(name) for name in STATES},
    "case, no purpose": dossier(NEW, ("press", "show", "original"), wrong=True),
    "case, own words": dossier(REDACTED, ("check", "#purpose-calls"), ("press", "show", "original")),
    "case, marks": dossier(NEW, ("check", "#purpose"), ("press", "show", "original")),
    "case, marks without a choice": dossier(
        NEW, ("check", "#purpose"), ("press", "show", "original"), ("press", "make", "redaction"), wrong=True
    ),
    "case, text": dossier(
        NEW, ("check", "#purpose"), ("press", "show", "original"), ("resolve",), ("press", "make", "redaction")
    ),
    "case, no title": dossier(
        NEW,
        ("check", "#purpose"),
        ("press", "show", "original"),
        ("resolve",),
        ("press", "make", "redaction"),
        ("fill", "#redact_text", ""),
        ("press", "save", "redaction"),
        wrong=True,
    ),
    "case, change the text": dossier(REDACTED, ("press", "edit", "redaction")),
    "case, no partner": dossier(REDACTED, ("press", "ask", "asking"), wrong=True),
    "case, an empty note": dossier(REDACTED, ("press", "note", "notes"), wrong=True),
    "case, an empty question back": dossier(REDACTED, ("press", "ask_back", "ask_back"), wrong=True),
    "case, no answer to send": dossier(REDACTED, ("press", "send", "answer"), wrong=True),
    "case, no reason": dossier(REDACTED, ("press", "reject", "triage"), wrong=True),
    "case, an empty general question": dossier(HELPED, ("press", "generalise", "site"), wrong=True),
    "case, I am on it": dossier(WAITS, ("press", "hold", "triage")),
    "who think along": Way("redactie", lambda desk: f"{desk.question(HALFWAY)}/@@meedenken"),
    "a question at the desk": Way("redactie", lambda desk: desk.question(HALFWAY)),
    "snippets": Way("redactie", "vraagbaak/@@tekstblokken"),
    "snippets, empty": Way("redactie", "vraagbaak/@@tekstblokken", (("press", "keep"),), wrong=True),
    "absence": Way("redactie", "vraagbaak/@@afwezig"),
    "absence, no day": Way("redactie", "vraagbaak/@@afwezig", (("press", "add"),), wrong=True),
    "enter a question": Way("redactie", "vraagbaak/@@vraag-invoeren"),
    "enter a question, empty": Way("wijkwebber", "vraagbaak/@@vraag-invoeren", (("press", "check"),), wrong=True),
    "enter a question, check": Way(
        "wijkwebber", "vraagbaak/@@vraag-invoeren", (("check", "#channel"), ("check", "#knows"), *asks(PERSONAL))
    ),
    "enter a question, worried": Way(
        "redactie", "vraagbaak/@@vraag-invoeren", (("check", "#channel"), ("check", "#knows"), *asks(DESPAIR))
    ),
    "enter a question, entered": Way(
        "wijkwebber",
        "vraagbaak/@@vraag-invoeren",
        (("check", "#channel"), ("check", "#knows"), *asks(WORDS, ("press", "send"))),
    ),
    "my work": Way("redactie", "mijn-werk"),
    "the public page for an editor": Way("redactie", "vraagbaak"),
    "no such case": Way("redactie", "vraagbaak/@@dossier/V-XXXX-XX"),
    "the list for a resident": Way("anna", LIST),
}

EXPERT = {
    "my work of an expert": Way("zorg", "mijn-werk"),
    "questions for me": Way("zorg", "@@vragen-voor-mij"),
    "questions for me, other partner": Way("welzijn", "@@vragen-voor-mij"),
    "contribute": Way("welzijn", lambda desk: f"{desk.question(WAITS)}/@@bijdrage"),
    "contribute, empty": Way(
        "welzijn", lambda desk: f"{desk.question(WAITS)}/@@bijdrage", (("press", "contribute"),), wrong=True
    ),
    "decline, no reason": Way(
        "welzijn", lambda desk: f"{desk.question(WAITS)}/@@bijdrage", (("press", "decline"),), wrong=True
    ),
    "another discipline, none chosen": Way(
        "welzijn", lambda desk: f"{desk.question(WAITS)}/@@bijdrage", (("press", "ask_colleague"),), wrong=True
    ),
    "a question of another partner": Way("zorg", lambda desk: f"{desk.question(WAITS)}/@@bijdrage"),
    "by a mailed link": Way("", lambda desk: desk.link(WAITS, "welzijn")),
    "by a mailed link, empty": Way(
        "", lambda desk: desk.link(WAITS, "welzijn"), (("press", "contribute"),), wrong=True
    ),
    "by a mailed link, no reason": Way(
        "", lambda desk: desk.link(WAITS, "welzijn"), (("press", "decline"),), wrong=True
    ),
    "a link that is gone": Way("", "@@antwoord-geven?code=aaaa-bbbb"),
    "my effect": Way("zorg", "@@mijn-effect"),
    "my effect, with nothing in it": Way("redactie", "@@mijn-effect"),
    "absence of an expert": Way("zorg", "@@afwezig"),
    "absence of an expert, no day": Way("zorg", "@@afwezig", (("press", "add"),), wrong=True),
}
