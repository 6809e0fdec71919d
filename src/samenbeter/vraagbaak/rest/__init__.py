"""The question desk for programs: all that a page can do."""
