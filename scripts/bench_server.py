"""The server of the benchmark: one Zope process with a stock site and one of ours.

Started by scripts/bench.py. The address /bench-cpu tells how much time of the
processor this process has used, in nanoseconds.
"""

from pathlib import Path
from samenbeter.demo import ports
from samenbeter.demo import start
from samenbeter.demo import zope_conf

import argparse
import random
import signal
import sys
import time


STOCK, OURS = "stock", "ours"
PASSWORD = "samenbeter-bench"  # noqa: S105
WRITER = "writer"
BATCH = 50
WORDS = """slaap wakker nacht huisarts buurt hulp vraag samen koffie wandelen praten rust moe zorg gesprek kind moeder
vader buurman geld brief bewegen eten pijn piekeren adem morgen avond dokter mantelzorg vrijwilliger plein tuin huis
regelen bellen luisteren oefenen beginnen volhouden stoppen helpen vinden kiezen delen leren komen gaan doen""".split()
LAYOUT = {"distribution_name": "classic", "default_language": "nl", "portal_timezone": "Europe/Amsterdam"}


def html(chance, words):
    """Return so many words in paragraphs of forty."""
    text = [chance.choice(WORDS) for _ in range(words)]
    lines = (" ".join(text[i : i + 40]) for i in range(0, words, 40))
    return "".join(f"<p>{line.capitalize()}.</p>" for line in lines)


def rich(chance, words):
    """Return a value of a rich text field."""
    from plone.app.textfield import RichTextValue

    return RichTextValue(html(chance, words), "text/html", "text/x-html-safe")


def add_site(app, name, **more):
    """Make a classic site and enter it."""
    from Products.CMFPlone.factory import addPloneSite
    from zope.component.hooks import setSite

    site = addPloneSite(app, name, title=name, **LAYOUT, **more)
    setSite(site)
    return site


def add_writer(role=None, group=None):
    """Make the person who is logged in."""
    from plone import api

    roles = ("Member", role) if role else ("Member",)
    api.user.create(username=WRITER, email="writer@samenbeter.example", password=PASSWORD, roles=roles)
    if group:
        api.group.add_user(groupname=group, username=WRITER)


def without_portlets(site):
    """Take the portlets of the columns away: the menu of a folder would list all that is in it."""
    from plone.portlets.interfaces import IPortletAssignmentMapping
    from plone.portlets.interfaces import IPortletManager
    from zope.component import getMultiAdapter
    from zope.component import getUtility

    for name in ("plone.leftcolumn", "plone.rightcolumn"):
        mapping = getMultiAdapter((site, getUtility(IPortletManager, name)), IPortletAssignmentMapping)
        for key in list(mapping):
            del mapping[key]


def make_stock(app, items, chance):
    """Make a site of Plone at its best, with a folder of documents: a menu of one level, no portlets."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer

    site = add_site(app, STOCK, setup_content=True)
    # with more levels each page would read all items of the site for its menu
    api.portal.set_registry_record("plone.navigation_depth", 1)
    api.portal.get_tool("portal_setup").runAllImportStepsFromProfile("profile-plone.restapi:default")
    without_portlets(site)
    add_writer(role="Editor")
    folder = createContentInContainer(site, "Folder", id="vragen", title="Vragen", checkConstraints=False)
    api.content.transition(folder, "publish")
    for number in range(items):
        text = rich(chance, 200)
        item = createContentInContainer(
            folder, "Document", id=f"item-{number}", title=f"Vraag {number}", description="Een vraag.", text=text
        )
        api.content.transition(item, "publish")
        pause(number)


def make_ours(app, items, chance):
    """Make a site with our profile, the demo's front page, and a desk of questions with two contributions each."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer
    from samenbeter.demo import site as demo

    site = add_site(app, OURS, setup_content=False)
    demo.apply_profile(site, demo.PROFILE, lambda step: None)
    add_writer(group="Vraagbaak Editor")
    folder = createContentInContainer(site, "Folder", id="partners", title="Partners", checkConstraints=False)
    api.content.transition(folder, "publish")
    partner = createContentInContainer(folder, "PartnerOrganisation", title="De Post", kind="local_care")
    api.content.transition(partner, "activate")
    desk = createContentInContainer(site, "Vraagbaak", id="vragen", title="Vraagbaak", checkConstraints=False)
    api.content.transition(desk, "open")
    site.setLayout("samenbeter-front")
    for number in range(items):
        make_question(desk, partner, number, chance)
        pause(number)


def make_question(desk, partner, number, chance):
    """Make and publish one question that experts of a partner answered."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer
    from z3c.relationfield import RelationValue
    from zope.component import getUtility
    from zope.intid.interfaces import IIntIds

    def relation():
        return RelationValue(getUtility(IIntIds).getId(partner))

    fields = {
        "title": f"Vraag {number}",
        "question": "Een vraag.",
        "themes": [chance.choice(("slapen", "geld", "eten"))],
    }
    fields |= {"summary": rich(chance, 60), "answer_type": "general_information", "consulted": [relation()]}
    question = createContentInContainer(desk, "VraagbaakQuestion", id=f"item-{number}", **fields)
    for discipline in ("huisarts", "slaapcoach"):
        fields = {"contribution": rich(chance, 70), "discipline": discipline, "partner": relation()}
        answer = createContentInContainer(question, "VraagbaakAnswer", **fields, referrals=[relation()])
        for step in ("submit", "accept"):
            api.content.transition(answer, step)
    for step in ("review", "publish"):
        api.content.transition(question, step)


def pause(number):
    """Commit now and then, so that the catalog's queue stays short."""
    import transaction

    if number % BATCH == BATCH - 1:
        transaction.commit()


def make_sites(items, var):
    """Make both sites, from the same chance."""
    from AccessControl.SecurityManagement import newSecurityManager
    from samenbeter.demo import site as demo

    import transaction

    for make in (make_stock, make_ours):
        with demo.opened(8080) as app:
            newSecurityManager(None, demo.ensure_admin(app, var))
            make(app, items, random.Random(7))  # noqa: S311
            transaction.commit()


def with_clock(application):
    """Return the application, with an address that tells the time of the processor."""

    def answer(environ, start_response):
        if environ["PATH_INFO"] != "/bench-cpu":
            return application(environ, start_response)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [str(time.process_time_ns()).encode()]

    return answer


def main():
    import waitress.server

    parser = argparse.ArgumentParser()
    parser.add_argument("--var", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--items", type=int, required=True)
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    conf = zope_conf.prepare(asked.var)
    zope_conf.set_environment(asked.var)
    start.log_to(asked.var / "log")
    application = start.start_zope(conf)
    try:
        make_sites(asked.items, asked.var)
        sockets = ports.open_sockets("localhost", asked.port)
        # one thread: all requests meet the same warm cache
        waitress.server.create_server(with_clock(application), sockets=sockets, threads=1, ident=None).run()
    finally:
        start.close_database()


if __name__ == "__main__":
    main()
