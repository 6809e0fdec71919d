"""Page templates are compiled one at a time.

Python up to 3.12 counts how deep it is in a syntax tree in one number for all threads (python/cpython #106905,
malthe/chameleon #387). When two threads build one at the same moment and Python tidies its memory meanwhile, one of
them ends in "SystemError: AST constructor recursion depth mismatch", and a visitor in a page that says that something
went wrong. That is only possible while templates are compiled, each once after the start: so waiting costs nothing.
"""

from Products.PageTemplates.engine import Program
from zope.interface import provider
from zope.pagetemplate.interfaces import IPageTemplateEngine

import threading


# a template can be compiled while another one is, in the same thread
_lock = threading.RLock()


@provider(IPageTemplateEngine)
class OneAtATime(Program):
    """The engine of Zope, for all page templates of the process."""

    @classmethod
    def cook(cls, source_file, text, engine, content_type):
        """Return (program, macros) of a template, as the engine of Zope does."""
        with _lock:
            return super().cook(source_file, text, engine, content_type)
