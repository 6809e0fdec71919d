"""The start of a data protection impact assessment (GDPR art. 35), from the register: pure functions.

What the site can know stands in it. What only people can judge is left open, with a
question. The same register gives the same text.
"""

from samenbeter import _


TITLE = _("dpia_title", default="Begin van een DPIA")
LEAD = _(
    "dpia_lead",
    default="Dit is gemaakt uit het verwerkingsregister. Wat de site weet, staat er al. De vragen beantwoord je zelf.",
)
PARTS = {
    "who": _("dpia_who", default="Verantwoordelijk"),
    "what": _("dpia_what", default="Wat er gebeurt"),
    "need": _("dpia_need", default="Is het nodig en is het niet te veel?"),
    "risks": _("dpia_risks", default="Wat kan er misgaan voor mensen?"),
    "measures": _("dpia_measures", default="Wat de site er al aan doet"),
    "advice": _("dpia_advice", default="Wie gaf advies?"),
}
LABELS = {
    "data": _("register_data", default="Gegevens"),
    "why": _("register_why", default="Doel"),
    "law": _("register_ground", default="Grondslag"),
    "who": _("register_who", default="Wie het kan lezen"),
    "period": _("register_period", default="Bewaartermijn"),
    "clock": _("register_clock", default="Vanaf wanneer, en wat het eerder laat eindigen"),
}
SPECIAL = _("dpia_special", default="Dit kan iets zeggen over gezondheid of geloof.")
NEEDED = (
    _("dpia_ask_less", default="Kan het doel ook met minder gegevens?"),
    _("dpia_ask_shorter", default="Kan het korter bewaard worden?"),
    _("dpia_ask_fewer", default="Kunnen minder mensen het lezen?"),
)
RISKS = (
    _("dpia_risk_seen", default="Iemand leest wat niet voor die persoon is. Hoe groot is de kans? Hoe erg is het?"),
    _("dpia_risk_known", default="Iemand wordt herkend in een tekst op de site. Hoe groot is de kans? Hoe erg is het?"),
    _("dpia_risk_lost", default="Gegevens raken weg of kloppen niet. Hoe groot is de kans? Hoe erg is het?"),
    _("dpia_risk_more", default="Welke andere risico’s zijn er in deze wijk?"),
)
MEASURES = (
    _("dpia_measure_vault", default="Wat in de kluis ligt, is versleuteld. De sleutel ligt ergens anders."),
    _("dpia_measure_log", default="Wie iets uit de kluis opent, staat in het logboek. De bewoner kan dat zien."),
    _("dpia_measure_rights", default="Een bewoner kan alles inzien, ophalen, stilzetten en wissen."),
    _("dpia_measure_time", default="Wat over zijn tijd is, wist de site elke nacht."),
    _("dpia_measure_consent", default="Toestemming is even makkelijk terug te nemen als te geven."),
)
ADVICE = (
    _("dpia_ask_officer", default="Wat vindt de functionaris gegevensbescherming?"),
    _("dpia_ask_people", default="Wat vinden bewoners ervan?"),
    _("dpia_ask_signed", default="Wie besloot, en op welke dag?"),
)


def text(controller, rows, unused, say):
    """Return the whole text, in Markdown.

    :param controller: a Controller.
    :param rows: what ``RegisterView.row`` returns, for each kind of data.
    :param unused: [{title, text}]: purposes for which nothing is kept.
    :param say: a function from message to text.
    """
    blocks = [f"# {say(TITLE)}", say(LEAD), _heading(say, "who")]
    blocks.append("\n".join(f"* {value}" for value in controller.as_dict().values() if value))
    blocks.append(_heading(say, "what"))
    blocks += [_kind(row, say) for row in rows]
    blocks += [f"### {aim['title']}\n\n{aim['text']}" for aim in unused]
    blocks += [_heading(say, "need"), _questions(NEEDED, say)]
    blocks += [_heading(say, "risks"), _questions(RISKS, say)]
    blocks += [_heading(say, "measures"), "\n".join(f"* {say(one)}" for one in MEASURES)]
    blocks += [_heading(say, "advice"), _questions(ADVICE, say)]
    return "\n\n".join(blocks) + "\n"


def _heading(say, part):
    return f"## {say(PARTS[part])}"


def _kind(row, say):
    lines = [f"### {row['title']}", row["description"]]
    if row["special"]:
        lines.append(f"**{say(SPECIAL)}**")
    facts = [f"* {say(label)}: {row[name]}" for name, label in LABELS.items() if row[name]]
    return "\n\n".join([*filter(None, lines), "\n".join(facts)])


def _questions(messages, say):
    return "\n".join(f"* [ ] {say(message)}" for message in messages)
