"""From an address that somebody typed only what is on the open internet is fetched."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from samenbeter.vraagbaak import fetching
from samenbeter.vraagbaak.fetching import fetch
from samenbeter.vraagbaak.fetching import NotFetched

import pytest
import socket
import threading


@pytest.fixture
def public(monkeypatch):
    """As on a real site: this machine is not the internet."""
    monkeypatch.setattr(fetching, "local_allowed", lambda: False)


@pytest.fixture
def developer(monkeypatch):
    """As on a developer's instance."""
    monkeypatch.setattr(fetching, "local_allowed", lambda: True)


@contextmanager
def serving(answer):
    """Serve on this machine; ``answer`` gets the handler. Give the address and the list of what was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        """Answers as the test says."""

        def do_GET(self):
            """Keep what was asked, and answer."""
            asked.append(self.path)
            answer(self)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def give(status=200, body=b"[]", **headers):
    """Return an answer for ``serving``."""

    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def refusal(address):
    """Return why an address is refused."""
    with pytest.raises(NotFetched) as refused:
        fetch(address)
    return refused.value.message


class TestInside:
    @pytest.mark.parametrize(
        "address",
        [
            "https://127.0.0.1/",
            "https://localhost/",
            "https://[::1]/",
            "https://0.0.0.0/",
            "https://10.1.2.3/",
            "https://172.16.0.1/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://100.64.0.1/",
            "https://[fe80::1]/",
            "https://[fc00::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::a00:1]/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://127.0.0.1:22/",
        ],
    )
    def test_nothing_is_fetched_from_a_machine_inside(self, public, address):
        assert refusal(address) == fetching.INSIDE

    def test_a_name_that_leads_inside_is_no_way_in(self, public, monkeypatch):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 443))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kw: found)
        assert refusal("https://netjes.example/") == fetching.INSIDE

    def test_a_name_that_changes_its_mind_is_no_way_in(self, public, monkeypatch):
        """Asked first it is outside; when the connection is made it is a machine inside."""
        with serving(give()) as (url, asked):
            port = int(url.rpartition(":")[2])
            real = socket.getaddrinfo
            answers = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", port))]])
            monkeypatch.setattr(
                socket,
                "getaddrinfo",
                lambda host, *args, **kw: next(answers, None) or real("127.0.0.1", port, type=socket.SOCK_STREAM),
            )
            assert refusal(f"https://wissel.example:{port}/") == fetching.INSIDE
            assert asked == []

    def test_a_redirect_is_looked_at_too(self, developer, monkeypatch):
        with serving(give(302, Location="https://10.0.0.1/geheim")) as (url, asked):
            assert refusal(url) == fetching.INSIDE
            assert asked == ["/"]

    def test_a_redirect_to_something_else_is_refused(self, developer):
        for target in ("file:///etc/passwd", "http://voorbeeld.example/", "gopher://x.example/"):
            with serving(give(302, Location=target)) as (url, _asked):
                assert refusal(url) in (fetching.NOT_SECURE, fetching.NO_ADDRESS)

    @pytest.mark.parametrize("address", ["http://voorbeeld.example/", "ftp://voorbeeld.example/", "file:///etc/passwd"])
    def test_only_a_secure_address_will_do(self, public, address):
        assert refusal(address) in (fetching.NOT_SECURE, fetching.NO_ADDRESS)

    def test_also_on_this_machine_on_a_real_site(self, public):
        with serving(give()) as (url, asked):
            assert refusal(url) == fetching.NOT_SECURE
            assert asked == []

    @pytest.mark.parametrize(
        "address", ["", "voorbeeld", "https://", "https://[x/", "https://naam:geheim@voorbeeld.example/"]
    )
    def test_what_is_no_address_is_said_so(self, public, address):
        assert refusal(address) in (fetching.NO_ADDRESS, fetching.NOT_SECURE)

    def test_no_proxy_and_no_password_file_comes_between(self, developer, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", "http://10.0.0.1:3128")
        with serving(give(body=b"[1]")) as (url, _asked):
            assert fetch(url) == b"[1]"

    @pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
    def test_the_open_internet_is_outside(self, address):
        assert fetching.is_outside(address)


class TestAnswer:
    def test_a_developer_may_fetch_from_this_machine(self, developer):
        with serving(give(body=b'[{"id": "a"}]')) as (url, _asked):
            assert fetch(url) == b'[{"id": "a"}]'

    def test_a_redirect_is_followed(self, developer):
        def answer(handler):
            give(301, Location="/daar")(handler) if handler.path == "/" else give(body=b"[2]")(handler)

        with serving(answer) as (url, asked):
            assert fetch(url) == b"[2]"
            assert asked == ["/", "/daar"]

    def test_an_endless_redirect_ends(self, developer):
        with serving(give(302, Location="/")) as (url, asked):
            assert "steeds weer door" in refusal(url).default
            assert len(asked) == fetching.MAX_REDIRECTS + 1

    def test_too_much_is_not_read_to_its_end(self, developer, monkeypatch):
        monkeypatch.setattr(fetching, "MAX_BYTES", 100_000)
        with serving(give(body=b"x" * 300_000)) as (url, _asked):
            assert refusal(url) == fetching.TOO_LARGE

    def test_too_slow_is_not_waited_for(self, developer, monkeypatch):
        monkeypatch.setattr(fetching, "TIMEOUTS", (0.2, 0.2))
        over = threading.Event()
        with serving(lambda handler: over.wait(5)) as (url, _asked):
            assert refusal(url) == fetching.TOO_SLOW
            over.set()

    def test_an_error_of_the_other_side_is_told(self, developer):
        with serving(give(404)) as (url, _asked):
            assert refusal(url).mapping == {"status": 404}

    def test_nobody_there_is_told(self, developer):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            assert refusal(f"http://127.0.0.1:{taken.getsockname()[1]}/") == fetching.NO_ANSWER
