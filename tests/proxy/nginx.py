"""An nginx of our own, with the settings that stand in docs/how-to/proxy.rst."""

from pathlib import Path

import re
import runpy
import socket
import ssl
import subprocess
import time


ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "proxy.rst"
NEED = runpy.run_path(str(ROOT / "scripts" / "need.py"))
NAME = "wijk.example"
AROUND = """\
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/start.log;
events {{ }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{settings}
}}
"""
_BLOCK = re.compile(r"^\.\. code-block:: nginx\n\n((?:   .*\n|\n)+)", re.MULTILINE)


def blocks():
    """Return the settings on the page: of the whole site, and of a site below a path."""
    found = [re.sub(r"^   ", "", block, flags=re.MULTILINE) for block in _BLOCK.findall(PAGE.read_text("utf-8"))]
    assert len(found) == 2
    return found


def program():
    """Return the path of nginx, or None."""
    return NEED["nginx"]()


def free_port():
    """Return a port that nothing listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Nginx:
    """A running nginx before a site.

    :param folder: for its files.
    :param zope: host and port of the site, as "localhost:1234".
    :param site_id: the id of the site.
    """

    def __init__(self, folder, zope, site_id):
        self.folder = folder
        self.http, self.https = free_port(), free_port()
        self.make_certificate()
        settings = self.settings(zope, site_id)
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, settings=settings), encoding="utf-8")
        command = [program(), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        subprocess.run([*command, "-t"], check=True, capture_output=True, text=True)
        self.process = subprocess.Popen(command)
        self.wait()

    def make_certificate(self):
        """Make a certificate for the name."""
        files = ["-keyout", str(self.folder / "key.pem"), "-out", str(self.folder / "cert.pem")]
        names = f"subjectAltName=DNS:{NAME},DNS:www.{NAME}"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
        subprocess.run([*command, "-addext", names, *files], check=True, capture_output=True)

    def settings(self, zope, site_id):
        """Return the settings of the page, with files, ports and id of this test."""
        whole, below = blocks()
        # both on one server: the part below a path stands before the rest
        whole = whole.replace("    location / {", f"{below}\n    location / {{", 1)
        for old, new in (
            ("/etc/ssl/wijk.example.pem", self.folder / "cert.pem"),
            ("/etc/ssl/wijk.example.key", self.folder / "key.pem"),
            ("/var/log/nginx", self.folder),
            ("listen 80", f"listen 127.0.0.1:{self.http}"),
            ("listen 443", f"listen 127.0.0.1:{self.https}"),
            ("http://127.0.0.1:8080", f"http://{zope}"),
            ("/samenbeter/", f"/{site_id}/"),
        ):
            assert old in whole, old
            whole = whole.replace(old, str(new))
        return whole

    def wait(self):
        """Wait until it answers."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.https), timeout=1).close()
                return
            except OSError:
                assert self.process.poll() is None, (self.folder / "start.log").read_text("utf-8")
                time.sleep(0.05)
        raise AssertionError("nginx does not answer")

    def stop(self):
        """Stop it."""
        self.process.terminate()
        self.process.wait(timeout=20)

    def ask(self, path, method="GET", name=NAME, tls=True, body=b"", **headers):
        """Return the answer as (status, headers as a list, body); None when there was none.

        :param name: the name that the browser believes it talks to.
        """
        lines = [f"{method} {path} HTTP/1.1", f"Host: {name}", "Connection: close", "Accept: text/html"]
        lines += [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
        lines += [f"Content-Length: {len(body)}"] if body else []
        try:
            with self.connection(name, tls) as line:
                line.sendall("\r\n".join([*lines, "", ""]).encode())
                line.sendall(body)
                return read(line)
        except (ConnectionError, ssl.SSLError):
            return None

    def connection(self, name, tls):
        """Return a connection, with or without TLS."""
        plain = socket.create_connection(("127.0.0.1", self.https if tls else self.http), timeout=60)
        if not tls:
            return plain
        context = ssl.create_default_context(cafile=str(self.folder / "cert.pem"))
        context.check_hostname = False
        return context.wrap_socket(plain, server_hostname=name)

    def log(self):
        """Return what stands in its logs."""
        return "".join(path.read_text("utf-8") for path in self.folder.glob("*.log"))


def read(line):
    """Return (status, [(name, value)], body) of an answer; None when the line was closed."""
    data = b""
    while part := line.recv(65536):
        data += part
    if not data:
        return None
    head, _blank, body = data.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    return int(first.split()[1]), [tuple(one.split(": ", 1)) for one in rest], body
