"""The one foundation: fields, terms, relations, opening hours, lists.

Who enters: every room. What leaves: nothing by itself.
It imports no room; nothing enters here until two rooms use it.
"""
