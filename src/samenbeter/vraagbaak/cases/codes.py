"""Receipt codes and numbers: random, easy to read out. Pure functions."""

import secrets


# no I, L, O, 0 and 1: nobody can mistake a letter when it is read out or written down
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
# 20 of 31 letters: 99 bits
GROUPS, GROUP = 5, 4


def new_code():
    """Return a receipt code as people read it: "WX7K-3M9H-F4TD-2PQR-8VNE"."""
    return "-".join("".join(secrets.choice(LETTERS) for _letter in range(GROUP)) for _group in range(GROUPS))


def code_from(secret):
    """Return the receipt code that belongs to a secret: the same each time, so that a form sent twice has one receipt.

    :param secret: at least 99 bits in hex, from ``proofs.hashed``.
    """
    number = int(secret, 16)
    letters = []
    for _letter in range(GROUPS * GROUP):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return as_shown("".join(letters))


def as_shown(tidy):
    """Return a tidy code in groups."""
    return "-".join(tidy[at : at + GROUP] for at in range(0, len(tidy), GROUP))


def tidy_code(text):
    """Return what somebody typed as a code without spaces, points and dashes; "" for what cannot be one."""
    letters = "".join(letter for letter in str(text).upper() if letter not in " -._\t\r\n")
    fits = len(letters) == GROUPS * GROUP and set(letters) <= set(LETTERS)
    return letters if fits else ""


def subject_of(code):
    """Return how the vault is asked for a receipt code."""
    return f"receipt:{tidy_code(code)}"


def new_number():
    """Return a number by which the desk calls a case: "V-7K3M-9Q". It shares nothing with the code."""
    letters = [secrets.choice(LETTERS) for _letter in range(6)]
    return f"V-{''.join(letters[:4])}-{''.join(letters[4:])}"
