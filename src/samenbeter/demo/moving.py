"""Bring an item to a state by its own workflow."""

from collections import deque
from plone import api


def move(obj, state):
    """Do the transitions of the shortest way to ``state``, as the current user.

    Raises ValueError when no way leads there.
    """
    for transition in shortest_way(obj, state):
        api.content.transition(obj=obj, transition=transition)


def shortest_way(obj, state):
    """Return the ids of the transitions from the item's state to ``state``."""
    workflow = api.portal.get_tool("portal_workflow").getWorkflowsFor(obj)[0]
    start = api.content.get_state(obj)
    seen, queue = {start}, deque([(start, [])])
    while queue:
        here, way = queue.popleft()
        if here == state:
            return way
        for name in workflow.states[here].transitions:
            there = workflow.transitions[name].new_state_id
            if there not in seen:
                seen.add(there)
                queue.append((there, [*way, name]))
    raise ValueError(f"no way from {start} to {state}")
