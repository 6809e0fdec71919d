"""The page about abuse cases, from the list of cases and the tests that are marked with them."""

from docs_rst import heading
from docs_rst import literal
from docs_rst import page
from docs_rst import table
from pathlib import Path

import ast
import re
import yaml


ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
NUMBER = re.compile(r"^A\d\d$")
ABOUT = """\
What somebody with bad intentions may try. Each case is tried from outside, by the tests that stand beside it; run them
with ``make test TEST_ARGS="-m abuse"``. *Without hardening* names the tests that show that the same succeeds on a site
where ``samenbeter:hardening`` is not applied, so that the first tests can fail; the other cases are kept out on every
site that has the add-on."""
KEPT_OUT = "kept out there too"


def cases():
    """Return {number: {"who", "tries", "must", and perhaps "hardening": True, "waits": room}}."""
    return yaml.safe_load((TESTS / "resources" / "abuse.yaml").read_text("utf-8"))


def marked():
    """Return {number: {"with": [names of tests], "stock": [names of tests]}} of all tests."""
    found = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body:
            for name, number, stock in _marks(node, ""):
                places = found.setdefault(number, {"with": [], "stock": []})
                places["stock" if stock else "with"].append(f"{path.relative_to(ROOT)}::{name}")
        for node in tree.body:
            # pytestmark = pytest.mark.abuse("A15"): the whole file
            if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "pytestmark" for t in node.targets):
                for number, stock in _numbers(node.value):
                    places = found.setdefault(number, {"with": [], "stock": []})
                    places["stock" if stock else "with"].append(str(path.relative_to(ROOT)))
    return found


def _marks(node, prefix):
    """Yield (name, number, stock) of a test or class, and of the tests in it."""
    if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return
    name = f"{prefix}{node.name}"
    for decorator in node.decorator_list:
        for number, stock in _numbers(decorator):
            yield name, number, stock
    for inner in node.body if isinstance(node, ast.ClassDef) else ():
        yield from _marks(inner, f"{name}::")
    for call in ast.walk(node) if isinstance(node, ast.FunctionDef) else ():
        # pytest.param(..., marks=pytest.mark.abuse("A15"))
        if isinstance(call, ast.keyword) and call.arg == "marks":
            for number, stock in _numbers(call.value):
                yield name, number, stock


def _numbers(tree):
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "abuse":
            stock = any(word.arg == "stock" and getattr(word.value, "value", False) for word in call.keywords)
            for argument in call.args:
                if isinstance(argument, ast.Constant) and NUMBER.match(str(argument.value)):
                    yield argument.value, stock


def abuse_page():
    """Return abuse-cases.rst.

    :raises ValueError: when a test names a case that is not on the list.
    """
    tests = marked()
    unknown = sorted(set(tests) - set(cases()))
    if unknown:
        raise ValueError(f"tests/resources/abuse.yaml does not have {', '.join(unknown)}")
    rows, later = [], []
    for number, case in cases().items():
        if "waits" in case:
            later.append((number, case["who"], case["tries"], case["must"], case["waits"]))
            continue
        places = tests.get(number, {"with": [], "stock": []})
        without = _names(places["stock"]) if case.get("hardening") else KEPT_OUT
        rows.append((number, case["who"], case["tries"], case["must"], _names(places["with"]), without))
    head = ("Case", "Who", "Tries", "What must come of it")
    return page(
        "Abuse cases",
        ABOUT,
        table((*head, "Tests", "Without hardening"), rows),
        heading("Not built yet"),
        "Cases about what the platform does not do yet.",
        table((*head, "Comes with"), later),
    )


def _names(places):
    short = dict.fromkeys(place.removeprefix("tests/") for place in places)
    return ", ".join(map(literal, short))
