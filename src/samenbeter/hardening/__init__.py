"""A site that does not leak its residents, switch by switch.

Who enters: an administrator, who turns a switch on or off. What leaves: stricter settings
of Plone, with what was there before kept, so that the same page undoes them.
"""
