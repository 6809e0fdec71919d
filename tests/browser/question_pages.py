"""Every page on which somebody asks, reads, helps or decides at the Vraagbaak: who is there, and how to reach it.

A page is reached by what a person does: an address, fields, buttons. Some are the answer to something that is wrong.
"""

from dataclasses import dataclass
from question_desk import ASKED_YES
from question_desk import BACK
from question_desk import BY_PHONE
from question_desk import ENTRIES
from question_desk import HALFWAY
from question_desk import HELPED
from question_desk import NEW
from question_desk import PUBLIC
from question_desk import READY
from question_desk import REDACTED
from question_desk import SPAM
from question_desk import WAITS


STATES = (NEW, BY_PHONE, REDACTED, HALFWAY, BACK, HELPED, ASKED_YES, READY, PUBLIC, SPAM)
WRONG_CODE = "AAAA-BBBB-CCCC-DDDD-EEEE"
WORDS = "Ik slaap slecht sinds mijn verhuizing. Wat helpt?"
PERSONAL = "Ik ben Yara de Wit. Bel me op 06 12 34 56 78. Ik slaap slecht."
DESPAIR = "Ik wil niet meer leven. Wie helpt mij?"
BSN = "Mijn burgerservicenummer is 111222333. Ik slaap slecht."


@dataclass
class Way:
    """How a page is reached.

    :param user: who goes there, a demo account; "" for a visitor.
    :param start: its address, or a function of the Desk that returns it.
    :param steps: what is done there: ("fill", selector, words), ("check", selector), ("press", do) or ("press", do,
        the panel), in order.
    :param wrong: whether it is the answer to something that is wrong: then its title says so.
    """

    user: str
    start: object
    steps: tuple = ()
    wrong: bool = False

    def go(self, visitor, desk):
        """Go there; return the page."""
        somebody = visitor(self.user)
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
