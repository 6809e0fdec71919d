"""Turns a vault to a new key, a record at a time, and says how far it is: a program that can be killed.

``python rotating.py FOLDER``, with SAMENBETER_KEY_FILE. After each step it prints a line
and waits for one.
"""

from pathlib import Path
from samenbeter.shared import rotation
from vault_boxes import vault_in

import sys


def tell(progress):
    print(progress["left"], flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    rotation.BATCH = 3
    with vault_in(Path(sys.argv[1])) as vault:
        rotation.rotate(vault, tell=tell)
