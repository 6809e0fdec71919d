"""The case: what a resident asked and all that happens with it, in the vault and nowhere else.

``case.Case`` is one case as plain data, ``states`` how it moves, ``working_time`` and
``promise`` its clock, ``index`` how the desk finds it without opening it, ``store`` the
verbs: keep, find, save, erase.
"""
