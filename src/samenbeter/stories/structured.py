"""A story as search engines read it.

What Google asks of an Article: https://developers.google.com/search/docs/appearance/structured-data/article
"""

from samenbeter.shared.structured import filled
from samenbeter.shared.structured import site_organization
from samenbeter.shared.structured import StructuredData


class StoryData(StructuredData):
    """An Article by the site: whose story it is, is not for machines."""

    def data(self):
        """Return the article."""
        return filled(
            type="Article",
            headline=self.context.title,
            description=self.context.Description(),
            url=self.url,
            mainEntityOfPage=self.url,
            image=self.image("portrait"),
            datePublished=self.published,
            dateModified=self.modified,
            author=site_organization(),
            publisher=site_organization(),
            about=self.about,
        )
