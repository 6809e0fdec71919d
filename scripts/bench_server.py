"""The server of the benchmark: one Zope process with a stock site and three of ours.

Started by scripts/bench.py. The address /bench-cpu tells how much time of the
processor this process has used, in nanoseconds.
"""

from bench_desk_fill import FEW
from bench_desk_fill import make_desk
from bench_desk_fill import make_form
from bench_desk_fill import MANY
from bench_fill import LARGE
from bench_fill import make_grown
from bench_fill import make_hard
from bench_fill import make_ours
from bench_fill import make_stock
from bench_fill import SMALL
from functools import partial
from pathlib import Path
from samenbeter.demo import ports
from samenbeter.demo import start
from samenbeter.demo import zope_conf

import argparse
import random
import signal
import sys
import time


def make_sites(items, var, guard=False, desk=False):
    """Make all sites, each from the same chance.

    :param guard: only those that tell what the hardening costs.
    :param desk: only those that tell what asking and the desk cost.
    """
    from AccessControl.SecurityManagement import newSecurityManager
    from samenbeter.demo import site as demo

    import transaction

    makers = [
        partial(make_stock, items=items),
        partial(make_ours, items=items),
        partial(make_grown, name=SMALL, items=100),
        partial(make_grown, name=LARGE, items=10_000),
    ]
    if guard:
        makers = [partial(make_ours, items=items), partial(make_hard, items=items)]
    if desk:
        makers = [
            make_form,
            partial(make_desk, name=SMALL, cases=FEW),
            partial(make_desk, name=LARGE, cases=MANY),
        ]
        makers = [partial(make, items=items) for make in makers]
    for make in makers:
        with demo.opened(8080) as app:
            newSecurityManager(None, demo.ensure_admin(app, var))
            make(app, chance=random.Random(7))  # noqa: S311
            transaction.commit()


def with_clock(application):
    """Return the application, with an address that tells the time of the processor."""

    def answer(environ, start_response):
        if environ["PATH_INFO"] != "/bench-cpu":
            return application(environ, start_response)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [str(time.process_time_ns()).encode()]

    return answer


def main():
    import waitress.server

    parser = argparse.ArgumentParser()
    parser.add_argument("--var", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--items", type=int, required=True)
    parser.add_argument("--guard", action="store_true")
    parser.add_argument("--desk", action="store_true")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    conf = zope_conf.prepare(asked.var)
    zope_conf.set_environment(asked.var)
    start.log_to(asked.var / "log")
    application = start.start_zope(conf)
    try:
        make_sites(asked.items, asked.var, asked.guard, asked.desk)
        sockets = ports.open_sockets("localhost", asked.port)
        # one thread: all requests meet the same warm cache
        waitress.server.create_server(with_clock(application), sockets=sockets, threads=1, ident=None).run()
    finally:
        start.close_database()


if __name__ == "__main__":
    main()
