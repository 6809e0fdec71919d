"""What stands in the sites of the benchmark."""

STOCK, OURS, SMALL, LARGE, HARD = "stock", "ours", "small", "large", "hard"
PASSWORD = "samenbeter-bench"  # noqa: S105
WRITER = "writer"
BATCH = 50
ASKED = 20  # items of each kind that are asked for in turn, so that all of them are warm
LENGTH = 200  # words of a page
WORD = "mantelzorg"  # what is searched for
WORDS = """slaap wakker nacht huisarts buurt hulp vraag samen koffie wandelen praten rust moe zorg gesprek kind moeder
vader buurman geld brief bewegen eten pijn piekeren adem morgen avond dokter mantelzorg vrijwilliger plein tuin huis
regelen bellen luisteren oefenen beginnen volhouden stoppen helpen vinden kiezen delen leren komen gaan doen""".split()
LAYOUT = {"distribution_name": "classic", "default_language": "nl", "portal_timezone": "Europe/Amsterdam"}


def words(chance, count):
    """Return so many words."""
    return " ".join(chance.choice(WORDS) for _ in range(count))


def html(chance, count):
    """Return so many words in paragraphs of forty."""
    text = words(chance, count).split()
    lines = (" ".join(text[i : i + 40]) for i in range(0, count, 40))
    return "".join(f"<p>{line.capitalize()}.</p>" for line in lines)


def rich(chance, count):
    """Return a value of a rich text field."""
    from plone.app.textfield import RichTextValue

    return RichTextValue(html(chance, count), "text/html", "text/x-html-safe")


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
    make_collection(site)
    for number in range(items):
        text = rich(chance, LENGTH)
        item = createContentInContainer(
            folder, "Document", id=f"item-{number}", title=f"Vraag {number}", description="Een vraag.", text=text
        )
        api.content.transition(item, "publish")
        pause(number)


def make_collection(site):
    """Make a stock collection of the newest twenty documents."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer

    of_documents = {"i": "portal_type", "o": "plone.app.querystring.operation.selection.any", "v": ["Document"]}
    more = {"query": [of_documents], "sort_on": "effective", "sort_reversed": True, "item_count": 20, "limit": 2000}
    item = createContentInContainer(site, "Collection", id="lijst", title="Lijst", checkConstraints=False, **more)
    api.content.transition(item, "publish")


def make_hard(app, items, chance):
    """Make the same with each switch of the hardening on, but the second step: the writer has no telephone."""
    from samenbeter.demo import site as demo

    make_ours(app, items, chance, name=HARD)
    demo.apply_profile(app[HARD], "samenbeter:hardening", lambda step: None)
    demo.without_second_step()


def make_ours(app, items, chance, name=OURS):
    """Make a site of ours with as many questions, with two contributions each, and twenty modules and stories."""
    desk, partner = start_ours(app, name)
    for number in range(items):
        make_question(desk, partner, number, chance)
        pause(number)
    for number in range(ASKED):
        make_module(desk.aq_parent, partner, number, chance)
        make_story(desk.aq_parent, partner, number, chance)


def start_ours(app, name):
    """Make a site with our profile and the demo's front page; return its desk and a partner."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer
    from samenbeter.demo import site as demo

    site = add_site(app, name, setup_content=False)
    demo.apply_profile(site, demo.PROFILE, lambda step: None)
    api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
    add_writer(group="Vraagbaak Editor")
    folder = createContentInContainer(site, "Folder", id="partners", title="Partners", checkConstraints=False)
    api.content.transition(folder, "publish")
    partner = createContentInContainer(folder, "PartnerOrganisation", title="De Post", kind="local_care")
    api.content.transition(partner, "activate")
    desk = createContentInContainer(site, "Vraagbaak", id="vragen", title="Vraagbaak", checkConstraints=False)
    api.content.transition(desk, "open")
    site.setLayout("samenbeter-front")
    for name, layout in (("modules", "samenbeter-modules"), ("verhalen", "samenbeter-stories")):
        folder = createContentInContainer(site, "Folder", id=name, title=name.title(), checkConstraints=False)
        folder.setLayout(layout)
        api.content.transition(folder, "publish")
    return desk, partner


def relation(partner):
    """Return a relation with the partner."""
    from z3c.relationfield import RelationValue
    from zope.component import getUtility
    from zope.intid.interfaces import IIntIds

    return RelationValue(getUtility(IIntIds).getId(partner))


def make_module(site, partner, number, chance):
    """Make and publish a module."""
    from plone.dexterity.utils import createContentInContainer

    fields = {
        "text": rich(chance, LENGTH - 40),
        "supplier": relation(partner),
        "themes": ["slapen"],
        "duration": "5 weken",
        "costs": "Gratis",
        "data_asked": ["je e-mailadres"],
        "data_kept": words(chance, 20),
        "suitable_for": words(chance, 20),
        "retention": "30 dagen",
        "protocol": "link",
        "launch_url": "https://maker.example/start",
        "policy_url": "https://maker.example/privacy",
    }
    item = createContentInContainer(
        site["modules"], "EHealthModule", id=f"item-{number}", title=f"Module {number}", **fields
    )
    publish(item, "published")


def make_story(site, partner, number, chance):
    """Make and publish a story."""
    from plone.dexterity.utils import createContentInContainer

    third = LENGTH // 3
    fields = {name: words(chance, third) for name in ("situation", "step", "result")}
    fields |= {"quote": words(chance, 8), "themes": ["slapen"], "helped_by": [relation(partner)]}
    item = createContentInContainer(
        site["verhalen"], "SuccessStory", id=f"item-{number}", title=f"Verhaal {number}", **fields
    )
    publish(item, "published")


def publish(item, state):
    """Bring an item to its public state at once."""
    from plone import api

    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowsFor(item)[0]
    tool.setStatusOf(workflow.id, item, {**tool.getStatusOf(workflow.id, item), "review_state": state})
    workflow.updateRoleMappingsFor(item)
    item.setEffectiveDate(item.created())
    item.reindexObject()


def make_grown(app, name, items, chance):
    """Make a site of ours with few complete questions among very many that have no contributions."""
    desk, partner = start_ours(app, name)
    for number in range(ASKED):
        make_question(desk, partner, number, chance)
    pattern = desk["item-0"]
    for number in range(ASKED, items):
        add_copy(desk, pattern, number, chance)
        pause(number)


def add_copy(desk, pattern, number, chance):
    """Add a published question like the pattern and catalog it, without what an editor's form does."""
    from Acquisition import aq_base
    from plone import api
    from plone.uuid.interfaces import ATTRIBUTE_NAME
    from plone.uuid.interfaces import IUUIDGenerator
    from zope.component import getUtility

    copy = type(aq_base(pattern))(f"item-{number}")
    own = ("_tree", "_count", "_mt_index", "__parent__", "__annotations__", "consulted", "id")
    copy.__dict__.update({key: value for key, value in aq_base(pattern).__dict__.items() if key not in own})
    setattr(copy, ATTRIBUTE_NAME, getUtility(IUUIDGenerator)())
    copy.title, copy.summary = f"Vraag {number}", rich(chance, 60)
    copy.themes = [chance.choice(("slapen", "geld", "eten"))]
    copy.setEffectiveDate(copy.effective() + number / 86400)
    desk._setOb(copy.getId(), copy)
    api.portal.get_tool("portal_catalog").catalog_object(desk[copy.getId()])


def make_question(desk, partner, number, chance):
    """Make and publish one question that experts of a partner answered."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer
    from samenbeter.shared.gates import trust

    fields = {
        "title": f"Vraag {number}",
        "question": "Een vraag.",
        "themes": [chance.choice(("slapen", "geld", "eten"))],
    }
    fields |= {"summary": rich(chance, 60), "answer_type": "general_information", "consulted": [relation(partner)]}
    question = createContentInContainer(desk, "VraagbaakQuestion", id=f"item-{number}", **fields)
    for discipline in ("huisarts", "slaapcoach"):
        fields = {"contribution": rich(chance, 70), "discipline": discipline, "partner": relation(partner)}
        answer = createContentInContainer(question, "VraagbaakAnswer", **fields, referrals=[relation(partner)])
        for step in ("submit", "accept"):
            trust(answer)  # a row of words can look like a name
            api.content.transition(answer, step)
    for step in ("review", "publish"):
        trust(question)
        api.content.transition(question, step)


def pause(number):
    """Commit now and then, so that the catalog's queue stays short."""
    import transaction

    if number % BATCH == BATCH - 1:
        transaction.commit()
