"""The file that people take along: all of theirs, nothing of another's, once, and not for long."""

from my_rights import add_user
from my_rights import forget_limits
from my_rights import kept
from my_rights import Moved
from my_rights import opened
from my_rights import PASSWORD
from my_rights import put
from my_rights import says
from my_rights import Visitor
from my_rights import who
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from samenbeter.interfaces import IConsents
from samenbeter.interfaces import IJob
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import asking
from samenbeter.privacy import export_file
from samenbeter.privacy import exports
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from zope.component import getGlobalSiteManager
from zope.component import getUtility

import base64
import pytest
import transaction


DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
MARK, OTHER = "Zilverreiger", "Roerdomp"


class Notes(VaultPersonalData):
    """What the tests keep, with each kind of relation."""

    room, kind = "privacy", "note"
    title = "Een briefje"
    description = "Wat erop staat."
    purpose = "samenbeter.rights"
    clock = "Als het op is."
    period = 30

    def values(self, data):
        return (("Tekst", data["text"]),)

    def files(self, data):
        return {"../../foto <1>.gif": DOT} if data.get("file") else {}


@pytest.fixture
def notes():
    """A provider of another add-on."""
    manager = getGlobalSiteManager()
    provider = Notes()
    manager.registerUtility(provider, IPersonalDataProvider, "tests.notes")
    yield provider
    manager.unregisterUtility(provider, IPersonalDataProvider, "tests.notes")


@pytest.fixture
def portal(functional_portal, notes):
    """Yara has something of each kind; so has Bilal."""
    forget_limits()
    portal = functional_portal
    for name, mark in (("yara", MARK), ("bilal", OTHER)):
        add_user(name)
        for number, party in enumerate((vault.PLATFORM, "partner:nergens")):
            text = {"text": f"<b>{mark}</b> {number}", "file": number == 0}
            put(who(name), text, kind="note", party=party)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            fields = {"title": f"Verhaal {mark}", "portrait": NamedBlobImage(DOT, filename=f"{mark}.gif")}
            story = createContentInContainer(portal, "SuccessStory", checkConstraints=False, creators=(name,), **fields)
            story.reindexObject()
        give = getUtility(IConsents).give
        give(who(name), "samenbeter.contact", party=vault.PLATFORM, method="web-button", language="nl")
    transaction.commit()
    return portal


@pytest.fixture
def yara(portal):
    """Yara, on the page where she made her file."""
    visitor = Visitor(portal, "yara")
    visitor.get("@@mijn-download")
    visitor.press("make", password=PASSWORD)
    return visitor


def file_id():
    return kept(kind="export")[0][0].id


class TestWhatIsInIt:
    @pytest.mark.abuse("A58")
    def test_all_of_hers_and_nothing_of_another(self, yara):
        names, data, page = opened(yara.press("fetch").content)
        assert {"index.html", "data.json", "README.txt"} <= set(names)
        text = str(data)
        assert OTHER not in text and "bilal" not in text
        assert OTHER not in page and "bilal" not in page
        for mark in (f"<b>{MARK}</b> 0", f"<b>{MARK}</b> 1", f"Verhaal {MARK}", "yara@example.org", "Yara"):
            assert mark in text
        assert f"&lt;b&gt;{MARK}&lt;/b&gt; 1" in page and "<b>" not in page

    def test_the_shape_that_programs_read(self, yara):
        _names, data, _page = opened(yara.press("fetch").content)
        assert (data["format"], data["version"], data["account"]) == ("samenbeter-export", 1, True)
        assert [relation["party"] for relation in data["relations"]] == ["platform", "partner:nergens"]
        note = next(i for i in data["relations"][1]["items"] if i["provider"] == "tests.notes")
        assert note["values"] == [{"label": "Tekst", "value": f"<b>{MARK}</b> 1"}]
        assert note["why"] and note["erased_when"] == "Als het op is."
        kept_kinds = {one["provider"]: one for one in data["kept"]}
        assert kept_kinds["tests.notes"]["days"] == 30
        assert "samenbeter.privacy.member" in kept_kinds
        assert data["consents"][0]["events"][0]["purpose"] == "samenbeter.contact"
        assert isinstance(data["seen_by"], list)

    def test_files_have_safe_names(self, yara):
        names, data, _page = opened(yara.press("fetch").content)
        files = [name for name in names if name.startswith("files/")]
        assert len(files) >= 2
        assert all(".." not in name and name.count("/") == 1 and " " not in name for name in files)
        assert sorted(files) == sorted(f for r in data["relations"] for i in r["items"] for f in i["files"])

    def test_the_page_needs_nothing_from_anywhere(self, yara):
        page = opened(yara.press("fetch").content)[2]
        assert "<script" not in page and "//" not in page.replace(yara.base, "").replace("http://", "")
        assert '<html lang="nl">' in page

    def test_in_english_for_who_asks_in_english(self, portal):
        whole = export_file.make(who("yara"), "en")
        assert '<html lang="en">' in opened(whole)[2]

    def test_it_goes_on_until_the_last_page(self, portal, monkeypatch):
        monkeypatch.setattr(rights, "SIZE", 2)
        for number in range(5):
            put(who("yara"), {"text": f"los {number}"}, kind="note")
        data = opened(export_file.make(who("yara")))[1]
        assert sum(i["provider"] == "tests.notes" for r in data["relations"] for i in r["items"]) == 7

    def test_who_made_a_file_is_in_the_audit_log(self, yara):
        transaction.begin()
        entries = audit.about(vault.get().pseudonym("member:yara"))
        assert [entry.action for entry in entries if entry.section == "privacy.export"] == ["export"]


@pytest.mark.abuse("A12")
class TestHandedOutOnce:
    def test_as_a_file_that_nobody_keeps_on_the_way(self, yara):
        answer = yara.press("fetch")
        assert answer.headers["Content-Type"] == "application/zip"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="samenbeter-')
        assert "yara" not in answer.headers["Content-Disposition"]

    def test_fetched_it_is_gone(self, yara):
        page, export_id = yara.answer, file_id()
        assert yara.press("fetch").status_code == 200
        assert kept(kind="export") == []
        yara.answer = page
        again = yara.post("@@mijn-download", do="fetch", file=export_id, proof=proof_on(page))
        assert again.status_code == 404

    def test_after_three_days_it_is_gone(self, yara, monkeypatch):
        time = Moved(monkeypatch)
        export_id = file_id()
        time.on(days=3, minutes=1)
        yara.get("@@mijn-download")
        assert "Je bestand staat klaar" not in yara.text
        assert yara.post("@@mijn-download", do="fetch", file=export_id, password=PASSWORD).status_code == 404
        provider = getUtility(IPersonalDataProvider, "samenbeter.privacy.exports")
        time.on(days=1)
        transaction.begin()
        assert provider.purge(clock.now(), 10) == 1

    @pytest.mark.parametrize("guess", ["", "x", "00" * 16, "0" * 32, "zz", "../x"])
    def test_a_guess_is_no_file(self, yara, guess):
        assert yara.post("@@mijn-download", do="fetch", file=guess, password=PASSWORD).status_code == 404
        assert len(kept(kind="export")) == 1

    def test_another_account_gets_the_answer_of_what_is_not_there(self, yara, portal):
        export_id = file_id()
        bilal = Visitor(portal, "bilal")
        bilal.get("@@mijn-download")
        answers = [
            bilal.post("@@mijn-download", do="fetch", file=one, password=PASSWORD) for one in (export_id, "0" * 32)
        ]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert len(kept(kind="export")) == 1

    def test_no_other_record_is_handed_out(self, yara):
        transaction.begin()
        note = next(iter(vault.get().find(subject="member:yara", kind="note", room="privacy")))
        assert yara.post("@@mijn-download", do="fetch", file=note, password=PASSWORD).status_code == 404

    def test_a_visitor_has_no_such_page(self, yara, portal):
        export_id = file_id()
        answer = Visitor(portal).post("@@mijn-download", do="fetch", file=export_id)
        assert answer.status_code in (302, 401, 403)
        assert len(kept(kind="export")) == 1

    def test_asking_again_takes_the_old_one_away(self, yara):
        old = file_id()
        yara.post("@@mijn-download", do="make", password=PASSWORD)
        assert file_id() != old and len(kept(kind="export")) == 1


def proof_on(answer):
    return answer.text.split('name="proof" value="')[1].split('"')[0]


class TestBrokenOff:
    def test_what_was_begun_is_finished_by_the_job(self, portal, monkeypatch):
        """As when the process is killed: the request is kept, the file is not."""
        make = export_file.make
        monkeypatch.setattr(export_file, "make", broken)
        visitor = Visitor(portal, "yara")
        visitor.get("@@mijn-download")
        assert "Wij maken je bestand" in visitor.press("make", password=PASSWORD).text
        assert [data["type"] for data in says("request")] == [asking.PORTABILITY]
        assert kept(kind="export") == [] and kept(kind="proof") == []
        monkeypatch.setattr(export_file, "make", make)
        jobs.run_due(only=exports.JOB)
        assert len(kept(kind="export")) == 1
        assert kept(kind="request") == []
        assert [data["type"] for data in says("proof")] == [asking.PORTABILITY]
        visitor.get("@@mijn-download")
        assert "Je bestand staat klaar" in visitor.text

    def test_asking_twice_meanwhile_is_asking_once(self, portal):
        first = exports.ask(who("yara"), "nl")
        assert exports.ask(who("yara"), "nl") == first
        getUtility(IJob, exports.JOB).run("", clock.now().replace(year=2100))
        transaction.begin()
        assert len(kept(kind="export")) == 1

    def test_two_at_once_leave_one_file(self, portal, monkeypatch):
        request_id = exports.ask(who("yara"), "nl")
        make = export_file.make

        def make_twice(*args):
            monkeypatch.setattr(export_file, "make", make)
            assert exports.build(request_id)
            return make(*args)

        monkeypatch.setattr(export_file, "make", make_twice)
        assert exports.build(request_id) is None
        assert len(kept(kind="export")) == 1
        assert len(kept(kind="proof")) == 1

    def test_the_job_does_nothing_for_who_was_erased_meanwhile(self, portal):
        request_id = exports.ask(who("yara"), "nl")
        with transaction.manager:
            vault.get().erase(request_id)
        assert getUtility(IJob, exports.JOB).run(request_id, clock.now()) == (True, {"made": 0})


def broken(*args):
    raise OSError("killed")
