"""Pages about permissions, the catalog and make, from the files that decide about them."""

from docs_rst import heading
from docs_rst import literal
from docs_rst import page
from docs_rst import plain
from docs_rst import table
from lxml import etree
from pathlib import Path

import re
import yaml


ROOT = Path(__file__).parents[1]
TARGET = re.compile(r"^([a-z0-9-]+):[^#\n]*## (.*)$", re.MULTILINE)
VARIABLE = re.compile(r"^([A-Z_]+) \?= (.*)$", re.MULTILINE)

ABOUT_ACTORS = """\
The table is test data: each cell is tried over REST and over HTTP. *View*, *edit* and *delete* are Plone's own
actions, the others are steps of the workflow. An empty cell means: nothing, not even seeing that it is there.

*Expert of the question* works for a partner that the question was given to; *manager of the partner* looks after the
partner that the item belongs to. Roles that only exist on an item (``Consulted Expert``, ``Contributing Expert``,
``Own Partner Manager``) follow from that and cannot be given by hand."""


# from who may least to who may most
ACTORS = (
    "anonymous",
    "resident",
    "expert of another partner",
    "expert of the question",
    "expert who wrote it",
    "manager of another partner",
    "manager of the partner",
    "another wijkwebber",
    "wijkwebber who wrote it",
    "privacy officer",
    "editor",
    "site administrator",
    "manager",
)


def permissions_page():
    """Return permissions.rst."""
    source = (ROOT / "tests" / "resources" / "permissions.yaml").read_text("utf-8")
    types = yaml.safe_load(source)
    named = {actor for states in types.values() for row in states.values() for actor in row}
    if named != set(ACTORS):
        raise ValueError(f"scripts/docs_tables.py and permissions.yaml differ: {sorted(named ^ set(ACTORS))}")
    blocks = []
    for portal_type, states in types.items():
        rows = [
            (plain(actor), *(", ".join(row.get(actor, "").split()) for row in states.values()))
            for actor in ACTORS
            if any(actor in row for row in states.values())
        ]
        blocks += [heading(portal_type), table(("Who", *map(literal, states)), rows)]
    return page("Permissions", ABOUT_ACTORS, *blocks, heading("On the site"), ABOUT_SITE, site_permissions())


ABOUT_SITE = """\
Our own permissions, and the roles that have them after the install. *Read the audit log* and *Handle requests* are the
Privacy Officer's alone: who runs the site is in the log too."""


def site_permissions():
    """Return the table of our permissions and the roles that have them."""
    root = etree.parse(str(ROOT / "profiles" / "default" / "rolemap.xml")).getroot()
    rows = [
        (plain(permission.get("name")), ", ".join(role.get("name") for role in permission))
        for permission in root.iter("permission")
    ]
    return table(("Permission", "Roles"), rows)


ABOUT_CATALOG = """\
What the add-on puts into ``portal_catalog``. Search by an index over REST with ``/@search?sb_themes=slapen``; ask for a
column with ``metadata_fields=sb_themes``. The catalog holds nothing that is not on the page of the item itself."""

INDEXES = {
    "sb_themes": "Tokens of the themes.",
    "sb_kind": "Of a partner its kind, of a question its sort of answer.",
    "sb_disciplines": "Of a partner its disciplines, of a question those of its accepted contributions.",
    "sb_target_groups": "Tokens of the people it is meant for.",
    "sb_related": "UIDs of what the page of the item points at.",
    "sb_partner": "UIDs of the partners that it comes from.",
    "sb_review_on": "The day from which it has to be looked at again.",
    "sb_source_id": "What the source of an imported question calls it.",
    "sb_facts": "Short texts that a card in a list shows.",
}


def catalog_page():
    """Return catalog.rst."""
    root = etree.parse(str(ROOT / "profiles" / "default" / "catalog.xml")).getroot()
    indexes = {index.get("name"): index.get("meta_type") for index in root.findall("index")}
    columns = [column.get("value") for column in root.findall("column")]
    rows = [
        (literal(name), indexes.get(name, ""), "yes" if name in columns else "", INDEXES[name])
        for name in dict.fromkeys((*indexes, *columns))
    ]
    return page("Catalog", ABOUT_CATALOG, table(("Name", "Index", "Column", "What it holds"), rows))


def make_page():
    """Return make-targets.rst."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = [(literal(f"make {name}"), plain(text)) for name, text in TARGET.findall(makefile)]
    variables = [(literal(name), literal(value)) for name, value in VARIABLE.findall(makefile)]
    return page(
        "Make targets",
        "What ``make`` can do here. ``make help`` shows the same list.",
        table(("Command", "What it does"), targets),
        "Variables, given behind the command: ``make start PORT=8081``.",
        table(("Name", "Default"), variables),
    )
