"""Pages about the content types and the settings, from the schemas and the profile."""

from docs_rst import bullets
from docs_rst import heading
from docs_rst import literal
from docs_rst import page
from docs_rst import plain
from docs_rst import table
from importlib import import_module
from lxml import etree
from pathlib import Path
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from samenbeter.shared.personal import not_personal_fields
from samenbeter.shared.personal import personal_fields
from samenbeter.shared.relations import IRelated
from samenbeter.shared.states import STATES
from samenbeter.shared.states import STEPS
from zope import schema
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection

import inspect


ROOT = Path(__file__).parents[1]
PROFILE = ROOT / "profiles" / "default"
PACKAGE = ROOT / "src" / "samenbeter"
WORDS = {
    "WeeklyHours": "working hours, a line per day",
    "WebAddress": "web address (http, https)",
    "SafeRichText": "rich text without scripts and frames",
    "RasterImage": "picture (jpg, png, webp, gif)",
    "TextLine": "one line",
    "ASCIILine": "one line",
    "Text": "plain text",
    "URI": "web address (http, https)",
    "Dict": "``name: number`` for each",
    "Date": "date",
    "Int": "whole number",
    "Bool": "yes or no",
    "TermLines": "lines ``token|Nederlands|English``",
    "ThemeLines": "lines ``their word|our token``",
}


# -- what the profile says


def ftis():
    """Return {portal_type: element} of the types in the profile."""
    files = sorted((PROFILE / "types").glob("*.xml"))
    roots = [etree.parse(str(path)).getroot() for path in files]
    return {root.get("name"): root for root in roots}


def prop(fti, name):
    """Return a property of a type; a list for one with elements."""
    found = fti.find(f"property[@name='{name}']")
    if found is None:
        return None
    elements = [element.get("value") for element in found.findall("element")]
    return elements or (found.text or "").strip()


def behaviors():
    """Return {name: schema} of our behaviours."""
    found = {}
    for path in sorted(PACKAGE.glob("*/configure.zcml")):
        for element in etree.parse(str(path)).getroot().iter("{http://namespaces.plone.org/plone}behavior"):
            module = f"samenbeter.{path.parent.name}"
            found[element.get("name")] = resolve(f"{module}{element.get('provides')}")
    return found


def workflow_of(portal_type):
    """Return (id, root element) of the workflow of a type; nothing when it has none of ours."""
    bound = etree.parse(str(PROFILE / "workflows.xml")).getroot()
    element = bound.find(f"bindings/type[@type_id='{portal_type}']/bound-workflow")
    if element is None:
        return None, None
    name = element.get("workflow_id")
    return name, etree.parse(str(PROFILE / "workflows" / name / "definition.xml")).getroot()


def resolve(dotted):
    """Return what a dotted name is."""
    module, _dot, name = dotted.rpartition(".")
    return getattr(import_module(module), name)


# -- what a field says


def text_of(message):
    """Return the Dutch text of a message."""
    return plain(getattr(message, "default", None) or message or "")


def value_of(field):
    """Return in words what a field holds."""
    if IRelated.providedBy(field):
        targets = getattr(field, "portal_types", ())
        return f"{'relations' if ICollection.providedBy(field) else 'relation'} to {', '.join(map(literal, targets))}"
    if IChoice.providedBy(field):
        return f"one of {literal(field.vocabularyName)}" if field.vocabularyName else "a choice"
    if ICollection.providedBy(field) and type(field).__name__ not in WORDS:
        inner = value_of(field.value_type)
        return "several" + inner.removeprefix("one") if IChoice.providedBy(field.value_type) else f"list of: {inner}"
    return next(WORDS[base.__name__] for base in type(field).__mro__ if base.__name__ in WORDS)


def field_rows(interface):
    """Yield a row of the table for each field."""
    personal, free = personal_fields(interface), not_personal_fields(interface)
    reading = mergedTaggedValueDict(interface, READ_PERMISSIONS_KEY)
    for name, field in getFieldsInOrder(interface):
        value = value_of(field)
        if name in reading:
            value += f"; only with {literal(reading[name])}"
        says = "yes" if name in personal else "no" if name in free else "not said"
        yield (
            literal(name),
            text_of(field.title),
            text_of(field.description),
            value,
            "yes" if field.required else "",
            says,
        )


HEAD = ("Field", "Title", "Help", "Value", "Required", "Personal data")


# -- the pages


def type_section(portal_type, fti, ours):
    """Return the blocks about one type."""
    interface = resolve(prop(fti, "schema"))
    where = (
        "Can be added anywhere."
        if prop(fti, "global_allow") == "True"
        else "Can be added only where another type allows it."
    )
    inside = prop(fti, "allowed_content_types") or []
    facts = [
        f"{where} Add permission: {literal(prop(fti, 'add_permission'))}.",
        f"Holds: {', '.join(map(literal, inside)) or 'nothing'}.",
        f"Behaviours: {', '.join(map(literal, prop(fti, 'behaviors') or [])) or 'none'}.",
    ]
    blocks = [
        heading(portal_type),
        plain(inspect.getdoc(interface)),
        bullets(facts),
        table(HEAD, field_rows(interface)),
    ]
    for name in prop(fti, "behaviors") or []:
        if name in ours:
            blocks += [f"From {literal(name)}:", table(HEAD, field_rows(ours[name]))]
    return [*blocks, *workflow_blocks(portal_type)]


def workflow_blocks(portal_type):
    """Return the blocks about the states of a type."""
    name, root = workflow_of(portal_type)
    if root is None:
        return []
    targets = {t.get("transition_id"): t.get("new_state") for t in root.findall("transition")}
    rows = []
    for state in root.findall("state"):
        steps = [element.get("transition_id") for element in state.findall("exit-transition")]
        words = [f"{literal(step)} ({text_of(STEPS.get(step, step))}) to {literal(targets[step])}" for step in steps]
        state_id = state.get("state_id")
        rows.append((literal(state_id), text_of(STATES[state_id][0]), "; ".join(words) or "none"))
    intro = f"Workflow {literal(name)}; it starts in {literal(root.get('initial_state'))}."
    return [intro, table(("State", "Name on the page", "Steps"), rows)]


def extended_section(portal_type, fti, ours):
    """Return the blocks about a stock type that we give more fields."""
    named = [name for name in prop(fti, "behaviors") or [] if name in ours]
    blocks = [heading(f"{portal_type} (of Plone)")]
    for name in named:
        blocks += [f"From {literal(name)}:", table(HEAD, field_rows(ours[name]))]
    return blocks if named else []


def types_page():
    """Return types.rst."""
    ours = behaviors()
    blocks = []
    for extended in (False, True):
        for portal_type, fti in ftis().items():
            is_ours = (prop(fti, "klass") or "").startswith("samenbeter.")
            if is_ours and not extended:
                blocks += type_section(portal_type, fti, ours)
            elif extended and not is_ours:
                blocks += extended_section(portal_type, fti, ours)
    intro = (
        "The content types, their fields and their workflows. Titles and help are what editors read. "
        "Who may do what in which state stands in `permissions <permissions.rst>`__."
    )
    return page("Content types", intro, *blocks)


def settings_page():
    """Return settings.rst."""
    blocks = []
    for path in sorted((PROFILE / "registry").glob("*.xml")):
        for records in etree.parse(str(path)).getroot().findall("records"):
            if not records.get("interface").startswith("samenbeter."):
                continue
            interface = resolve(records.get("interface"))
            rows = [
                (
                    literal(f"{records.get('prefix')}.{name}"),
                    text_of(field.title),
                    text_of(field.description),
                    value_of(field),
                    default_of(field),
                )
                for name, field in getFieldsInOrder(interface)
            ]
            blocks += [heading(records.get("prefix")), plain(inspect.getdoc(interface))]
            blocks.append(table(("Record", "Title", "Help", "Value", "Default"), rows))
    intro = (
        "Records in the registry of Plone. Site administrators change them in Site Setup, programs over REST at "
        "``/@controlpanels/<name>``."
    )
    return page("Settings", intro, *blocks)


def default_of(field):
    """Return the default of a setting; of a long list how many there are."""
    default = field.default
    if isinstance(field, schema.Bool):
        return "yes" if default else "no"
    if isinstance(default, list):
        return (
            "none" if not default else f"{len(default)} lines" if len(default) > 3 else "; ".join(map(literal, default))
        )
    return plain(default) if default not in (None, "") else "none"
