"""How a document is read: what comes in, and what is told as a problem."""

from contextlib import suppress
from faq_records import lines
from faq_records import mixed
from faq_records import record
from hypothesis import given
from hypothesis import strategies as st
from samenbeter.vraagbaak import faq
from samenbeter.vraagbaak.document import Document
from samenbeter.vraagbaak.document import Unreadable

import json
import pytest


def read(data):
    """Return what a document holds: records and problems."""
    return [faq.read(entry) for entry in Document(data)]


def one(**changes):
    """Return what becomes of one record."""
    (found,) = read(lines(record(**changes)))
    return found


class TestDocument:
    """The forms that a document may have."""

    RECORDS = [record(number) for number in range(3)]

    @pytest.mark.parametrize(
        "data, where",
        [
            (lines(*RECORDS), [1, 2, 3]),
            (lines(RECORDS[0], "", "", RECORDS[1], RECORDS[2]) + b"\n\n", [1, 4, 5]),
            (lines(*RECORDS).replace(b"\n", b"\r\n"), [1, 2, 3]),
            (json.dumps(RECORDS).encode(), [1, 1, 1]),
            (b"[\n" + b",\n".join(json.dumps(one).encode() for one in RECORDS) + b"\n]", [2, 3, 4]),
            (json.dumps({"count": 3, "items": RECORDS}).encode(), [1, 1, 1]),
            (json.dumps({"a": {"b": [1, 2]}, "items": RECORDS, "z": 1}, indent=1).encode(), None),
        ],
        ids=["lines", "empty lines", "windows", "list", "list on lines", "in an object", "indented"],
    )
    def test_records_are_found_with_their_line(self, data, where):
        for marked in (data, b"\xef\xbb\xbf" + data):
            document = Document(marked)
            found = list(document)
            assert [faq.read(entry).id for entry in found] == ["vraag-0", "vraag-1", "vraag-2"]
            assert document.total == 3
            assert [entry.number for entry in found] == [1, 2, 3]
            if where:
                assert [entry.line for entry in found] == where

    @pytest.mark.parametrize("indent", [None, 2])
    def test_one_record_is_a_document_too(self, indent):
        assert [found.id for found in read(json.dumps(record(7), indent=indent).encode())] == ["vraag-7"]

    def test_a_line_of_an_indented_document_is_where_the_record_begins(self):
        text = json.dumps(self.RECORDS, indent=1)
        begins = [entry.line for entry in Document(text.encode())]
        assert [text.splitlines()[line - 1].strip() for line in begins] == ["{"] * 3

    @pytest.mark.parametrize(
        "data, words",
        [
            (b"", "niets"),
            (b" \n ", "niets"),
            (b"<html></html>", "geen JSON"),
            (b"a,b\n1,2\n", "geen JSON"),
            (b"3", "geen lijst"),
            (b'{"a": 1}', "geen lijst"),
            (b'{"a": [], "b": []}', "geen lijst"),
            (b"[" * 100_000, "geen JSON"),
            ('[{"id": "é"}]'.encode("latin-1"), "geen UTF-8"),
            (json.dumps([record()]).encode("utf-16"), "geen UTF-8"),
        ],
    )
    def test_what_is_no_document_is_refused_with_a_reason(self, data, words):
        with pytest.raises(Unreadable) as refused:
            Document(data)
        assert words in refused.value.message.default

    def test_a_broken_list_is_refused_as_a_whole_with_its_line(self):
        text = json.dumps([record(1), record(2)], indent=1).replace('"vraag-2",', '"vraag-2"')
        with pytest.raises(Unreadable) as refused:
            Document(text.encode())
        line = refused.value.message.mapping["line"]
        assert '"vraag-2"' in text.splitlines()[line - 2]

    def test_broken_records_are_told_and_the_rest_goes_on(self):
        data, where = mixed()
        found = read(data)
        wrong = [one for one in found if isinstance(one, faq.Problem)]
        assert len(found) - len(wrong) == 125
        assert tuple(one.line for one in wrong) == where
        assert [one.id for one in wrong] == ["", "vraag-900", "vraag-901", "", "vraag-902"]

    def test_a_first_line_that_is_broken_does_not_end_it(self):
        assert [type(one) for one in read(lines("{oeps}", record(1), record(2)))] == [
            faq.Problem,
            faq.Record,
            faq.Record,
        ]

    def test_a_line_in_another_encoding_is_a_problem_of_that_line(self):
        data = (
            lines(record(1)) + b"\n" + json.dumps(record(2, question="caf\xe9"), ensure_ascii=False).encode("latin-1")
        )
        good, bad = read(data)
        assert (good.id, bad.line) == ("vraag-1", 2)
        assert "UTF-8" in bad.reason.default

    @given(st.binary(max_size=200))
    def test_no_bytes_break_it(self, data):
        with suppress(Unreadable):
            read(data)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        )
    )
    def test_no_json_breaks_it(self, value):
        with suppress(Unreadable):
            read(json.dumps(value).encode())


class TestRecord:
    """The fields of one record."""

    @pytest.mark.parametrize("name", ["id", "question"])
    @pytest.mark.parametrize("value", [None, "", "  ", "\x00", 3, ["a"], {}, True])
    def test_what_is_needed_is_asked_for_by_name(self, name, value):
        found = one(**{name: value})
        assert isinstance(found, faq.Problem)
        assert found.reason.mapping["field"] == name

    @pytest.mark.parametrize(
        "name, value",
        [
            ("introduction", 3),
            ("introduction", ["<p>a</p>"]),
            ("content", "tekst"),
            ("content", {"paragraph": "a"}),
            ("lastmodified", 3),
            ("lastmodified", "gisteren"),
            ("lastmodified", "2024-13-45T99:99:99Z"),
            ("lastmodified", "9999-12-31T23:59:59-14:00"),
            ("canonical", "javascript:alert(1)"),
            ("canonical", "/kaart"),
            ("canonical", "https://[x"),
            ("canonical", "https://bron.example/" + "a" * 500),
            ("license", {}),
            ("license", "a" * 201),
            ("themes", "geld"),
            ("subjects", [1]),
            ("authorities", [None]),
            ("id", "a" * 201),
            ("question", "a" * 4001),
            ("introduction", "<p>" + "a" * 100_001 + "</p>"),
        ],
    )
    def test_a_field_of_the_wrong_kind_is_named(self, name, value):
        found = one(**{name: value})
        assert isinstance(found, faq.Problem)
        assert found.reason.mapping["field"] == name

    @pytest.mark.parametrize("content", [["tekst"], [None], [{"paragraph": 3}], [{"paragraphtitle": []}]])
    def test_a_section_of_the_wrong_kind_is_a_problem(self, content):
        assert isinstance(one(content=content), faq.Problem)

    @pytest.mark.parametrize(
        "empty", [{}, {"introduction": "<p>&nbsp;</p>"}, {"content": []}, {"content": [{"paragraph": "<br>"}]}]
    )
    def test_without_any_words_there_is_no_answer(self, empty):
        found = one(**{"introduction": None, "content": None, **empty})
        assert "geen antwoord" in found.reason.default

    def test_what_may_be_absent_may_be_absent(self):
        names = (
            "canonical",
            "authorities",
            "subjects",
            "themes",
            "lastmodified",
            "license",
            "rightsholders",
            "content",
        )
        found = one(**dict.fromkeys(names))
        assert (found.url, found.source, found.licence, found.changed, found.subjects) == ("", "", "", None, ())

    @pytest.mark.parametrize(
        "text", ["2024-03-01", "2024-03-01T10:00:00", "2024-03-01T10:00:00+01:00", "2024-03-01T10:00:00.1Z"]
    )
    def test_a_moment_may_be_written_in_more_ways(self, text):
        assert one(lastmodified=text).changed.isoformat() == "2024-03-01"

    def test_who_wrote_it_is_named_as_far_as_it_fits(self):
        assert one(authorities=["Een", "Twee"]).source == "Een, Twee"
        assert one(authorities=None).source == "Ministerie van Rechten"
        assert one(authorities=None, rightsholders=None).source == "bron.example"
        assert len(one(authorities=["Ministerie " + "x" * 90] * 5).source) <= 200
