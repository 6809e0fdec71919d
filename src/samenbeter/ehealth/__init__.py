"""e-Health modules that a resident starts without the supplier learning who they are.

Who enters: a module of a supplier, with what it asks and keeps.
What leaves: a page with a label "wat weet deze aanbieder van jou?".
"""
