"""What the tests of the house let through. Each line has its reason; a line that nothing needs fails too."""

# -- imports (test_imports)

# file: (module, reason)
IMPORTS = {
    "src/samenbeter/setuphandlers.py": (
        "samenbeter.demo.filling",
        "the handler of the demo profile; imported only when that profile is applied",
    ),
}

# -- profiles (test_profiles)

# prefix of a registry record: reason
REGISTRY_PREFIXES = {
    "plone.bundles/samenbeter": "a stylesheet can be registered nowhere else",
}

# -- open to the world (test_view_security)

# (file, name): reason
PUBLIC_VIEWS = {
    (
        "src/samenbeter/theme/configure.zcml",
        "main_template",
    ): "the frame itself, public as Plone's own: the log-in page stands in it; it shows only what the visitor may see",
    (
        "src/samenbeter/theme/configure.zcml",
        "index.html",
    ): "the error page, public as Plone's own: it must also say that somebody may not see a page",
}

# pages that ask only for View, and are for anything or for the site itself: all may open them. Name: reason
OPEN_VIEWS = {
    "sb": "small things for templates; what it says comes from its arguments and from what the visitor may see",
    "sb_macros": "macros only, no data",
    "sb_editing": "macros only, no data",
    "sb_partner_macros": "macros only, no data",
    "samenbeter-front": "the front page; it lists what the visitor may see",
    "plone.htmlhead.title": "the title element of a page that the visitor sees already",
    "plone.path_bar": "takes Plone's own path bar away",
}

# -- what changes on GET (test_get_is_safe)

# name of a page or service: reason
CHANGES_ON_GET = {}

# pages that the demo site has nothing to ask for: reason
NOT_ASKED = {
    "GET event_view of IOccurrence": "the page of IEvent, on a repetition of one; the demo has no repeated meeting",
    "GET event_view of Occurrence": "the same",
}

# -- the floor plan (test_floor_plan)

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
    "work.py": "the room's lists on the page Mijn werk",
    "templates": "of the pages",
    "static": "files that the browser fetches",
}

# room: {file: reason}
ROOM_FILES = {
    "partners": {
        "cards.py": "what the pages say of a partner and its offers, apart from the pages",
        "groups.py": "the two groups of each partner",
        "meeting.py": "the behaviour of meetings",
        "opening.py": "open or closed, in words: pure functions",
        "words.py": "days, moments and sentences for the pages",
    },
    "theme": {
        "counts.py": "the figures of the front page",
        "dates.py": "dates as people write them",
        "drawings.py": "icons and drawings",
        "errors.py": "the error page",
        "frame.py": "decides whose frame a page stands in",
        "front.py": "the front page",
        "helpers.py": "the view @@sb",
        "navigation.py": "menu, way back, links at the bottom",
        "page.py": "what is in the frame",
        "parts.py": "pure functions behind @@sb",
        "resources.py": "addresses of the static files",
        "svg": "the drawings",
    },
}

# file: reason that it is longer than the rest
LONG_FILES = {}

# -- content hygiene (test_content_hygiene)

# (file, what was found): reason
HYGIENE = {}
