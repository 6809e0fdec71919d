"""A question and its answers as search engines read them.

What Google asks of a QAPage:
https://developers.google.com/search/docs/appearance/structured-data/qapage
"""

from samenbeter.shared.html_text import text_of
from samenbeter.shared.structured import filled
from samenbeter.shared.structured import organization
from samenbeter.shared.structured import site_organization
from samenbeter.shared.structured import StructuredData
from samenbeter.vraagbaak.voices import is_web_address


# as people write them: the address of the licence itself
LICENCES = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc by 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc by-sa 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
}


def licence(text):
    """Return a licence as an address, else as a work with a name; None for no text."""
    text = (text or "").strip()
    if is_web_address(text):
        return text
    return LICENCES.get(text.lower()) or (filled(type="CreativeWork", name=text) if text else None)


class QuestionData(StructuredData):
    """A QAPage: the short answer is the accepted one, each contribution a suggestion. It never names a person."""

    def data(self):
        """Return the page; None for a question that nobody answered."""
        accepted, suggested = self._short(), self._suggested()
        count = len(suggested) + bool(accepted)
        if not count:
            return None
        question = filled(
            type="Question",
            name=self.context.title,
            text=(self.context.question or "").strip() or self.context.title,
            answerCount=count,
            acceptedAnswer=accepted,
            suggestedAnswer=suggested,
            datePublished=self.published,
            dateModified=self.modified,
            about=self.about,
        )
        return filled(
            type="QAPage",
            url=self.url,
            mainEntity=question,
            dateModified=self.modified,
            isBasedOn=self._based_on(),
            license=licence(self.context.source_licence),
        )

    def _short(self):
        text = text_of(self.view.summary)
        return (
            filled(type="Answer", text=text, url=self.url, author=self._source() or site_organization())
            if text
            else None
        )

    def _suggested(self):
        return [
            filled(type="Answer", text=text, url=self.url, author=self._author(voice))
            for voice in self.view.voices
            if voice.accepted
            for text in (text_of(voice.html),)
            if text
        ]

    @staticmethod
    def _author(voice):
        if voice.partner is not None:
            return organization(voice.partner)
        return filled(type="Role", roleName=voice.title, author=site_organization())

    def _source(self):
        """An imported answer is its source's, not ours."""
        source = self.view.source()
        return filled(type="Organization", name=source["title"]) if source else None

    def _based_on(self):
        source = self.view.source()
        return (source or {}).get("url") or None
