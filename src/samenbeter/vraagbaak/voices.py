"""What a contribution says, apart from the pages that show it."""

from plone import api
from samenbeter import _
from samenbeter.shared.states import state_tag
from urllib.parse import urlsplit


def html(context, name):
    """Return a rich text field as HTML that is safe to show; nothing when it is empty."""
    value = getattr(context, name, None)
    return value.output_relative_to(context) if value else ""


def sources(lines):
    """Return {title, url} of lines "name | https://…"; what is no web address stays without a link."""
    found = []
    for line in lines or ():
        title, _bar, url = (part.strip() for part in line.partition("|"))
        if is_web_address(title) and not url:
            url = title
        if title or url:
            found.append({"title": title or url, "url": url if is_web_address(url) else ""})
    return found


def is_web_address(address):
    """True for an http or https address: no other may become a link."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def verified_text(title, day):
    """Return that an editor saw a proof of a trade, a message.

    :param title: of the trade.
    :param day: the date, in words.
    """
    # "GGZ-verpleegkundige" keeps its capitals
    trade = title[:1].lower() + title[1:] if title[1:2].islower() else title
    mapping = {"discipline": trade, "date": day}
    return _("voice_verified", default="Nagekeken: is ${discipline}, ${date}, door de redactie", mapping=mapping)


class Voice:
    """One contribution, as the page of its question shows it."""

    def __init__(self, answer, partner, sb):
        self.answer = answer
        self.partner = partner  # a brain, or None when there is none that the visitor may see
        self.discipline = answer.discipline
        self.title = sb.term("samenbeter.disciplines", answer.discipline) if answer.discipline else answer.Title()
        self.difference = (answer.difference or "").strip()
        day = getattr(answer, "verified_on", None) if answer.discipline else None
        self.verified = verified_text(self.title, sb.date(day)) if day else None
        self.state = api.content.get_state(answer, None)

    @property
    def accepted(self):
        """True for a contribution that residents see."""
        return self.state == "accepted"

    @property
    def tag(self):
        """Return the tag of the state, for the people who work here; none for what everybody sees."""
        return None if self.accepted else state_tag(self.state)

    @property
    def url(self):
        """Return the address of the contribution."""
        return self.answer.absolute_url()

    @property
    def html(self):
        """Return the contribution as HTML."""
        return html(self.answer, "contribution")

    @property
    def sources(self):
        """Return {title, url} of the sources."""
        return sources(self.answer.sources)
