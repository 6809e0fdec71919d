"""Each room has the same floor plan, and files that are read in one sitting."""

from allowed_files import ALSO_PLANNED
from allowed_files import LONG_FILES
from allowed_files import PLAN
from allowed_files import ROOM_FILES
from where import files
from where import name_of
from where import PACKAGE
from where import rooms
from where import ROOT
from where import stale
from where import tree_of
from where import unlisted

import ast
import pytest


LONGEST = 300
SOURCES = tuple(path for path in files(".py") if path.stat().st_size)


@pytest.mark.parametrize("room", rooms())
class TestRooms:
    """The files of a room."""

    def test_its_files_are_on_the_plan(self, room):
        """Or on the list of this room, with what they are for."""
        found = {path.name for path in (PACKAGE / room).iterdir() if path.name != "__pycache__"}
        own = ROOM_FILES.get(room, {})
        assert unlisted(found, {*PLAN, *ALSO_PLANNED, *own}) == []
        assert stale(found, own) == []

    def test_it_says_what_it_is_for(self, room):
        """Who enters and what leaves, in about ten lines."""
        text = ast.get_docstring(tree_of(PACKAGE / room / "__init__.py"))
        assert "Who enters:" in text
        assert "What leaves:" in text
        assert len(text.splitlines()) <= 14

    def test_it_has_a_folder_of_tests(self, room):
        """Named as the room."""
        assert list((ROOT / "tests" / room).glob("test_*.py"))


def test_no_file_is_long():
    """Contents, stylesheets and vectors are no code."""
    code = files(".py", ".pt", ".zcml") + files(".py", below=ROOT / "tests") + files(".py", below=ROOT / "scripts")
    found = {name_of(path) for path in code if len(path.read_text("utf-8").splitlines()) > LONGEST}
    assert unlisted(found, LONG_FILES) == []
    assert stale(found, LONG_FILES) == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_what_is_public_says_what_it_does(path):
    """Modules, and the classes, functions and methods that others may call."""
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module"
    assert [name for name, node in public(tree) if not ast.get_docstring(node)] == []


def public(tree, prefix=""):
    """Yield (name, node) of the public classes and functions, and of the methods of public classes."""
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node, f"{prefix}{node.name}.")
