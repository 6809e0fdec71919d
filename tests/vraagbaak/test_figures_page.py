"""The pages and the service of the figures: who sees them, and that they say the same."""

from at_the_desk import make
from at_the_queue import ANOUK
from at_the_queue import CHIEF
from at_the_queue import OTHER
from at_the_queue import people
from browsing import Web
from plone.uuid.interfaces import IUUID
from samenbeter.shared import counters
from samenbeter.shared import referral_counts
from scripted_month import month
from scripted_month import queue

import csv
import io
import pytest
import requests
import transaction


__all__ = ("month", "queue")


# who: whether the figures are for them
SEES = {
    "": False,
    "anna": False,
    "wies": False,
    "zara": False,
    "piet": False,
    "peter": True,
    "bea": True,
    ANOUK: True,
    CHIEF: True,
    OTHER: False,
}


class TestRoles:
    """The page, the CSV and the service."""

    @pytest.fixture
    def everybody(self, month):
        """Somebody of each role."""
        uid = IUUID(month.one)
        people(
            {
                "anna": None,
                "wies": "Wijkwebber",
                "zara": f"{uid}-experts",
                "piet": f"{uid}-managers",
                "peter": "Privacy Officer",
                "bea": "Site Administrators",
            }
        )
        transaction.commit()
        return month.desk.absolute_url()

    def test_who_sees_what(self, everybody):
        """Each page and service, as each role; the link on the page of the desk too."""
        for userid, sees in SEES.items():
            web = Web(userid)
            status = web.get(f"{everybody}/@@cijfers")
            assert (status == 200) == sees, userid
            rest = requests.get(
                f"{everybody}/@figures", headers={"Accept": "application/json"}, auth=web.http.auth, timeout=60
            )
            assert (rest.status_code == 200) == sees, userid
            assert sees or rest.status_code in (401, 403), userid
            if sees:
                assert "oktober 2026" in web.text
                assert rest.headers["Cache-Control"] == "no-store" or "private" in rest.headers["Cache-Control"]

    def test_csv_and_service_say_the_same(self, everybody):
        """Read back cell by cell."""
        web = Web(ANOUK)
        token = web.token(f"{everybody}/@@cijfers")
        assert web.post(f"{everybody}/@@cijfers", do="csv", _authenticator=token) == 200
        rows = list(csv.DictReader(io.StringIO(web.answer.text)))
        rest = requests.get(
            f"{everybody}/@figures", headers={"Accept": "application/json"}, auth=web.http.auth, timeout=60
        ).json()
        wholes = {one["month"]: one for one in rows if not one["theme"]}
        assert wholes["2026-10"]["asked"] == "15"
        for whole in rest["months"]:
            for name, number in whole.items():
                if name not in ("month", "themes"):
                    text = wholes[whole["month"]][name]
                    assert (float(text) if text else None) == number
            for theme, cells in whole["themes"].items():
                mine = next(one for one in rows if (one["month"], one["theme"]) == (whole["month"], theme))
                assert {name: int(mine[name]) if mine[name] else None for name in cells} == cells

    def test_the_page_looks_as_often_however_much_there_is(self, month, everybody, monkeypatch):
        """At the counters seven times, at the catalog as often with more questions and themes."""
        from Products.ZCatalog.Catalog import Catalog

        looks = []
        series, search = counters.series, Catalog.search

        def counted(*prefix, **given):
            looks.append("counters")
            return series(*prefix, **given)

        def searched(*args, **given):
            looks.append("catalog")
            return search(*args, **given)

        monkeypatch.setattr(counters, "series", counted)
        monkeypatch.setattr(Catalog, "search", searched)

        def look():
            looks.clear()
            assert Web(ANOUK).get(f"{everybody}/@@cijfers") == 200
            return looks.count("counters"), looks.count("catalog")

        look()
        before = look()
        assert before[0] == 7
        for theme in ("werk", "bewegen", "eenzaamheid"):
            for _number in range(6):
                make(month.desk, "VraagbaakQuestion", title="Wat helpt?", question="Wat?", themes=[theme])
                referral_counts.count("sent", [theme], IUUID(month.desk))
        transaction.commit()
        assert look() == before
