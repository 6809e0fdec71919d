"""The page about REST, from the requests and responses that the tests compare."""

from docs_rest_desk import SECTIONS as OF_THE_DESK
from docs_rst import code
from docs_rst import heading
from docs_rst import page
from pathlib import Path


ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "http-examples"

INTRO = """\
Everything goes over `plone.restapi <https://plonerestapi.readthedocs.io>`__; what is said there about logging in,
searching and batching holds here too. Each request below is sent by the tests, and its response compared with the one
that stands here. Ids, UIDs and times differ at your place.

* What somebody may not see is not there: a hidden relation is ``null`` or missing from its list, and a reference to it
  is refused with the same words as a reference to nothing.
* A relation is written as a path, a UID, an integer id or an address.
* Titles and errors are in Dutch; below ``/en`` in English, where the site offers it: ``GET /en/partners``."""

# heading, sentence, {name of the pair: sentence}
SECTIONS = (
    *OF_THE_DESK,
    (
        "Partners and offers",
        "Editors add partners; editors and the partner's own managers add offers inside.",
        {
            "partner-create": "Make a partner, with its logo.",
            "partner-activate": "Let it take part: its page becomes public.",
            "partner-create-short": "A title is enough to begin with.",
            "offer-create": "Make an offer inside the partner.",
            "offer-activate": "Make the offer public, as far as its partner is.",
            "partner-get": "Read the partner.",
        },
    ),
    (
        "A question, from draft to published",
        "Editors make the question, give it to partners, and publish it. Experts of those partners contribute.",
        {
            "question-create": "Make a question at the desk and say which partners it is for.",
            "question-consult": "Ask the experts: from here on they see it.",
            "answer-create": "An expert, or an editor for them, writes a contribution.",
            "answer-submit": "Send it in.",
            "answer-accept": "An editor approves it: it is public as soon as the question is.",
            "question-edit": "Write the short answer.",
            "question-review": "Have it read once more.",
            "question-publish": "Publish it. The days of checking and of the next look are set.",
            "question-get": "Read it, with its workflow.",
            "search": "Find it by its theme.",
        },
    ),
    (
        "What is not ready is refused",
        "A step that still needs something says what, in the words of the form.",
        {
            "question-create-short": "A question with nothing but a title.",
            "question-publish-refused": "Publishing it (after ``review``) names what is missing.",
            "error-field": "A wrong value is refused at its field.",
        },
    ),
    (
        "Personal data in a text",
        "What seems to be about one person is pointed at, and holds the text back until an editor looked at it; see "
        "`how <../how-to/personal-data-in-text.rst>`__. A citizen service number is refused in any text.",
        {
            "marks-question": "A question with a telephone number in it.",
            "marks-get": "Read which kinds of personal data seem to be where. Editors only; the words are not in it.",
            "marks-refused": "Publishing it names the kinds.",
            "bsn-refused": "A citizen service number (BSN) is refused, wherever it stands.",
        },
    ),
    (
        "Many questions at once",
        "Editors import questions of the national format; see `how <../how-to/import.rst>`__.",
        {
            "import-create": "Begin with records, with an address, or with JSON lines.",
            "import-get": "See how far it is, and what could not go in.",
            "import-finished": "What is finished cannot be stopped or go on.",
            "import-refused": "A wrong request is refused at its field.",
            "import-list": "The last twenty imports.",
        },
    ),
    (
        "Modules and stories",
        "",
        {
            "module-create": "An e-Health module, with what its supplier asks and keeps.",
            "story-create": "A success story.",
        },
    ),
    (
        "Privacy",
        "What people have of their own, and what everybody may know. Of a long list one item is shown.",
        {
            "consent-create": "Say yes (or ``no``) to something that people can be asked. The exact text is kept.",
            "consent-refused": "A wrong answer is refused at its field.",
            "consent-list": "One's own consents with their history, and what can be asked.",
            "consent-delete": "Take a yes back. What was said stays as proof.",
            "consent-unknown": "A consent of somebody else is not there.",
            "personal-data": "All that there is about who asks, in the shape of the download.",
            "processing-activities": "The register of processing, for the Privacy Officer and site administrators.",
            "privacy-policies": "The policy for machines, open to all: W3C DPV as JSON-LD, also at ``/privacy.jsonld``.",
        },
    ),
    (
        "Entry codes",
        "A code is a way by which people come in: a poster, a partner, a story. See `entry codes "
        "<../how-to/entry-codes.rst>`__. Reading is for editors, site administrators and the Privacy Officer.",
        {
            "entry-create": "Make a code. ``kind`` is poster, partner, story, invitation, wijkkrant or overig; ``target`` is "
            "the path or address of a page of this site, empty for the front page; without ``code`` it is a random one.",
            "entry-refused": "A page of another site is refused at its field.",
            "entry-list": "All codes, and how often each step was made; nobody is known by it. ``unknown`` is what came "
            "with a code that is none (any more), ``none`` without one.",
            "entry-end": "End a code: what was printed goes on working, and is counted as unknown.",
        },
    ),
    (
        "Settings",
        "Each room has a control panel of its own; see `settings <settings.rst>`__.",
        {
            "settings-refused": "Only site administrators may.",
            "settings-edit": "Change one setting.",
            "settings-terms-refused": "A line of words that cannot be read is refused.",
        },
    ),
)


def rest_page():
    """Return rest.rst; each pair on record stands in it once."""
    told = [name for _title, _text, pairs in SECTIONS for name in pairs]
    on_record = {path.stem for path in EXAMPLES.glob("*.re*")}
    if set(told) != on_record or len(told) != len(on_record):
        raise ValueError(f"scripts/docs_rest.py and tests/http-examples differ: {sorted(set(told) ^ on_record)}")
    blocks = [INTRO]
    for title, text, pairs in SECTIONS:
        blocks += [heading(title), text]
        for name, sentence in pairs.items():
            blocks.append(sentence)
            blocks += [code((EXAMPLES / f"{name}.{kind}").read_text("utf-8"), "http") for kind in ("req", "resp")]
    return page("REST", *blocks)
