"""Forms as a browser sends them: the fields that stand in them, with some filled in."""

from lxml import html


def page_of(answer):
    """Return the parsed page of an HTTP answer."""
    assert answer.status_code == 200, answer.status_code
    return html.fromstring(answer.text)


def form_of(page):
    """Return the form that saves an item."""
    return page.get_element_by_id("form")


def filled(form, /, **fields):
    """Return (name, value) pairs of a form as it stands, with these fields instead of what is in them.

    A name is that of a field, such as "title"; it stands for the input whose name ends so.
    """
    pairs = [(name, value) for name, value in form.form_values() if field_of(name) not in fields]
    for field, value in fields.items():
        values = value if isinstance(value, list) else [value]
        pairs += [(name_of(form, field), one) for one in values]
    return [*pairs, ("form.buttons.save", "Opslaan")]


def field_of(name):
    """Return the name of the field of an input."""
    return name.split(":")[0].rpartition(".")[2]


def name_of(form, field):
    """Return the name of the input of a field."""
    # not a dict: to go over it gives elements
    names = [name for name in form.inputs.keys() if field_of(name) == field]  # noqa: SIM118
    assert names, f"no input for {field}"
    return min(names, key=len)


def send(session, url, /, **fields):
    """Fill in the form at this address, send it, and return the answer.

    A (file name, data, type) is sent as a file.
    """
    form = form_of(page_of(session.get(url)))
    files = {name_of(form, field): value for field, value in fields.items() if isinstance(value, tuple)}
    texts = {field: value for field, value in fields.items() if not isinstance(value, tuple)}
    pairs = [pair for pair in filled(form, **texts) if pair[0] not in files]
    # what is in a list of pairs goes as a form with files does, which is how a browser sends these forms
    parts = [(name, (None, value)) for name, value in pairs] + list(files.items())
    return session.post(url, files=parts, allow_redirects=False)


def error_at(page, field):
    """Return the error text at a field, without its prefix; nothing when there is none."""
    found = page.xpath(f"//*[contains(@id, 'formfield-') and (contains(@id, '-{field}'))]//p[@class='sb-error']")
    return " ".join(found[0].text_content().split()).removeprefix("Fout: ") if found else ""


def value_of(page, field):
    """Return what stands in a field now."""
    form = form_of(page)
    value = form.inputs[name_of(form, field)].value
    return sorted(value) if hasattr(value, "__iter__") and not isinstance(value, str) else value
