"""The page in the ZIP that a person takes along: plain HTML that needs nothing from anywhere."""

from html import escape
from samenbeter import _
from samenbeter.shared import clock


STYLE = (
    "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "section{border-top:2px solid;margin-top:2rem}"
    "article{border-top:1px solid #999;padding:.5rem 0}"
    "dt{font-weight:700}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}"
    "img{max-width:100%}"
)
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def page(data, words):
    """Return the page.

    :param data: what goes into data.json (export_file.collect).
    :param words: a function that returns a message in the language of the page.
    """
    title = words(_("rights_title", default="Dit weten wij van je"))
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(data['site']['title'])}: {escape(data['site']['url'])}</p>",
        _paragraph(words(_("takeaway_made", default="Gemaakt op ${date}", mapping={"date": _day(clock.now())}))),
        *_relations(data, words),
        *_consents(data, words),
        *_seen(data, words),
        *_kept(data, words),
        _paragraph(
            words(
                _(
                    "takeaway_complaint",
                    default="Klopt er iets niet? Zeg het ons. Je mag ook klagen bij de Autoriteit Persoonsgegevens.",
                )
            )
        ),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(data["language"])}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:\">\n"
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def _relations(data, words):
    if not data["relations"]:
        yield _paragraph(words(_("takeaway_nothing", default="Wij weten niets van je.")))
    for relation in data["relations"]:
        yield f"<section><h2>{escape(relation['title'])}</h2>"
        for item in relation["items"]:
            yield from _item(item, words)
        yield "</section>"


def _item(item, words):
    yield f"<article><h3>{escape(item['title'] or item['kind'])}</h3>\n<dl>"
    for value in item["values"]:
        yield _fact(value["label"], value["value"])
    yield _fact(words(_("rights_why", default="Waarom")), item["why"])
    yield _fact(words(_("rights_when_erased", default="Wij wissen het")), item["erased_on"] or item["erased_when"])
    yield "</dl>"
    for place in item["files"]:
        yield _file(place)
    yield "</article>"


def _file(place):
    if place.lower().endswith(PICTURES):
        return f'<p><img src="{escape(place)}" alt="{escape(place)}"></p>'
    return f'<p><a href="{escape(place)}">{escape(place)}</a></p>'


def _consents(data, words):
    if not data["consents"]:
        return
    yield f"<section><h2>{escape(words(_('takeaway_consents', default='Waar je ja of nee op zei')))}</h2>"
    for consent in data["consents"]:
        yield "<article><dl>"
        for label, value in consent.items() if isinstance(consent, dict) else (("", consent),):
            yield _fact(label, value)
        yield "</dl></article>"
    yield "</section>"


def _seen(data, words):
    yield f"<section><h2>{escape(words(_('takeaway_seen', default='Wie zag je gegevens?')))}</h2>"
    if not data["seen_by"]:
        yield _paragraph(words(_("rights_seen_nobody", default="Niemand")))
    for row in data["seen_by"]:
        yield f"<article><p>{escape(' - '.join(str(value) for value in row.values() if value))}</p></article>"
    yield "</section>"


def _kept(data, words):
    yield f"<section><h2>{escape(words(_('takeaway_kept', default='Wat wij van mensen bewaren')))}</h2>"
    for kind in data["kept"]:
        yield f"<article><h3>{escape(kind['title'])}</h3><dl>"
        yield _fact(words(_("rights_what", default="Wat")), kind["description"])
        yield _fact(words(_("rights_why", default="Waarom")), kind["why"])
        yield _fact(words(_("rights_when_erased", default="Wij wissen het")), kind["clock"])
        yield "</dl></article>"
    yield "</section>"


def _fact(label, value):
    return f"<dt>{escape(str(label))}</dt><dd>{escape(str(value))}</dd>"


def _paragraph(text):
    return f"<p>{escape(text)}</p>"


def _day(moment):
    return moment.date().isoformat()
