"""Small pieces of reStructuredText."""

NOTE = ".. Made by `make docs`; changes made here do not stay."


def page(title, *blocks):
    """Return a whole page: a title and its blocks, below the note that it is made."""
    return "\n\n".join([NOTE, heading(title, "="), *filter(None, blocks)]) + "\n"


def heading(text, line="-"):
    """Return a heading."""
    return f"{text}\n{line * len(text)}"


def table(head, rows):
    """Return a table; cells are reStructuredText of one line."""
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in (head, *rows):
        for number, cell in enumerate(row):
            lines.append(f"   {'* -' if number == 0 else '  -'} {cell}".rstrip())
    return "\n".join(lines)


def bullets(items):
    """Return a list."""
    return "\n".join(f"* {item}" for item in items)


def code(text, language):
    """Return a block of code."""
    body = "\n".join(f"   {line}".rstrip() for line in text.rstrip("\n").splitlines())
    return f".. code-block:: {language}\n\n{body}"


def literal(text):
    """Return a word of code inside a line."""
    return f"``{text}``"


def plain(text):
    """Return a text as it is, on one line: nothing in it is markup."""
    text = " ".join(str(text).split())
    for sign in "\\*`|":
        text = text.replace(sign, f"\\{sign}")
    # a word that ends in an underscore is a link
    return text.replace("_ ", "\\_ ")
