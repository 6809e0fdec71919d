"""The accounts of the example neighbourhood. They exist in the demo profile only."""

from dataclasses import dataclass


# Known to everyone who reads this, so the demo is served to its own machine only.
PASSWORD = "samenbeter-demo"  # noqa: S105


@dataclass(frozen=True)
class Account:
    """One made-up person who can log in.

    ``groups`` are the ids of the site's groups that give the person the role. The
    groups of a partner are named after its UID, so ``partner`` and ``partner_group``
    ("experts" or "managers") say which one: ``partner`` is a ``ref`` in the demo
    content.
    """

    id: str
    fullname: str
    role: str
    may_try: str
    groups: tuple = ()
    partner: str = ""
    partner_group: str = ""

    @property
    def email(self):
        """Return an address that can never exist."""
        return f"{self.id}@samenbeter.example"


ACCOUNTS = (
    Account(
        "anna",
        "Anna de Wit",
        "resident",
        "read and search; what is not published stays hidden",
    ),
    Account(
        "bilal",
        "Bilal Amrani",
        "resident",
        "the same, as another resident",
    ),
    Account(
        "redactie",
        "Renske Dijkman",
        "Vraagbaak Editor",
        "bring a question from first draft to published answer",
        groups=("Vraagbaak Editor",),
    ),
    Account(
        "zorg",
        "Zara Goossens",
        "Expert",
        "answer the questions put to De Linde",
        groups=("Expert",),
        partner="de-linde",
        partner_group="experts",
    ),
    Account(
        "welzijn",
        "Wim Elzinga",
        "Expert",
        "answer the questions put to De Huiskamer",
        groups=("Expert",),
        partner="de-huiskamer",
        partner_group="experts",
    ),
    Account(
        "partner",
        "Petra Arends",
        "Partner Manager",
        "keep the page and the offers of De Linde up to date",
        groups=("Partner Manager",),
        partner="de-linde",
        partner_group="managers",
    ),
    Account(
        "wijkwebber",
        "Wies Webers",
        "Wijkwebber",
        "write a success story for a resident",
        groups=("Wijkwebber",),
    ),
    Account(
        "privacy",
        "Pieter Vaessen",
        "Privacy Officer",
        "check what a module asks before it may be published",
        groups=("Privacy Officer",),
    ),
    Account(
        "beheer",
        "Beatrijs Heerema",
        "Site Administrator",
        "the settings of the site",
        groups=("Site Administrators",),
    ),
)


def table():
    """Return the accounts as lines of text: log-in name, role, what to try."""
    return [f"{a.id:<11} {a.role:<19} {a.may_try}" for a in ACCOUNTS]
