"""What stands in the sites of the benchmark of the desk: a stock form, and desks with few and with many cases."""

from bench_fill import add_site
from bench_fill import start_ours
from bench_fill import STOCK
from bench_fill import without_portlets
from bench_fill import words


FEW, MANY = 50, 5000
BATCH = 100
SAVER = """\
<model xmlns:form="http://namespaces.plone.org/supermodel/form" xmlns="http://namespaces.plone.org/supermodel/schema"
       xmlns:easyform="http://namespaces.plone.org/supermodel/easyform">
  <schema>
    <field name="saver" type="collective.easyform.actions.SaveData">
      <title>Saver</title>
    </field>
  </schema>
</model>
"""
FORM = "form"


def make_form(app, items, chance):
    """Make a stock site with an easyform as it comes: three fields, and what is sent is kept in the form."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer

    site = add_site(app, STOCK, setup_content=False)
    api.portal.set_registry_record("plone.navigation_depth", 1)
    api.portal.get_tool("portal_setup").runAllImportStepsFromProfile("profile-collective.easyform:default")
    without_portlets(site)
    form = createContentInContainer(site, "EasyForm", id=FORM, title="Stel je vraag", checkConstraints=False)
    form.actions_model = SAVER
    api.content.transition(form, "publish")


def make_desk(app, items, chance, name, cases):
    """Make a site of ours with a desk on which so many cases wait."""
    from samenbeter.vraagbaak.asking.asking import ask
    from samenbeter.vraagbaak.asking.asking import Asked
    from samenbeter.vraagbaak.cases import store

    import transaction

    desk, _partner = start_ours(app, name)
    for number in range(cases):
        _code, case = ask(desk, Asked(text=words(chance, 60), publish="yes"))
        case.themes = [chance.choice(("slapen", "geld", "eten"))]
        store.save(case)
        if number % BATCH == BATCH - 1:
            transaction.commit()
            desk._p_jar.cacheGC()
