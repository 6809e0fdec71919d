"""What a resident tries with what is public, and with accounts: older versions, roles, the data of another."""

from abuse_site import DATA
from abuse_site import make
from abuse_site import Neighbourhood
from abuse_site import ORIGINAL
from abuse_site import PAGE
from abuse_site import said
from actors import rich
from at_the_door import PASSWORD
from plone import api
from plone.app.testing import SITE_OWNER_NAME

import json
import pytest
import transaction


OTHERS = ("visitor", "anna", "wijkwebber", "zorg")
VERSIONS = (
    ("", PAGE),
    ("?version_id=0", PAGE),
    ("/@@historyview", PAGE),
    ("/@@historyview?version_id=0", PAGE),
    ("/@@contenthistorypopup", PAGE),
    ("/@@version-view?version_id=0", PAGE),
    ("/version-view?version_id=0", PAGE),
    ("/versions_history_form?version_id=0", PAGE),
    ("/@@history?one=1&two=0", PAGE),
    ("/@@history?one=current&two=0", PAGE),
    ("/get_macros?version_id=0", PAGE),
    ("/@@iterate_diff", PAGE),
    ("/@@changes", PAGE),
    ("?expand=history", DATA),
    ("?version=0", DATA),
    ("/@history", DATA),
    ("/@history/0", DATA),
    ("/@history/0?fullobjects=1", DATA),
)


@pytest.fixture(scope="class")
def rewritten(shared_portal):
    """A public page and a public question that first said more; the page has versions."""
    site = Neighbourhood(shared_portal)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        pages = [make(site.folder, "Document", "publish", id="stuk", title=ORIGINAL, description=ORIGINAL)]
        pages.append(make(site.question.__parent__, "VraagbaakQuestion", title=ORIGINAL, summary=rich(ORIGINAL)))
        api.user.grant_roles(username="redactie", roles=["Site Administrator"])
    transaction.commit()
    editor = site.client("redactie", DATA)
    for page, more in zip(pages, ({"description": "Anders"}, {"summary": "<p>Anders.</p>"}), strict=True):
        where = f"{editor.base}{site.path(page)}"
        assert editor.http.patch(where, json={"title": "Nu anders", **more}).status_code == 204
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        pages[1].answer_type = "see_gp"
        api.content.transition(pages[1], "review")
        api.content.transition(pages[1], "publish")
    transaction.commit()
    site.pages = pages
    return site


@pytest.mark.abuse("A25")
class TestOlderVersions:
    def test_who_may_edit_finds_the_first_words(self, rewritten):
        """So that the test below can fail."""
        (page, _question) = rewritten.pages
        editor = rewritten.client("redactie", DATA)
        answer = editor.get(f"{rewritten.path(page)}/@history/0")
        assert said(answer, [ORIGINAL]) == [ORIGINAL]

    @pytest.mark.parametrize("who", OTHERS)
    def test_nobody_else_does(self, rewritten, who):
        clients = {accept: rewritten.client(who, accept) for accept in (PAGE, DATA)}
        found = []
        for page in rewritten.pages:
            for path, accept in VERSIONS:
                answer = clients[accept].get(rewritten.path(page) + path)
                assert answer.status_code < 500, path
                if said(answer, [ORIGINAL]):
                    found.append(path)
        assert found == []

    @pytest.mark.parametrize("who", OTHERS)
    def test_nobody_else_brings_them_back(self, rewritten, who):
        (page, question) = rewritten.pages
        client = rewritten.client(who, DATA)
        for item in (page, question):
            url = f"{client.base}{rewritten.path(item)}"
            assert client.http.patch(f"{url}/@history", json={"version": 0}).status_code in (401, 403, 404)
            client.http.post(f"{url}/revertversion", data={"version_id": 0}, allow_redirects=False)
        transaction.begin()
        assert {page.title, question.title} == {"Nu anders"}


@pytest.fixture(scope="class")
def site(shared_portal):
    return Neighbourhood(shared_portal)


# what anna sends, to whose account
ROLES = {"Manager": True, "Site Administrator": True, "Vraagbaak Editor": True}
CHANGES = [
    ("anna", {"roles": ROLES}),
    ("anna", {"groups": ["Administrators", "Vraagbaak Editor"]}),
    ("anna", {"username": "redactie"}),
    ("anna", {"login_name": "redactie", "id": "redactie", "userid": "redactie"}),
    ("bram", {"email": "anna@example.org"}),
    ("bram", {"fullname": "Anna"}),
    ("bram", {"username": "anna2"}),
    ("bram", {"password": "van-anna-gekregen-1"}),
    ("bram", {"roles": ROLES}),
    ("redactie", {"roles": {"Member": False}}),
]


def accounts():
    """Return all that is kept of who is who."""
    transaction.begin()
    found = {}
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in ("anna", "bram", "redactie"):
            user = api.user.get(userid=name)
            # their own name and address are theirs to change
            properties = {one: user.getProperty(one) for one in ("email", "fullname") if name != "anna"}
            groups = sorted(user.getGroups())
            found[name] = (user.getUserName(), sorted(user.getRoles()), groups, properties)
    return found


@pytest.mark.abuse("A31")
class TestRolesAndAccounts:
    @pytest.mark.parametrize(
        "whose, sent", CHANGES, ids=lambda value: value if isinstance(value, str) else json.dumps(value)
    )
    def test_a_program_changes_nothing(self, site, whose, sent):
        before = accounts()
        client = site.client("anna", DATA)
        answer = client.http.patch(f"{client.base}/@users/{whose}", json=sent)
        assert answer.status_code in ((204, 400, 403) if whose == "anna" else (401, 403, 404))
        assert accounts() == before
        # who they are at the next log-in, too
        again = site.client("anna", DATA)
        assert again.get("/@controlpanels").status_code in (401, 403)
        assert again.get("/@users/anna").json()["roles"] == ["Member"]
        site.client("bram")

    @pytest.mark.parametrize(
        "method, path, sent",
        [
            (
                "POST",
                "/@users",
                {"username": "nieuw", "email": "n@example.org", "password": PASSWORD, "roles": ["Manager"]},
            ),
            ("DELETE", "/@users/bram", None),
            ("POST", "/@users/bram/reset-password", {"new_password": "van-anna-gekregen-1", "old_password": "x"}),
            ("PATCH", "/@groups/Administrators", {"users": {"anna": True}}),
            ("POST", "/@groups", {"groupname": "nieuw", "roles": ["Manager"], "users": ["anna"]}),
            ("POST", "/@sharing", {"entries": [{"id": "anna", "type": "user", "roles": {"Editor": True}}]}),
            ("PATCH", "/@controlpanels/security", {"enable_self_reg": True}),
        ],
    )
    def test_nor_in_another_way(self, site, method, path, sent):
        before = accounts()
        client = site.client("anna", DATA)
        answer = client.http.request(method, f"{client.base}{path}", json=sent)
        assert answer.status_code in (400, 401, 403, 404), answer.text
        assert accounts() == before
        assert api.user.get(userid="nieuw") is None and api.group.get("nieuw") is None
        assert "anna" not in dict(site.portal.get_local_roles())
        site.client("bram")

    @pytest.mark.parametrize(
        "path, sent",
        [
            (
                "/@@personal-information?userid=bram",
                {"form.widgets.fullname": "A", "form.widgets.email": "anna@example.org"},
            ),
            (
                "/@@user-information?userid=bram",
                {"form.widgets.fullname": "A", "form.widgets.email": "anna@example.org"},
            ),
            ("/@@usergroup-userprefs", {"users.id:records": "anna", "users.roles:list:records": "Manager"}),
            ("/@@usergroup-usermembership?userid=anna", {"add:list": "Administrators", "form.submitted": "1"}),
            ("/@@usergroup-groupmembership?groupname=Administrators", {"add:list": "anna", "form.submitted": "1"}),
            ("/@@sharing", {"entries.id:records": "anna", "entries.role_Editor:records": "1", "form.button.Save": "1"}),
            ("/@@change-password?userid=bram", {"form.widgets.new_password": "van-anna-gekregen-1"}),
        ],
    )
    def test_nor_with_a_form(self, site, path, sent):
        before = accounts()
        client = site.client("anna")
        buttons = {
            "form.buttons.save": "Save",
            "form.button.Add": "Add",
            "_authenticator": client.token("/@@mijn-gegevens"),
        }
        assert client.post(path, data={**sent, **buttons}).status_code < 500
        assert accounts() == before
        assert "anna" not in dict(site.portal.get_local_roles())
        site.client("bram")
