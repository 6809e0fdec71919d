"""The floor plan of the rooms, and the files that stand beside it, each with its reason (test_floor_plan)."""

# a file that a room may have: what it is for
PLAN = {
    "__init__.py": "what the room is for",
    "content.py": "the schema and its class",
    "vocabularies.py": "its words",
    "workflow.py": "how it moves",
    "events.py": "thin subscribers",
    "views.py": "what a person sees",
    "api.py": "what a machine sees",
    "personal_data.py": "the personal data it keeps",
    "configure.zcml": "the manifest",
}

# more that any room may have: reason
ALSO_PLANNED = {
    "views.zcml": "the pages, a part of the manifest that grows on its own",
    "settings.py": "the registry records of the room",
    "controlpanel.py": "the page and the REST panel of those settings",
    "indexing.py": "what the catalog knows of the room's content",
    "localroles.py": "local roles that follow from the content",
    "structured.py": "what search engines read on the room's pages, in words of schema.org",
    "work.py": "the room's lists on the page Mijn werk",
    "templates": "of the pages",
    "static": "files that the browser fetches",
}

# room: {file: reason}
ROOM_FILES = {
    "ehealth": {
        "label.py": "what a supplier learns: pure functions",
    },
    "partners": {
        "agenda.py": "the pages of meetings",
        "calendar.py": "meetings as iCalendar",
        "cards.py": "what the pages say of a partner and its offers, apart from the pages",
        "groups.py": "the two groups of each partner",
        "meeting.py": "the behaviour of meetings",
        "meetings.py": "which meetings come next, and when that is in words",
        "offers.py": "the page of an offer, and confirming that it holds",
        "opening.py": "open or closed, in words: pure functions",
        "people.py": "the page on which editors change who works for a partner",
        "words.py": "days, moments and sentences for the pages",
    },
    "theme": {
        "addresses.py": "the one address of each page, and what is not indexed",
        "caching.py": "what a browser may keep",
        "cookies.py": "no cookie for visitors",
        "dates.py": "dates as people write them",
        "drawings.py": "icons and drawings",
        "early.py": "errors from before the site is reached",
        "errors.py": "the error pages",
        "feeds.py": "feeds by Plone's machinery",
        "finding.py": "what a visitor can find, by kind and theme",
        "forms.py": "forms in our frame",
        "frame.py": "decides whose frame a page stands in",
        "front.py": "the front page",
        "head.py": "what is in the head of a page",
        "head_requests.py": "HEAD, as GET without the page",
        "helpers.py": "the view @@sb",
        "languages.py": "the language of the interface, by the address or as a member saved it",
        "links.py": "links in the head to feeds and calendars",
        "lost.py": "what helps who asked for a page that is not there",
        "messages.py": "what the site says once, for who has the toolbar",
        "navigation.py": "menu, way back, links at the bottom",
        "overview.py": "the page of all pages",
        "page.py": "what is in the frame",
        "parts.py": "pure functions behind @@sb",
        "problems.py": "what is wrong in a form, in plain words",
        "resources.py": "addresses of the static files",
        "returning.py": "where a member goes after logging in",
        "search.py": "the search page",
        "sitemap.py": "the sitemap for search engines",
        "stock.py": "Plone's own lists, where their markup keeps people out",
        "stock.zcml": "their manifest",
        "svg": "the drawings",
        "themes.py": "the pages of the themes",
    },
    "vraagbaak": {
        "cleaning.py": "HTML of others made fit for our pages: pure functions",
        "defaults.py": "what the form of a contribution fills in",
        "desk.py": "the schema of the desk, apart from those of questions and contributions",
        "document.py": "the records of a document: pure functions",
        "faq.py": "one question of the national format: pure functions",
        "fetching.py": "a document from an address on the open internet",
        "import_words.py": "what people read of an import",
        "importing.py": "brings a record of a source into a desk",
        "imports.py": "the pages of the import",
        "imports.zcml": "those pages, in the manifest",
        "jobs.py": "imports as they are kept at a desk",
        "runner.py": "works on an import, away from any page",
        "voices.py": "what a contribution says, apart from the pages that show it",
    },
}

# file: reason that it is longer than the rest
LONG_FILES = {}
