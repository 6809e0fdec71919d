"""The frame that every page stands in, the front page, and the parts that rooms' templates share.

Who enters: every request of a page. What leaves: HTML, one stylesheet, one font.
``frame.py`` decides between our frame and Plone's own; ``page.py`` says what is in it
for this visitor; ``helpers.py`` (``@@sb``) and ``templates/macros.pt`` (``@@sb_macros``)
are what rooms' templates use, by name.
"""
