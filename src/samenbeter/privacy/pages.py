"""What the pages about somebody's data have in common."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.shared import pages


class PrivatePage(pages.PrivatePage):
    """A page with private data, and the parts that the templates of this room share."""

    parts = ViewPageTemplateFile("templates/parts.pt")
