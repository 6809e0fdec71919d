"""Asking over REST: ``POST @cases`` and, before it, ``POST @question-checks``."""

from dataclasses import asdict
from plone import api
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared import rest
from samenbeter.shared.limits import Limit
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.asking import crisis
from samenbeter.vraagbaak.asking import pointing
from samenbeter.vraagbaak.asking.pile import FORM
from samenbeter.vraagbaak.cases import case as words
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.rest import base
from samenbeter.vraagbaak.rest import shapes


# questions of residents, and checks of visitors, from one network
of_network = Limit(10, 10 * 60)
checks = Limit(60, 10 * 60)
FIELDS = ("text", "for_whom", "publish", "email", "language", "channel")
LANGUAGES = ("nl", "en")


def slowed(service, limit, *name):
    """Count a request that anybody may send.

    :raises rest.Problem: when there were too many.
    """
    if not limit.count(service.place, *name):
        raise rest.too_often(limit.wait(service.place, *name))


def ask(service):
    """Make a case of what came along with ``POST @cases``; return the receipt.

    :param service: a base.DeskService.
    """
    body = service.body(*FIELDS)
    enters = service.may(base.ENTER)
    channels = words.CHANNELS[1:] if enters else ("rest",)
    asked = asking.Asked(
        text=body.text("text", longest=100_000),
        for_whom=body.choice("for_whom", (words.MYSELF, words.OTHER), words.MYSELF),
        publish=body.choice("publish", (words.YES, words.NO), words.NO),
        email=body.text("email", 300),
        # what is entered for somebody hangs on no account, and least of all on that of who enters it
        userid=service.me if service.me and not enters and service.may(base.FOLLOW) else "",
        language=body.choice("language", LANGUAGES, "nl"),
        channel=body.choice("channel", channels, "rest"),
        entered_by=service.me if enters else "",
    )
    for field, message in asking.problems(asked).items():
        raise rest.Problem(400, message, field)
    if not enters:
        # as by the form: who has an account is looked at too
        slowed(service, of_network)
        if len(guard.LINK.findall(asked.text)) > guard.MOST_LINKS:
            return _look_first(service, asked)
    desk = service.context
    code, case = committed(lambda: asking.ask(desk, asked))
    found = shapes.receipt(case, service.request)
    kept = ("promised_by", "erased_on", "contact_erased_on")
    return service.created({"code": code, "looked_at_first": False, **{name: found[name] for name in kept}})


def _look_first(service, asked):
    """Lay it aside, as the form does: a person decides whether it is from one. The receipt holds all the same."""
    if not asking.is_open(service.context):
        raise rest.Problem(409, asking.CLOSED)
    if doubtful.is_full():
        raise rest.Problem(503, doubtful.FULL)
    code = store.new_code()
    data = {"desk": api.content.get_uuid(service.context), "code": code, "asked": asdict(asked)}
    committed(
        lambda: doubtful.put(
            FORM, data, (guard.LINKS,), email=asked.email, userid=asked.userid, language=asked.language
        )
    )
    nothing = dict.fromkeys(("promised_by", "erased_on", "contact_erased_on"))
    return service.created({"code": code, "looked_at_first": True, **nothing})


class QuestionChecksPost(base.DeskService):
    """POST @question-checks {"text"}: what the page says before a question is sent. Nothing is kept."""

    changes = True

    def act(self):
        """Return whether there may be haste, and where personal data seem to be."""
        text = self.body("text").text("text", asking.LONGEST, required=True)
        if self.me is None:
            slowed(self, checks)
        marks = pointing.marks_in(text)
        return {
            "crisis": bool(crisis.words_found(text)),
            "marks": [
                {"kind": mark.kind, "start": mark.start, "end": mark.end, "confidence": mark.confidence}
                for mark in marks
            ],
            "messages": [self.say(message) for message in pointing.sentences(marks)],
        }
