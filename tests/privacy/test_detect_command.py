"""The detector as a command: lines of JSON in, lines of JSON out, without Plone."""

import json
import subprocess
import sys


COMMAND = [sys.executable, "-m", "samenbeter.privacy.detect"]


def run(*lines):
    """Return (exit code, answers, what was said) for lines."""
    done = subprocess.run(COMMAND, input="\n".join(lines).encode(), capture_output=True)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def test_each_line_is_answered():
    """With places that count characters, not bytes."""
    text = "Zoë: mijn bsn is 111222333"
    code, answers, said = run(json.dumps({"text": text}), json.dumps({"text": "niets", "meer": 1}))
    assert (code, said) == (0, "")
    bsn = [mark for mark in answers[0]["marks"] if mark["kind"] == "BSN"][0]
    assert text[bsn["start"] : bsn["end"]] == "111222333"
    assert set(bsn) == {"start", "end", "kind", "confidence"}
    assert answers[1] == {"marks": []}


def test_a_bad_line_is_told_without_what_is_in_it():
    """The others are answered in order, and the exit code says that something was wrong."""
    good = json.dumps({"text": "bel 06-12345678"})
    code, answers, said = run(good, '{"text": "Fatima 0612345678', '{"text": 612345678}', '["Fatima"]', good)
    assert code == 1
    assert [sorted(answer) for answer in answers] == [["marks"], ["error"], ["error"], ["error"], ["marks"]]
    assert said.count("line ") == 3
    assert "line 2" in said
    assert "Fatima" not in said + json.dumps(answers)
    assert "6123" not in said + json.dumps(answers)


def test_it_starts_without_plone():
    """A help for who has no site."""
    code = "import sys, samenbeter.privacy.detect; print([m for m in sys.modules if m.split('.')[0] in ('plone', 'Products', 'Zope2', 'ZODB', 'AccessControl')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
