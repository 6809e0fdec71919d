"""The page about how a case moves and what stands in its timeline, from the tables of the code."""

from docs_rst import heading
from docs_rst import literal
from docs_rst import page
from docs_rst import plain
from docs_rst import table


ABOUT = """\
A case is what a resident asked and all that happens with it. It is in the vault, not in the content of the site, and no
page or service can take a step that is not in this table. The redacted question that comes out of it is content, with
a workflow of its own: see `Content types <types.rst>`__."""
ABOUT_EVENTS = """\
What stands in the timeline of a case. It holds words of the platform and ids, never words of a person."""
ABOUT_RUNGS = """\
How far the promise of a desk is used up, in working time, before something happens by itself. The clock stands still in
``waiting_for_asker`` and ends with the answer."""
RUNGS = {
    1: "The owner is reminded, and the experts who did not answer yet.",
    2: "Another editor becomes the owner; a back-up partner that was named is asked.",
    3: "The editors-in-chief get it.",
}


def cases_page():
    """Return cases.rst."""
    from samenbeter.vraagbaak.cases import events
    from samenbeter.vraagbaak.cases import promise
    from samenbeter.vraagbaak.cases import states

    steps = [
        (literal(step), ", ".join(map(literal, sources)), literal(target) if target else "where it was", ", ".join(who))
        for (step, (sources, target)), who in zip(states.STEPS.items(), states.WHO.values(), strict=True)
    ]
    rows = [
        (literal(word), plain(text.default), "yes" if shown else "") for word, (text, shown) in events.EVENTS.items()
    ]
    rungs = [(f"{part:.0%}", RUNGS[rung]) for rung, part in promise.RUNGS.items()]
    return page(
        "Cases",
        ABOUT,
        table(("Step", "From", "To", "Who"), steps),
        heading("The clock"),
        ABOUT_RUNGS,
        table(("Part of the promise", "What happens"), rungs),
        heading("The timeline"),
        ABOUT_EVENTS,
        table(("Word", "In Dutch", "The asker sees it"), rows),
    )
