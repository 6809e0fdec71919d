"""Find the messages to translate: in Python, templates, ZCML and profiles.

The Python files are read as a syntax tree: a message may be written over several
lines, with its default in any place. Templates are read by i18ndude, as Zope does.
"""

from contextlib import redirect_stdout
from dataclasses import dataclass
from dataclasses import field
from i18ndude.extract import tal_strings
from io import StringIO
from lxml import etree
from pathlib import Path

import ast
import re


ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "samenbeter"
PROFILES = ROOT / "profiles"
DOMAIN = "samenbeter"
# a text of a profile or of ZCML is its own id, in English; all others have an id like this
SYMBOL = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)*$")
I18N = "{http://xml.zope.org/namespaces/i18n}"
# what people see of ZCML; permissions are ids for Zope, which it never translates
ZCML_TEXTS = {"behavior": ("title", "description"), "registerProfile": ("title", "description")}


class Conflict(Exception):
    """A message says two things."""


@dataclass
class Found:
    """One message: its Dutch text, when the code says it, and the files that it is in."""

    default: str = ""
    files: set = field(default_factory=set)


class Messages(dict):
    """{msgid: Found}."""

    def add(self, msgid, default, path):
        """Note a message; the same id has the same text everywhere."""
        default = re.sub(r"\s+", " ", default or "").strip()
        found = self.setdefault(msgid, Found(default))
        if SYMBOL.match(msgid) and found.default != default:
            raise Conflict(
                f"{msgid} says “{found.default}” in {', '.join(sorted(found.files))} and “{default}” in {_name(path)}"
            )
        found.files.add(_name(path))


def _name(path):
    return Path(path).relative_to(ROOT).as_posix()


def _files(ending, below):
    return sorted(p for p in below.rglob(f"*{ending}") if "__pycache__" not in p.parts)


def collect():
    """Return the Messages of the package and its profiles."""
    messages = Messages()
    for reader in (from_python, from_templates, from_zcml, from_profiles):
        for msgid, default, path in reader():
            messages.add(msgid, default, path)
    return messages


def from_python():
    """Yield (msgid, default, file) of each ``_("id", default="text")``."""
    for path in _files(".py", PACKAGE):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                yield (*_message(node, path), path)


def _message(call, path):
    """Return (msgid, default) of a call; both have to be written out, or nobody can collect them."""
    texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    texts += [k.value.value for k in call.keywords if k.arg == "default" and isinstance(k.value, ast.Constant)]
    if len(texts) != 2:
        raise Conflict(f'{_name(path)}:{call.lineno}: write _("id", default="text")')
    return texts


def from_templates():
    """Yield (msgid, default, file) of each i18n:translate and i18n:attributes."""
    for path in _files(".pt", PACKAGE):
        said = StringIO()
        with redirect_stdout(said):
            found = tal_strings([str(path)], domain=DOMAIN)
        if said.getvalue():
            raise Conflict(f"{_name(path)}: {said.getvalue().strip()}")
        for message in found:
            yield str(message), message.default, path


def from_zcml():
    """Yield (msgid, "", file) of the texts that people see; nobody sees upgrades but in the ZMI."""
    for path in _files(".zcml", PACKAGE):
        if "upgrades" in path.parts:
            continue
        for element in etree.parse(str(path)).iter(etree.Element):
            for attribute in ZCML_TEXTS.get(etree.QName(element).localname, ()):
                if element.get(attribute):
                    yield element.get(attribute), "", path


def from_profiles():
    """Yield (msgid, "", file) of what a profile marks for our domain."""
    for path in _files(".xml", PROFILES):
        for element in etree.parse(str(path)).iter(etree.Element):
            domains = (e.get(f"{I18N}domain") for e in (element, *element.iterancestors()))
            if next(filter(None, domains), None) != DOMAIN:
                continue
            texts = [element.get(name.strip()) for name in element.get(f"{I18N}attributes", "").split(";") if name]
            if element.get(f"{I18N}translate") is not None:
                texts.append((element.text or "").strip())
            yield from ((text, "", path) for text in texts if text)
