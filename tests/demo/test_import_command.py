"""`make import` brings a file in without a server, and says in one sentence why it cannot."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from samenbeter.demo import importing
from samenbeter.demo import site as sites
from samenbeter.demo import start
from samenbeter.demo import zope_conf
from samenbeter.vraagbaak import runner

import json
import pytest
import subprocess
import sys
import transaction
import zc.lockfile


def record(number):
    """Return a made-up record."""
    return {"id": f"vraag-{number}", "question": f"Wat is {number}?", "introduction": f"<p>Dat is {number}.</p>"}


@pytest.fixture(autouse=True)
def _process(monkeypatch):
    """The command is the whole process otherwise: the tests keep their database and their signals."""
    for name in ("log_to", "close_database"):
        monkeypatch.setattr(start, name, lambda *args: None)
    monkeypatch.setattr(zope_conf, "set_environment", lambda var: None)
    monkeypatch.setattr(importing.signal, "signal", lambda *args: None)


@pytest.fixture
def var(tmp_path):
    """A folder with data, as far as can be seen from outside."""
    zope_conf.prepare(tmp_path)
    (tmp_path / "filestorage" / "Data.fs").write_bytes(b"")
    return tmp_path


@pytest.fixture
def questions(tmp_path):
    """A file with three questions and a broken one."""
    path = tmp_path / "vragen.jsonl"
    path.write_text("\n".join([*(json.dumps(record(number)) for number in range(3)), "{}"]))
    return path


class TestRefused:
    def test_without_a_site(self, tmp_path, questions, capsys):
        assert importing.main([str(questions), "--var", str(tmp_path / "nergens")]) == 1
        assert "There is no site in" in capsys.readouterr().out

    def test_without_a_file(self, var, capsys):
        assert importing.main([str(var / "weg.jsonl"), "--var", str(var)]) == 1
        assert "cannot be read" in capsys.readouterr().out

    def test_while_the_site_is_running(self, var, questions, capsys):
        lock = zc.lockfile.LockFile(str(var / "filestorage" / "Data.fs.lock"))
        try:
            assert importing.main([str(questions), "--var", str(var)]) == 1
        finally:
            lock.close()
        assert "Vragen inlezen" in capsys.readouterr().out

    def test_all_of_this_is_said_before_plone_is_loaded(self):
        program = "import sys, samenbeter.demo.importing; sys.exit('Products.CMFPlone' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


class TestImport:
    @pytest.fixture(autouse=True)
    def _zope(self, functional_portal, monkeypatch):
        """The database of the tests in the place of that of the demo."""
        monkeypatch.setattr(sites, "SITE_ID", functional_portal.getId())
        monkeypatch.setattr(start, "start_zope", lambda *args: None)
        self.portal = functional_portal
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for name in ("eerst", "later"):
                createContentInContainer(functional_portal, "Vraagbaak", checkConstraints=False, id=name, title=name)
        transaction.commit()

    def counts(self):
        """Return how many questions each desk has."""
        transaction.begin()
        return [self.portal[name].objectCount() for name in ("eerst", "later")]

    def test_the_first_desk_gets_them_and_the_end_is_told(self, var, questions, capsys):
        assert importing.main([str(questions), "--var", str(var)]) == 0
        assert self.counts() == [3, 0]
        said = capsys.readouterr().out
        assert "4" in said
        assert "Line 4: " in said
        assert importing.main([str(questions), "--var", str(var)]) == 0
        assert self.counts() == [3, 0]

    def test_another_desk_can_be_named(self, var, questions):
        assert importing.main([str(questions), "--var", str(var), "--desk", "/later"]) == 0
        assert self.counts() == [0, 3]

    @pytest.mark.parametrize("desk", ["/weg", "/", "/later/.."])
    def test_what_is_no_desk_is_refused(self, var, questions, desk, capsys):
        assert importing.main([str(questions), "--var", str(var), "--desk", desk]) == 1
        assert "There is no Vraagbaak at" in capsys.readouterr().out

    def test_what_is_no_json_is_refused(self, var, capsys):
        path = var / "tabel.csv"
        path.write_text("a;b")
        assert importing.main([str(path), "--var", str(var)]) == 1
        assert "JSON" in capsys.readouterr().out
        assert self.counts() == [0, 0]

    def test_ctrl_c_stops_after_the_question_and_says_how_to_go_on(self, var, questions, capsys, monkeypatch):
        monkeypatch.setattr(runner, "SECOND", 0)
        halt = importing.Halt()
        tell = importing.tell

        def press(job):
            tell(job)
            if job.progress.position == 2 and not halt.asked:
                halt(None, None)

        monkeypatch.setattr(importing, "tell", press)
        monkeypatch.setattr(importing, "Halt", lambda: halt)
        assert importing.main([str(questions), "--var", str(var)]) == 1
        assert self.counts() == [2, 0]
        assert "Run the same again" in capsys.readouterr().out
        halt.asked = False
        monkeypatch.setattr(importing, "tell", tell)
        assert importing.main([str(questions), "--var", str(var)]) == 0
        assert self.counts() == [3, 0]
