"""Rule 1: a room imports the foundation and the contracts, never another room."""

from allowed import IMPORTS
from where import directives
from where import files
from where import name_of
from where import PACKAGE
from where import rooms
from where import stale
from where import tree_of
from where import unlisted
from where import xml_of

import ast
import pytest
import re


DOTTED = re.compile(r"samenbeter(?:\.\w+)+")


def owner_of(module):
    """Return the part of the house that a module is in; "" for the root."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and (PACKAGE / parts[1]).is_dir() else ""


def place_of(path):
    """Return the part of the house that a file is in; "" for the root."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def module_of(path):
    """Return the dotted name of the package that a file is in."""
    return ".".join(("samenbeter", *path.relative_to(PACKAGE).parent.parts))


def imported(path):
    """Yield the dotted names of ours that a Python file imports, also inside functions."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module_of(path).split(".")[: len(module_of(path).split(".")) - node.level + 1])
            module = ".".join(filter(None, (base if node.level else "", node.module)))
            names = [f"{module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "samenbeter")


def is_module(name):
    """True when a dotted name is, or stands in, a module of ours; registry names look the same and are none."""
    parts = name.split(".")[1:]
    return len(parts) > 1 and any(
        (PACKAGE.joinpath(*parts[:end]).with_suffix(".py")).is_file() for end in range(2, len(parts) + 1)
    )


def named_in_strings(path):
    """Yield the dotted names of modules that stand in strings of a Python file, but not in its docstrings."""
    tree = tree_of(path)
    docstrings = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield from filter(is_module, DOTTED.findall(node.value))


def named_in_zcml(path):
    """Yield the dotted names of ours in a ZCML file; those that begin with a dot start at its package."""
    for element in xml_of(path).iter():
        for value in element.attrib.values():
            for word in value.split():
                if word.startswith("."):
                    package = module_of(path).split(".")
                    dots = len(word) - len(word.lstrip("."))
                    yield ".".join((*package[: len(package) - dots + 1], word.lstrip(".")))
                elif is_module(word):
                    yield word


def used():
    """Yield (file, dotted name) for all that any file of the package names."""
    for path in files(".py"):
        for name in (*imported(path), *named_in_strings(path)):
            yield path, name
    for path in files(".zcml"):
        for name in named_in_zcml(path):
            yield path, name


def outside(place, name):
    """True when a file in this part of the house may not use the module."""
    owner = owner_of(name)
    if place == "":
        # configure.zcml and setuphandlers.py hold the rooms together
        return owner in ("demo", "testing")
    if owner == "":
        return name.split(".")[1:2] not in ([], ["_"], ["PACKAGE_NAME"], ["logger"], ["interfaces"])
    return owner not in (place, "shared")


def test_no_part_of_the_house_reaches_into_another():
    """A room sees itself, samenbeter.shared and samenbeter.interfaces; shared sees no room."""
    found = {
        (name_of(path), name)
        for path, name in used()
        if outside(place_of(path), name) and not (path.name == "configure.zcml" and place_of(path) == "")
    }
    allowed = {
        (file, name) for file, (module, _reason) in IMPORTS.items() for _f, name in found if name.startswith(module)
    }
    assert unlisted(found, allowed) == []
    assert stale({file for file, _name in found}, IMPORTS) == []


def test_nothing_imports_the_test_layers():
    """samenbeter.testing is for tests."""
    assert [name_of(path) for path, name in used() if name.startswith("samenbeter.testing")] == []


@pytest.mark.parametrize("room", rooms())
def test_each_room_is_included_once(room):
    """A room that configure.zcml does not include does not exist for Plone."""
    included = [e.get("package") for path, e in directives("include") if path == PACKAGE / "configure.zcml"]
    assert included.count(f".{room}") == 1
