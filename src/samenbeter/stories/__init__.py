"""Success stories of residents.

Who enters: a resident, or a wijkwebber who writes a story down.
What leaves: a story that its teller approved, with a way to do the same.
"""
