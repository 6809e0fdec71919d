"""A module as search engines read it.

What Google asks of software is an offer with a price and a review:
https://developers.google.com/search/docs/appearance/structured-data/software-app
We have neither, so this is plain schema.org: https://schema.org/WebApplication
"""

from samenbeter.shared.structured import filled
from samenbeter.shared.structured import organization
from samenbeter.shared.structured import StructuredData


class ModuleData(StructuredData):
    """A WebApplication of its supplier."""

    def data(self):
        """Return the application."""
        context = self.context
        free = (context.costs or "").strip().lower().startswith("gratis")
        groups = self.sb.terms("samenbeter.target_groups", context.target_groups)
        return filled(
            type="WebApplication",
            name=context.title,
            description=context.Description(),
            url=self.url,
            applicationCategory="HealthApplication",
            image=self.image("picture"),
            provider=organization(self.view.supplier),
            audience=[filled(type="Audience", audienceType=title) for title in groups],
            isAccessibleForFree=True if free else None,
            datePublished=self.published,
            dateModified=self.modified,
            about=self.about,
        )
