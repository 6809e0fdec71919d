"""On which addresses the demo is served, and whether they are free."""

import errno
import socket


LOOPBACK = ("127.0.0.1", "::1")


class Busy(Exception):
    """The port cannot be had; the message says what to do."""


def is_loopback(host):
    """Say whether only programs on this machine can reach the address."""
    return host in ("localhost", *LOOPBACK)


def addresses(host):
    """Return the (family, address) pairs to serve on."""
    if is_loopback(host):
        pairs = ((socket.AF_INET, LOOPBACK[0]), (socket.AF_INET6, LOOPBACK[1]))
        return pairs if host == "localhost" else [p for p in pairs if p[1] == host]
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return sorted({(family, where[0]) for family, _, _, _, where in found})


def bind(family, address, port):
    """Return a bound socket, or None when the machine has no such address."""
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind((address, port))
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise Busy(
                f"Port {port} is in use by another program. Perhaps SamenBeter runs "
                f"already. Else choose another port: PORT={port + 1} make start"
            ) from None
        if error.errno in (errno.EACCES, errno.EPERM):
            raise Busy(f"This user may not use port {port}. Choose one above 1023: PORT=8081 make start") from None
        return None
    return bound


def open_sockets(host, port):
    """Return sockets bound to the port on each address of the host."""
    opened = []
    try:
        for family, address in addresses(host):
            try:
                bound = bind(family, address, port)
            except OSError:  # a machine without IPv6
                continue
            if bound is not None:
                opened.append(bound)
    except Busy:
        for one in opened:
            one.close()
        raise
    if not opened:
        raise Busy(f"This machine has no address {host}.")
    return opened


def check_free(host, port):
    """Raise Busy when the port cannot be had now."""
    for one in open_sockets(host, port):
        one.close()


def free_port():
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK[0], 0))
        return probe.getsockname()[1]
