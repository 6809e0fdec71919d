"""Partners and offers as they stand in lists, drawn from the catalog alone."""

from datetime import date
from plone import api
from samenbeter import _
from samenbeter.partners import words
from samenbeter.shared.listing import known
from samenbeter.shared.states import state_tag
from zope.i18n import translate


NATIONAL = "patient_community"
KIND_ICONS = {
    "local_care": "stethoscope",
    "residents_initiative": "people",
    "municipality": "townhall",
    NATIONAL: "heart",
    "module_supplier": "module",
}
LOGO_HEIGHT = 56


def partner_card(brain, sb, request):
    """Return the card of a partner.

    :param sb: the view ``@@sb`` of the request.
    """
    facts = known(brain.sb_facts, {})
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "text": brain.Description,
        "lang": sb.content_lang(brain),
        "kind": kind_tag(brain.sb_kind, sb),
        "logo": logo(brain, facts.get("logo_alt", "")),
        "open": words.opening_line(facts.get("opening_hours"), request),
    }


def kind_tag(kind, sb):
    """Return the tag of a kind of partner: a national community stands out from the neighbours."""
    if not kind:
        return None
    return {
        "text": sb.term("samenbeter.partner_kinds", kind),
        "icon": KIND_ICONS.get(kind, "people"),
        "state": "info" if kind == NATIONAL else None,
    }


def logo(brain, alt):
    """Return the attributes of a partner's logo, small, or None when it has none."""
    found = known(brain.image_scales, {}).get("logo")
    scales = found[0].get("scales") or {} if found else {}
    large_enough = [scale for scale in scales.values() if scale["height"] >= LOGO_HEIGHT]
    if not large_enough:
        return None
    smallest = min(large_enough, key=lambda scale: scale["height"])
    return {
        "src": f"{brain.getURL()}/{smallest['download']}",
        "width": round(smallest["width"] * LOGO_HEIGHT / smallest["height"]),
        "height": LOGO_HEIGHT,
        "alt": alt,
    }


def offer_row(brain, sb, request):
    """Return an offer as it stands on its partner's page."""
    facts = known(brain.sb_facts, {})
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "text": brain.Description,
        "lang": sb.content_lang(brain),
        "practical": words.sentences(facts.get("schedule"), facts.get("fees"), facts.get("application")),
        "tag": offer_tag(brain.review_state, facts.get("waiting_time"), request),
        "assured": assured_text(facts.get("assured_on"), sb, request),
    }


def offer_tag(state, waiting_time, request):
    """Return the tag of an offer: what is not open says so, else how long you wait."""
    if state != "active":
        return state_tag(state)
    if not waiting_time:
        return None
    text = _("offer_waiting", default="Wachten? ${time}", mapping={"time": words.kicker(waiting_time)})
    return {"text": translate(text, context=request), "icon": "clock", "state": None}


def assured_text(iso_date, sb, request):
    """Return "Nagekeken op 16 november 2026"; nothing when nobody ever said that it holds."""
    if not iso_date:
        return ""
    day = sb.date(date.fromisoformat(iso_date))
    return translate(_("offer_assured", default="Nagekeken op ${date}", mapping={"date": day}), context=request)


def search(limit=None, **query):
    """Return the first brains of a catalog query.

    It goes in as one dict: of a path that it gets as a keyword Plone's catalog
    loads the object.
    """
    catalog = api.portal.get_tool("portal_catalog")
    if limit is None:
        return catalog(query)
    return catalog({**query, "sort_limit": limit})[:limit]
