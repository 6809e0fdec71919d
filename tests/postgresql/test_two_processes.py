"""What one process does, the other shows; and both can write at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
import threading


pytestmark = pytest.mark.postgresql

HTML = {"content-type": "text/html", "encoding": "utf-8"}
REFUSED = (401, 403, 404)
MANY = 40


def create(send, container, **fields):
    """Create an item and return its path below the site."""
    answer = send("POST", container, fields)
    assert answer.status_code == 201, answer.text
    return path_of(answer)


def path_of(answer):
    """Return the path of the item that an answer is about; processes have different addresses."""
    return answer.json()["@id"].partition("/samenbeter")[2]


def step(send, path, transition):
    """Do a transition."""
    answer = send("POST", f"{path}/@workflow/{transition}", {})
    assert answer.status_code == 200, answer.text


def question(send, title, **fields):
    """Create a question at the desk and return its path."""
    return create(send, "/vraagbaak", **{"@type": "VraagbaakQuestion", "title": title, **fields})


def page(zope, path, kept={}):  # noqa: B006
    """Return a page as a browser sees it that keeps what it may."""
    address = zope.base + path
    etag, text = kept.get(address, (None, None))
    answer = requests.get(address, headers={"If-None-Match": etag} if etag else {}, timeout=60)
    if answer.status_code == 304:
        return text
    kept[address] = answer.headers["ETag"], answer.text
    return answer.text


def found(send, **query):
    """Return the titles that a search finds."""
    words = "&".join(f"{name}={value}" for name, value in query.items())
    answer = send("GET", f"/@search?b_size=200&{words}")
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


class TestWhatOneDoesTheOtherShows:
    """In the very next request."""

    def test_what_is_published_is_public_and_what_is_withdrawn_is_not(self, site):
        editor, visitor = site.one.rest("redactie"), site.two.rest()
        path = question(
            editor,
            "Waar haal ik slaap?",
            summary={**HTML, "data": "<p>Rust eerst uit.</p>"},
            answer_type="general_information",
        )
        step(editor, path, "review")
        assert visitor("GET", path).status_code in REFUSED

        step(editor, path, "publish")
        assert visitor("GET", path).json()["title"] == "Waar haal ik slaap?"
        assert found(visitor, portal_type="VraagbaakQuestion") == ["Waar haal ik slaap?"]
        assert "Rust eerst uit." in requests.get(site.two.base + path, timeout=60).text

        step(editor, path, "withdraw")
        assert visitor("GET", path).status_code in REFUSED
        assert found(visitor, portal_type="VraagbaakQuestion") == []

    def test_a_kept_page_is_not_shown_after_a_change(self, site):
        """Visitors of the other process have the page, and their process has parts of it."""
        editor, admin = site.one.rest("redactie"), site.one.rest("beheer")
        settings, numbers = "/@controlpanels/samenbeter-shared", "urgent_numbers"
        path = question(
            editor, "Wat helpt?", summary={**HTML, "data": "<p>Thee.</p>"}, answer_type="general_information"
        )
        step(editor, path, "review")
        step(editor, path, "publish")
        had = admin("GET", settings).json()["data"][numbers]
        assert "Thee." in page(site.two, path)
        assert "Wat helpt?" in page(site.two, "/vraagbaak")

        assert editor("PATCH", path, {"title": "Wat helpt mij?", "summary": "<p>Koffie.</p>"}).status_code == 204
        assert "Koffie." in page(site.two, path)
        assert "Wat helpt mij?" in page(site.two, "/vraagbaak")

        assert admin("PATCH", settings, {numbers: ["Gevaar|144"]}).status_code == 204
        assert "tel:144" in page(site.two, path)
        assert admin("PATCH", settings, {numbers: had}).status_code == 204
        assert "tel:144" not in page(site.two, path)

        step(editor, path, "withdraw")
        assert "Wat helpt mij?" not in page(site.two, "/vraagbaak")

    def test_an_expert_sees_a_question_for_as_long_as_it_is_theirs(self, site):
        editor, expert = site.one.rest("redactie"), site.two.rest("expert")
        path = question(editor, "Wie helpt mij bij het douchen?", consulted=[site.partner])
        assert expert("GET", path).status_code in REFUSED

        step(editor, path, "consult")
        assert expert("GET", path).status_code == 200
        assert found(expert, portal_type="VraagbaakQuestion") == ["Wie helpt mij bij het douchen?"]

        assert editor("PATCH", path, {"consulted": []}).status_code == 204
        assert expert("GET", path).status_code in REFUSED
        assert found(expert, portal_type="VraagbaakQuestion") == []

    def test_a_new_word_is_known(self, site):
        admin, editor = site.one.rest("beheer"), site.two.rest("redactie")
        settings = "/@controlpanels/samenbeter-shared"
        themes = admin("GET", settings).json()["data"]["themes"]
        assert (
            editor(
                "POST", "/vraagbaak", {"@type": "VraagbaakQuestion", "title": "Tuin?", "themes": ["tuin"]}
            ).status_code
            == 400
        )

        assert admin("PATCH", settings, {"themes": [*themes, "tuin|Tuinieren|Gardening"]}).status_code == 204
        terms = editor("GET", "/@vocabularies/samenbeter.themes?b_size=100").json()["items"]
        assert "tuin" in [term["token"] for term in terms]
        question(editor, "Tuin!", themes=["tuin"])


class TestManyAtTheSameTime:
    """Forty writers over two processes: none is turned away and nothing is lost."""

    @pytest.fixture(scope="class")
    def written(self, site):
        """What came of it: (questions, contributions, path of the question that all contribute to)."""
        shared = question(site.one.rest("redactie"), "Waar schrijven alle deskundigen mee?")
        gate = threading.Barrier(MANY)

        def write(number):
            send = (site.one, site.two)[number % 2].rest("redactie")
            gate.wait(60)
            if number % 4 < 2:
                fields = {
                    "@type": "VraagbaakQuestion",
                    "title": f"Tegelijk {number}",
                    "question": f"Vraag nummer{number}",
                }
                return send("POST", "/vraagbaak", fields)
            text = {**HTML, "data": f"<p>Bijdrage nummer{number}.</p>"}
            return send("POST", shared, {"@type": "VraagbaakAnswer", "contribution": text, "discipline": "huisarts"})

        with ThreadPoolExecutor(MANY) as pool:
            answers = list(pool.map(write, range(MANY)))
        return answers, shared

    def test_everyone_is_served(self, written):
        answers, _shared = written
        refused = [(answer.status_code, answer.text[:300]) for answer in answers if answer.status_code != 201]
        assert refused == []

    def test_both_processes_count_the_same(self, site, written):
        answers, shared = written
        paths = {path_of(answer) for answer in answers if answer.status_code == 201}
        assert len(paths) == MANY
        for zope in (site.one, site.two):
            send = zope.rest("redactie")
            assert len(found(send, portal_type="VraagbaakAnswer", path=f"/samenbeter{shared}")) == MANY // 2
            assert len(found(send, portal_type="VraagbaakQuestion", Title="Tegelijk*")) == MANY // 2
            assert [send("GET", path).status_code for path in sorted(paths)] == [200] * MANY
