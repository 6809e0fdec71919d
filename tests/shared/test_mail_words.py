"""A mail says nothing to whom it is not for, and no text in it becomes a header."""

from datetime import timedelta
from email import message_from_bytes
from email import policy
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from letters import ANNA
from letters import box
from letters import free_port
from letters import point_at
from letters import SECRET
from letters import send
from letters import server
from letters import site
from letters import work
from samenbeter.interfaces import IJob
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.shared.rights import Subject
from zope.component import getUtility

import pytest


__all__ = ("box", "server", "site")


class TestAddress:
    @pytest.mark.parametrize(
        "to",
        [
            "",
            "anna",
            "@example.org",
            "anna@",
            "anna@example.org, bob@example.org",
            "anna@example.org\nBcc: bob@example.org",
            "anna@example.org\r\nBcc: bob@example.org",
            "anna@example.org bob@example.org",
            "Anna <anna@example.org>",
            '"a b"@example.org',
            "zoë@example.org",
            "a" * 250 + "@example.org",
            "anna@" + "a" * 64 + ".org",
            None,
        ],
    )
    def test_what_is_no_address_is_refused_and_not_repeated(self, site, to):
        with pytest.raises(mail.NoAddress) as refused:
            mail.send(to, "Dag", "Dag")
        assert str(refused.value) == ""

    def test_a_domain_goes_as_dns_knows_it(self):
        assert mail.clean_address(" anna@zoë.example ") == "anna@xn--zo-ija.example"

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
    @given(to=st.text(max_size=40), subject=st.text(max_size=300), body=st.text(max_size=300))
    def test_no_text_adds_a_header(self, site, to, subject, body):
        try:
            to = mail.clean_address(f"{to}@example.org")
        except mail.NoAddress:
            to = ANNA
        data = {"to": to, "subject": mail.one_line(subject), "body": body, "token": "a"}
        found = message_from_bytes(mail.message(data).as_bytes(), policy=policy.default)
        assert sorted(found.keys()) == sorted(
            [
                "Auto-Submitted",
                "Content-Transfer-Encoding",
                "Content-Type",
                "Date",
                "From",
                "MIME-Version",
                "Message-ID",
                "Subject",
                "To",
            ]
        )


class TestNothingLeaks:
    @pytest.mark.abuse("A27")
    def test_no_log_line_has_an_address_or_a_text(self, site, server, box, caplog):
        caplog.set_level("DEBUG", logger="samenbeter")
        box.at_rcpt = f"450 not {ANNA}"
        for port in (server.port, free_port()):
            point_at("127.0.0.1", port)
            send()
            assert work()[1]
        # of the site; the test's own server logs what it likes
        said = [record.getMessage() for record in caplog.records if not record.name.startswith("mail.")]
        assert not [line for line in said if "anna" in line or SECRET in line]

    def test_nothing_of_it_is_in_the_state_of_the_jobs(self, site):
        send()
        work()
        state = jobs.store().states[mail.JOB]
        due = [jobs.store().get(one) for one in jobs.store().due(mail.JOB, clock.now() + timedelta(days=1))]
        assert "anna" not in repr([vars(one) for one in (state, *due)])


class TestPersonalData:
    def test_the_person_sees_the_text_but_no_link_that_opens_something(self, site):
        send(body=f"Dag {SECRET}, klik op https://samenbeter.example/x?code=geheim")
        page = getUtility(IPersonalDataProvider, mail.JOB).export(Subject(email=ANNA))
        (item,) = page.items
        said = repr((item.values, item.data))
        assert SECRET in said
        assert ANNA in said
        assert "geheim" not in said

    def test_the_job_is_there(self, site):
        assert getUtility(IJob, mail.JOB).every is None
