"""Somebody tried too often, and has to wait."""

from zExceptions import HTTPException


class TooManyRequests(HTTPException):
    """Answered as 429, with the seconds to wait. Not of a kind that Plone's user folder swallows."""

    errmsg = "Too Many Requests"
    status = 429

    def __init__(self, seconds):
        super().__init__("Too many tries; wait and try again.")
        self.seconds = seconds
        self.setHeader("Retry-After", str(seconds))
