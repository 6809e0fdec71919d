"""The part of the page about REST that is about the desk and about tokens of programs."""

ERRORS = """\
What our own services say is wrong has one shape: ``{"error": {"type", "message", "field", "retry_after"}}``. ``message`` says
what to do, in the language of the reader. ``field`` is the name in the body that it is about; ``retry_after`` is in seconds.
Each of the two is only there when there is something to say. The status has one meaning:

====== ======================== =============================================================================
Status ``type``                 Meaning
====== ======================== =============================================================================
400    ``BadRequest``           Something in the body is wrong: ``field`` says what. Send something else.
401    ``Unauthorized``         Nobody is logged in, the token has ended, or the account may not do this.
403    ``Forbidden``            This is not for this account; or a browser sent it for a page of another site.
404    ``NotFound``             It is not there, or not for who asks: nobody can tell which.
409    ``Conflict``             It cannot be done in this state. Look how it is now; sending it again does not help.
413    ``PayloadTooLarge``      More than 64 KiB at once.
415    ``UnsupportedMediaType`` The body is not ``application/json``.
429    ``TooManyRequests``      Too often. Nothing was done. Wait ``retry_after`` seconds (also in ``Retry-After``), then send it again.
503    ``ServiceUnavailable``   The vault is closed. Nothing was kept or read. Try again later.
====== ======================== =============================================================================

An address that leads to no service, and services of Plone itself, say what is wrong in Plone's own shape:
``{"type", "message"}``."""

SECTIONS = (
    ("What is wrong, in one shape", ERRORS, {}),
    (
        "Asking, and the receipt",
        "Open to all, and limited for each network; see `how <../how-to/vraagbaak-rest.rst>`__. The code of the receipt is in "
        "the body, never in an address. A wrong code is answered as no question is.",
        {
            "check-question": "Before asking: are there words that mean haste, and where do personal data seem to be? Nothing is kept.",
            "case-ask": "Ask. ``code`` is said once: who loses it cannot get it back. With ``looked_at_first`` a person looks first "
            "whether it comes from one; then nothing is promised yet.",
            "case-ask-refused": "A wrong value is refused at its field.",
            "receipt-look": "How it is, and what the desk wants to know.",
            "receipt-reply": "Answer a question back; the promise goes on.",
            "receipt-unknown": "A wrong code.",
            "receipt-too-often": "Too many wrong codes from one network.",
            "receipt-answered": "The answer is there, and the words for the site wait for a yes.",
            "receipt-approve": "Say yes to exactly these words, by their ``hash``; or ``no``.",
            "receipt-outcome": "Say that it ``helped``, that one ``acted``, or that one is still ``stuck``, which reopens it.",
            "receipt-erase": "Take it all away at once.",
        },
    ),
    (
        "The desk",
        "For who works at the desk. A case is known by its number; one of another desk is not there. Nothing of what the asker "
        "wrote is in it, but in the answer to ``original``. Of long lists one item is shown.",
        {
            "figures-get": "The figures of the months that are over, as a whole and by theme; ``null`` for a number that is not "
            "shown. For who may read counters.",
            "case-list": "The queue, in the order of the desk. Filters: ``state`` (``live``, ``open``, or a state), ``owner`` "
            "(an id, or ``me``), ``theme``, ``partner``, ``overdue=1``; pages: ``b_start``, ``b_size``.",
            "case-edit": "Whose it is, what it is about, whether there is haste.",
            "case-original": "Open what the asker wrote, with the purpose: ``redact``, ``calls`` or ``claim``. It is in the audit log.",
            "case-redact": "Save the redaction. Each mark needs a decision: ``remove``, ``replace`` (``words``) or ``keep`` (``reason``).",
            "case-note": "Write a note for colleagues.",
            "case-ask-back": "Ask the asker something; the promise stands still.",
            "case-conflict": "What cannot be done in this state.",
            "case-consult": "Ask the experts of partners.",
            "case-accept": "Take a contribution over, or give it back with ``return``.",
            "case-answer": "Write the answer, and send it.",
            "case-approval": "Ask the asker for a yes to the words for the site.",
            "case-publish": "Put it on the site.",
            "case-withdraw": "Take it from the site.",
        },
    ),
    (
        "Experts",
        "An expert sees what is with an own partner now: the redacted question, and nothing of who asked.",
        {
            "consultation-list": "What waits, what is due first comes first.",
            "consultation-get": "One of them, with the colleagues who can take it over (``POST …/transfer``).",
            "consultation-discipline": "Say that another trade has to look at it too. ``POST …/refusal`` says that it cannot be answered.",
            "consultation-contribute": "Answer it: an editor reads it first.",
        },
    ),
    (
        "Tokens of programs",
        "For who runs the site; see `how <../how-to/service-tokens.rst>`__.",
        {
            "token-make": "Make a token for an account. It stands in this answer and nowhere else.",
            "token-refused": "A year at most.",
            "token-list": "All tokens, and the day on which each was last used.",
            "token-revoke": "From now on it lets nobody in.",
            "token-ended": "What a program hears then, also where visitors may come.",
        },
    ),
)
