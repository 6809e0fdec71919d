"""Two threads that compile page templates at the same moment both get one."""

from Products.PageTemplates.Expressions import getTrustedEngine
from samenbeter.shared import cooking
from zope.component import getUtility
from zope.pagetemplate.interfaces import IPageTemplateEngine

import ast
import gc
import pytest
import threading
import time


TEMPLATE = "<p>${python:[f(a + b * c, [1, 2, (3, 4)]) for a in b if c]}</p>" * 20


class Untidy:
    """Something that lets other threads go on when Python tidies it away, as what closes a file or a socket does."""

    def __init__(self):
        self.itself = self

    def __del__(self):
        time.sleep(0.0005)


@pytest.fixture
def untidy():
    """Python tidies its memory all the time."""
    before = gc.get_threshold()
    gc.set_threshold(50)
    yield
    gc.set_threshold(*before)


def errors_of(work):
    """Let four threads do some work several times; return what went wrong."""
    found = []

    def run():
        for _time in range(30):
            Untidy()
            try:
                work()
            except Exception as problem:
                found.append(problem)

    threads = [threading.Thread(target=run) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_the_whole_process_compiles_with_it(portal):
    """Also the templates of Plone and of other add-ons."""
    assert getUtility(IPageTemplateEngine) is cooking.OneAtATime


def test_no_two_threads_compile_at_the_same_moment(portal, monkeypatch, untidy):
    """The engine of Zope is never entered twice, and each thread gets a program that works."""
    inside, most, programs = [], [], []
    real = ast.unparse

    def look(*args):
        inside.append(threading.get_ident())
        most.append(len(set(inside)))
        time.sleep(0.001)
        inside.remove(threading.get_ident())
        return real(*args)

    monkeypatch.setattr("chameleon.codegen.unparse", look)
    engine = getUtility(IPageTemplateEngine)

    def work():
        programs.append(engine.cook("een.pt", "<p tal:content='string:goed' />", getTrustedEngine(), "text/html")[0])

    assert errors_of(work) == []
    assert len(programs) == 120 and set(most) == {1}


def test_pages_are_compiled_while_python_tidies(portal, untidy):
    """What failed without it, on Python before 3.13."""
    engine = getUtility(IPageTemplateEngine)
    assert errors_of(lambda: engine.cook("een.pt", TEMPLATE, getTrustedEngine(), "text/html")) == []
