"""Is it a person who asks, a program, or somebody who does not want to be counted? Nothing of the answer is kept."""

from zope.annotation.interfaces import IAnnotations

import re


# on a request that asked by HEAD, and is handled as a GET
HEAD_KEY = "samenbeter.head"
PEOPLE, BOTS, NOBODY = "people", "bots", ""
# crude: who looks for search engines, shows a preview of a link, or watches whether we are there
ROBOTS = re.compile(
    r"bot\b|bot[/_;-]|crawl|spider|slurp|archiver|preview|facebookexternalhit|whatsapp|telegram|skypeuri|embedly"
    r"|monitor|uptime|pingdom|phantom|lighthouse|curl|wget|python|java/|okhttp|go-http|libwww|httpclient"
    r"|axios|node-fetch|scrapy|feed|validator|scan",
    re.IGNORECASE,
)
# headers by which a browser says that nobody looks yet
EARLY = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
# headers by which somebody says: leave me out (Global Privacy Control, Do Not Track)
LEAVE_OUT = ("Sec-GPC", "DNT")


def kind_of(request):
    """Return PEOPLE, BOTS, or NOBODY for what is not counted: a wish to be left out, or a page that is fetched early.

    A browser that fetches a page early asks again once somebody wants to see it.
    """
    if any((request.getHeader(name) or "").strip() == "1" for name in LEAVE_OUT):
        return NOBODY
    if any("prefetch" in (request.getHeader(name) or "").lower() for name in EARLY):
        return NOBODY
    agent = request.getHeader("User-Agent") or ""
    head = request.method == "HEAD" or IAnnotations(request).get(HEAD_KEY)
    if head or not agent.strip() or ROBOTS.search(agent):
        return BOTS
    return PEOPLE
