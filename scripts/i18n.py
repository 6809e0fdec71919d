"""Collect the texts to translate (``make i18n``).

Writes the template of all messages, and brings the two languages in step with it.
Dutch is what the code says, so it is filled in. English is translated by people: what
is new is empty, what changed in Dutch is marked as fuzzy. Both are reported.

    python scripts/i18n.py           write the files
    python scripts/i18n.py --check   write nothing; fail when they are behind
"""

from messages import collect
from messages import Conflict
from messages import DOMAIN
from messages import PACKAGE

import polib
import re
import sys


LOCALES = PACKAGE / "locales"
POT = LOCALES / f"{DOMAIN}.pot"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
_DEFAULT = re.compile(r'^Default: "(.*)"$', re.DOTALL)


def po_path(language):
    """Return the file of a language."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def comment_of(default):
    """Return the comment that says what the Dutch text is; i18ndude and Weblate read it."""
    return f'Default: "{default}"' if default else ""


def default_of(entry):
    """Return the Dutch text that the comment of an entry says."""
    match = _DEFAULT.match(entry.comment)
    return match.group(1) if match else ""


def new_file(language=None):
    """Return an empty file with its headers. No dates: they would be all that changes."""
    # a line for each text: a comment that is broken over lines cannot be compared
    file = polib.POFile(wrapwidth=0)
    file.header = "The texts of SamenBeter, written by make i18n"
    file.metadata = {
        "Project-Id-Version": DOMAIN,
        "Language": language or "",
        "Language-Name": LANGUAGES.get(language, ""),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;" if language is None else "nplurals=2; plural=(n != 1);",
        "Preferred-Encodings": "utf-8",
        "Domain": DOMAIN,
    }
    file.metadata = {name: value for name, value in file.metadata.items() if value}
    return file


def template(messages):
    """Return the file of all messages."""
    file = new_file()
    for msgid, found in sorted(messages.items()):
        file.append(
            polib.POEntry(
                msgid=msgid,
                comment=comment_of(found.default),
                occurrences=[(name, "") for name in sorted(found.files)],
            )
        )
    return file


def translated(pot, language, old):
    """Return the file of a language: what was translated stays, Dutch follows the code.

    :param old: {msgid: entry} of the file as it was.
    """
    file = new_file(language)
    for source in pot:
        entry = polib.POEntry(msgid=source.msgid, comment=source.comment, occurrences=source.occurrences)
        before = old.get(source.msgid)
        if language == "nl" and default_of(source):
            entry.msgstr = default_of(source)
        elif language == "en" and not default_of(source):
            # a text of a profile is its own English
            entry.msgstr = source.msgid
        elif before is not None:
            entry.msgstr = before.msgstr
            if "fuzzy" in before.flags or (before.msgstr and default_of(before) != default_of(source)):
                entry.flags.append("fuzzy")
        file.append(entry)
    return file


def read(path):
    """Return {msgid: entry} of a file; nothing when there is none yet."""
    return {entry.msgid: entry for entry in polib.pofile(str(path)) if not entry.obsolete} if path.exists() else {}


def files():
    """Return {path: file} as they should be."""
    pot = template(collect())
    made = {POT: pot}
    for language in LANGUAGES:
        made[po_path(language)] = translated(pot, language, read(po_path(language)))
    return made


def to_do(file):
    """Yield a line for each message that somebody has to translate."""
    for entry in file:
        if not entry.msgstr:
            yield f"missing: {entry.msgid}: {default_of(entry)}"
        elif "fuzzy" in entry.flags:
            yield f"changed: {entry.msgid}: {default_of(entry)} | {entry.msgstr}"


def behind(made):
    """Yield the files that are not as they should be."""
    for path, file in made.items():
        if not path.exists() or path.read_text("utf-8") != f"{file}\n":
            yield path


def main(arguments):
    """Write the files, or check them."""
    try:
        made = files()
    except Conflict as conflict:
        print(conflict, file=sys.stderr)
        return 1
    late = list(behind(made))
    if "--check" in arguments:
        for path in late:
            print(f"{path.name} of {path.parent.parent.name} is behind: run make i18n", file=sys.stderr)
        return 1 if late else 0
    for path in late:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{made[path]}\n", "utf-8")
    for language in LANGUAGES:
        lines = list(to_do(made[po_path(language)]))
        print(f"{language}: {len(made[POT])} messages, {len(lines)} to translate")
        for line in lines:
            print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
