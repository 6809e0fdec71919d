"""Tokens with which a program of somebody else logs in: made and revoked by who runs the site.

``tokens`` is what can be done with them, ``plugin`` lets in who shows one, ``page`` and ``api`` are for who
makes them. Nothing of a token itself is kept: only a keyed hash, in the vault.
"""
