"""Each abuse case that exists has a test, and each that hardening keeps out has one that shows it without."""

from where import ROOT

import importlib
import pytest


@pytest.fixture(scope="module")
def pages():
    """The script that makes the page of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        yield importlib.import_module("docs_abuse")


def test_each_case_says_who_does_what_and_what_must_come_of_it(pages):
    known = {"who", "tries", "must", "hardening", "waits"}
    wrong = [n for n, case in pages.cases().items() if not {"who", "tries", "must"} <= set(case) <= known]
    assert wrong == []


def test_each_case_that_exists_has_a_test(pages):
    tests = pages.marked()
    there = [number for number, case in pages.cases().items() if "waits" not in case]
    assert [number for number in there if not tests.get(number, {}).get("with")] == []


def test_no_test_names_an_unknown_case(pages):
    assert set(pages.marked()) - set(pages.cases()) == set()


def test_what_hardening_keeps_out_is_let_in_without_it_and_nothing_else_is(pages):
    tests = pages.marked()
    stock = {number for number, places in tests.items() if places["stock"]}
    assert stock == {number for number, case in pages.cases().items() if case.get("hardening")}


def test_a_mark_is_written_out(pages, tmp_path, monkeypatch):
    """The script reads the files and runs nothing."""
    text = '@pytest.mark.abuse("A15")\nclass TestX:\n    @pytest.mark.abuse("A01", stock=True)\n    def test_y(self): ...\n'
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_x.py").write_text(text, "utf-8")
    monkeypatch.setattr(pages, "ROOT", tmp_path)
    monkeypatch.setattr(pages, "TESTS", tmp_path / "tests")
    assert pages.marked() == {
        "A15": {"with": ["tests/test_x.py::TestX"], "stock": []},
        "A01": {"with": [], "stock": ["tests/test_x.py::TestX::test_y"]},
    }
