"""How a neighbour becomes a member, and what a member finds here.

Who enters: a visitor who wants an account, by a mail address or a paper code. What leaves:
an account, a log-in by a mailed link or a password, and the page "Mijn SamenBeter".
"""
