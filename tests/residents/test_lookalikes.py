"""Names that people give themselves: none that looks like that of somebody whom others trust (A30)."""

from coming_in import add_user
from coming_in import Browser
from coming_in import PASSWORD
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import names

import pytest
import requests
import transaction


PARTNERS = ("De Linde", "Huiskamer van de wijk")
OTHERS = ("Ria de Boer", "")

# name: why it is refused; None when it is good
NAMES = {
    "": None,
    "Yara": None,
    "Jan Aarts": None,
    "Fatima el Idrissi": None,
    "Мария": None,
    "李娜": None,
    "Zoë van der Linden": None,
    "Bob 🙂": None,
    "Yara <b>J.</b>": None,
    "Huisarts": names.ROLE,
    "Huisarts Lindenhof": names.ROLE,
    "HUISARTS": names.ROLE,
    "h u i s a r t s": names.ROLE,
    "Hu.is.arts": names.ROLE,
    "Ηuisarts": names.ROLE,
    "Huisаrts": names.ROLE,
    "нuisarts": names.ROLE,
    "Huísärts": names.ROLE,
    "Huis\u00adarts": names.STRANGE,
    "Ｈｕｉｓａｒｔｓ": names.ROLE,
    "𝓗𝓾𝓲𝓼𝓪𝓻𝓽𝓼": names.ROLE,
    "Hu1sarts": names.ROLE,
    "Hulsarts": names.ROLE,
    "de huisartsenpraktijk": names.ROLE,
    "Dr. Dokter": names.ROLE,
    "Dr. Jansen": names.ROLE,
    "drs Jansen": names.ROLE,
    "Adriaan": None,
    "ʜᴜɪꜱᴀʀᴛꜱ": names.ROLE,
    "Wijkverpleegkundige Ans": names.ROLE,
    "Zuster Clivia": names.ROLE,
    "Gemeente Eindhoven": names.ROLE,
    "P0litie": names.ROLE,
    "Beheer": names.ROLE,
    "Reda\u200bctie": names.STRANGE,
    "SamenBeter": names.ROLE,
    "Samen Beter": names.ROLE,
    "De Linde": names.PARTNER,
    "de linde eindhoven": names.PARTNER,
    "DeLinde": names.PARTNER,
    "Dе Lіndе": names.PARTNER,
    "ria de boer": names.TAKEN,
    "Ria  de-Boer": names.TAKEN,
    "Rіa de Воеr": names.TAKEN,
    "\u202eairaM": names.STRANGE,
    "🙂": names.STRANGE,
    "...": names.STRANGE,
    "Ria\nde Boer": names.STRANGE,
    "x" * 61: names.TOO_LONG,
}


@pytest.mark.abuse("A30")
@pytest.mark.parametrize("name", NAMES)
def test_a_name(name):
    assert names.refusal(name, PARTNERS, OTHERS) == NAMES[name]


# letters that look like those of "huisarts"
TWINS = {"h": "hHнһΗＨ", "u": "uUυúü", "i": "iIіíіl1|", "s": "sSѕ5$", "a": "aAаαá@4", "r": "rRгŕ", "t": "tTтτ7"}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whoever_writes_it_with_other_letters_is_refused_too(data):
    typed = "".join(data.draw(st.sampled_from(TWINS[letter])) for letter in "huisarts")
    gaps = data.draw(st.lists(st.sampled_from(["", " ", ".", "-"]), min_size=8, max_size=8))
    assert names.refusal("".join(a + b for a, b in zip(typed, gaps, strict=True)).strip()) == names.ROLE


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_an_answer(text):
    assert names.refusal(text, PARTNERS, OTHERS) is None or names.refusal(text, PARTNERS, OTHERS) in (
        names.ROLE,
        names.PARTNER,
        names.TAKEN,
        names.STRANGE,
        names.TOO_LONG,
    )


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_a_name_looks_like_itself_in_capitals_and_with_spaces(text):
    assert names.skeleton(text) == names.skeleton(f"  {text} ")
    if text.isascii():
        assert names.skeleton(text) == names.skeleton(text.swapcase()) or not text.isalpha()


@pytest.mark.abuse("A30")
class TestEachWayToChangeIt:
    """One check, by whatever form or service it comes."""

    @pytest.fixture
    def yara(self, functional_portal):
        add_user("yara")
        add_user("bilal")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.get("bilal").setMemberProperties({"fullname": "Bilal Amrani"})
        transaction.commit()
        browser = Browser(functional_portal)
        browser.log_in("yara")
        return browser

    def name(self):
        transaction.begin()
        return api.user.get("yara").getProperty("fullname")

    @pytest.mark.parametrize(("typed", "kept"), [("Huisarts", ""), ("BiIal Amrani", ""), ("Yara", "Yara")])
    def test_our_page(self, yara, typed, kept):
        yara.get("@@mijn-gegevens-kloppen")
        yara.send(0, do="name", fullname=typed)
        assert self.name() == kept

    @pytest.mark.parametrize(("typed", "kept"), [("Huisarts", ""), ("Yara", "Yara")])
    def test_plones_page(self, yara, typed, kept):
        answer = yara.get("@@personal-information")
        (form,) = [form for form in html.fromstring(answer.text).forms if "form.widgets.fullname" in form.fields]
        data = {name: value or "" for name, value in form.form_values()}
        data.update({"form.widgets.fullname": typed, "form.buttons.save": "1"})
        answer = yara.post("@@personal-information", **data)
        assert self.name() == kept
        if not kept:
            assert names.ROLE.default.split(".")[0] in answer.text

    @pytest.mark.parametrize(("typed", "status"), [("Huisarts", 400), ("Yara", 204)])
    def test_rest(self, yara, functional_portal, typed, status):
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            functional_portal.manage_permission("plone.restapi: Use REST API", ["Member", "Manager"], 1)
        transaction.commit()
        answer = requests.patch(
            f"{functional_portal.absolute_url()}/@users/yara",
            json={"fullname": typed},
            auth=("yara", PASSWORD),
            headers={"Accept": "application/json"},
            timeout=60,
        )
        assert answer.status_code == status
        assert self.name() == (typed if status == 204 else "")

    def test_a_log_in_name_is_not_told(self, yara):
        """Else it would say who has an account."""
        add_user("carla", login="carla@example.org")
        yara.get("@@mijn-gegevens-kloppen")
        yara.send(0, do="name", fullname="carla@example.org")
        assert self.name() == "carla@example.org"

    def test_who_manages_accounts_may_give_any_name(self, yara):
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.get("yara").setMemberProperties({"fullname": "Huisarts Jansen"})
        transaction.commit()
        assert self.name() == "Huisarts Jansen"
