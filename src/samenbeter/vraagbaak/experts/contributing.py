"""What an expert contributes: made by the system, in the name of the expert, and sent in. An editor takes it over."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from plone import api
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared.html_text import text_of
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import plain_answer
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.experts import usual
from samenbeter.vraagbaak.experts.words import Refused
from samenbeter.vraagbaak.voices import is_web_address
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.interface import Interface
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory


LONGEST, LONGEST_DIFFERENCE, MOST_SOURCES, LONGEST_SOURCE = 6000, 600, 20, 400
# states of a contribution that its writer can still change, and those that are with the editors
WITH_EXPERT, WITH_EDITOR = ("draft", "returned"), ("submitted", "accepted")

EMPTY = _("expert_contribution_empty", default="Schrijf je bijdrage.")
TOO_LONG = _("expert_contribution_long", default="Je bijdrage is te lang. Maak hem korter dan 6000 tekens.")
NO_DISCIPLINE = _("expert_no_discipline", default="Kies vanuit welk vak of welke ervaring je schrijft.")
NO_PARTNER = _("expert_no_partner", default="Kies namens welke organisatie je schrijft.")
DIFFERENCE_LONG = _("expert_difference_long", default="Dit is te lang. Maak het korter dan 600 tekens.")
BAD_SOURCE = _("expert_bad_source", default="Schrijf elke bron op één regel: naam | https://adres.")
ALREADY = _(
    "expert_already_sent",
    default="Je bijdrage vanuit dit vak is al bij de redactie. Wil je iets veranderen? Bel of mail de redactie.",
)


def contribute(question, userid, partner, fields):
    """Keep a contribution of an expert and send it in; return the VraagbaakAnswer.

    What the same expert has not sent in yet, or got back, is written anew.

    :param question: a VraagbaakQuestion that is with its experts.
    :param userid: of the expert.
    :param partner: UID of the partner for which the expert writes.
    :param fields: {"contribution": plain text, "discipline": token, "difference": text, "sources": lines of
        "name | https://address", "referral_reason": text}; the first two are needed.
    :raises Refused: when something of it is wrong.
    :raises states.WrongStep: when the question is not with this partner now, or this is none of its experts.
    """
    own = people.partners_for(question, userid)
    if not own:
        raise states.WrongStep("contribute", api.content.get_state(question, default=""))
    if partner not in own:
        raise Refused("partner", NO_PARTNER)
    values = checked(fields)
    with as_system():
        answer = _write(question, userid, partner, values)
        api.content.transition(answer, "submit")
    return answer


def checked(fields):
    """Return the values for the fields of a VraagbaakAnswer of what was filled in.

    :raises Refused: for the first that is wrong.
    """
    text = _text(fields, "contribution")
    if not text:
        raise Refused("contribution", EMPTY)
    if len(text) > LONGEST:
        raise Refused("contribution", TOO_LONG)
    discipline = _text(fields, "discipline")
    if discipline not in getUtility(IVocabularyFactory, "samenbeter.disciplines")(None):
        raise Refused("discipline", NO_DISCIPLINE)
    difference = _text(fields, "difference")
    if len(difference) > LONGEST_DIFFERENCE:
        raise Refused("difference", DIFFERENCE_LONG)
    reason = _text(fields, "referral_reason")
    return {
        "contribution": RichTextValue(plain_answer.to_html(text), "text/html", "text/x-html-safe"),
        "discipline": discipline,
        "difference": difference or None,
        "referral_reason": reason[:LONGEST_DIFFERENCE] or None,
        "sources": _sources(fields.get("sources")),
    }


def _text(fields, name):
    value = fields.get(name)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _sources(value):
    lines = value.splitlines() if isinstance(value, str) else value or ()
    lines = [line.strip() for line in lines if isinstance(line, str) and line.strip()]
    if len(lines) > MOST_SOURCES or any(len(line) > LONGEST_SOURCE for line in lines):
        raise Refused("sources", BAD_SOURCE)
    for line in lines:
        _title, bar, url = (part.strip() for part in line.partition("|"))
        if bar and url and not is_web_address(url):
            raise Refused("sources", BAD_SOURCE)
    return lines


def own_answers(question, userid):
    """Return the contributions of somebody to a question, newest last."""
    found = [one for one in question.objectValues() if IVraagbaakAnswer.providedBy(one)]
    return [one for one in found if userid in (one.creators or ())[:1]]


def unsent(question, userid):
    """Return the contribution that somebody began and did not send, or got back; None."""
    found = [one for one in own_answers(question, userid) if api.content.get_state(one) in WITH_EXPERT]
    return found[-1] if found else None


def text_in(answer):
    """Return the text of a contribution as plain text that ``contribute`` takes."""
    raw = answer.contribution.raw if answer is not None and answer.contribution else ""
    return plain_answer.to_text(raw) or text_of(raw)


def partner_of(answer):
    """Return the UID of the partner for which a contribution was written; ""."""
    relation = answer.partner
    target = relation.to_object if relation is not None else None
    return IUUID(target, "") if target is not None else ""


def _write(question, userid, partner, values):
    for one in own_answers(question, userid):
        same = one.discipline == values["discipline"] and partner_of(one) == partner
        if same and api.content.get_state(one) in WITH_EDITOR:
            raise Refused("discipline", ALREADY)
    answer = unsent(question, userid)
    names = [*values, "partner"]
    if answer is None:
        answer = createContentInContainer(
            question, "VraagbaakAnswer", checkConstraints=False, creators=(userid,), **values
        )
    else:
        for name, value in values.items():
            setattr(answer, name, value)
    answer.partner = RelationValue(getUtility(IIntIds).getId(consultations.item(partner)))
    notify(ObjectModifiedEvent(answer, Attributes(Interface, *(f"IAnswerSchema.{name}" for name in names))))
    return answer


def follow_answer(answer, event):
    """Once a contribution is sent in, by whatever form: its partner has answered."""
    writer, partner = next(iter(answer.creators or ()), None), partner_of(answer)
    question = aq_parent(aq_inner(answer))
    if event.new_state.getId() == "submitted" and partner in people.partners_for(question, writer):
        _follow(question, writer, partner)


def _follow(question, userid, partner):
    """Let the consultation, the case and its editor know."""
    from samenbeter.vraagbaak.letters import letters  # letters ask for links

    waiting = consultations.open_of(IUUID(question), partner)
    # of two that were asked one after the other, the first waited longest
    for one in waiting[:1]:
        usual.count_answered(one, aq_parent(aq_inner(question)))
    for one in waiting:
        one.close(consultations.ANSWERED, userid)
        consultations.save(one)
        consultations.remember(userid, one)
        links.revoke(one, {*one.persons, *people.experts_of(partner)})
    case = store.by_question(IUUID(question))
    if case is not None:
        case.note_event("contributed", userid, partner)
        case.partners = sorted({one.partner for one in consultations.open_of(IUUID(question))})
        store.save(case)
        if case.owner:
            letters.to_editor(case.owner, "contributed", case)
