"""Whom a mail is for: an address and a language. The address of a member is only asked when there is a mail to send."""

from plone import api
from samenbeter.shared import periods
from samenbeter.shared.rights import Subject


def member_of(userid):
    """Return the member with a user id, or None: who is gone gets no mail."""
    return api.user.get(userid=userid) if userid else None


def language_of(member):
    """Return the language in which to write to a member: what they chose, else that of the site."""
    return known_language(member.getProperty("language", ""))


def known_language(language):
    """Return a language that the platform speaks; that of the site for another one."""
    return language if language in periods.LOCALES else site_language()


def site_language():
    """Return the language of the site."""
    found = api.portal.get_default_language()
    return found if found in periods.LOCALES else "nl"


def about(userid):
    """Return how the vault knows a member, so that their mail goes when they go."""
    return Subject(userid=userid).key
