"""SamenBeter: a neighbourhood platform for health and wellbeing on Plone."""

from zope.i18nmessageid import MessageFactory

import logging


PACKAGE_NAME = "samenbeter"

_ = MessageFactory(PACKAGE_NAME)

logger = logging.getLogger(PACKAGE_NAME)
