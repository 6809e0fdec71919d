"""What the tests of the house let through. Each line has its reason; a line that nothing needs fails too."""

# -- imports (test_imports)

# file: (module, reason)
IMPORTS = {
    "src/samenbeter/demo/importing.py": (
        "samenbeter.vraagbaak",
        "make import does the work of the page, without a server",
    ),
    "src/samenbeter/setuphandlers.py": (
        "samenbeter.demo.filling",
        "the handler of the demo profile; imported only when that profile is applied",
    ),
}

# -- profiles (test_profiles)

# prefix of a registry record: reason
REGISTRY_PREFIXES = {
    "plone.bundles/samenbeter": "a stylesheet can be registered nowhere else",
    "plone.app.caching.weakCaching.samenbeter.page.etags": "the name is that of Plone's rule and ours",
    "plone.app.caching.weakCaching.samenbeter.page.anonOnly": "the same",
    "plone.caching.interfaces.ICacheSettings.operationMapping": "one line for our rule; the others stay",
}

# -- open to the world (test_view_security)

# (file, name): reason
PUBLIC_VIEWS = {
    ("src/samenbeter/shared/configure.zcml", "health"): "for whoever watches over the processes; says ok or not",
    ("src/samenbeter/theme/configure.zcml", "main_template"): "the frame, as Plone's own: the log-in page stands in it",
    (
        "src/samenbeter/theme/configure.zcml",
        "index.html",
    ): "the error page, as Plone's own: it says who may not see what",
    (
        "src/samenbeter/theme/configure.zcml",
        "insufficient-privileges",
    ): "who may see nothing is sent here, as to Plone's own",
    ("src/samenbeter/theme/configure.zcml", "sitemap.xml.gz"): "as Plone's own; it lists what everybody may read",
    ("src/samenbeter/theme/configure.zcml", "ploneform-macros"): "of forms, as Plone's own: the log-in page is a form",
    ("src/samenbeter/theme/configure.zcml", "ploneform-render-widget"): "a part of a form, as Plone's own",
    ("src/samenbeter/theme/configure.zcml", "sb_field"): "a part of a form",
    ("src/samenbeter/theme/configure.zcml", "sb_form"): "a part of a form",
    ("src/samenbeter/theme/stock.zcml", "batchnavigation"): "links to the pages of a list, as Plone's own",
}

# pages that ask only for View, and are for anything or for the site itself: all may open them. Name: reason
OPEN_VIEWS = {
    "sb": "small things for templates; what it says comes from its arguments and from what the visitor may see",
    "sb_macros": "macros only, no data",
    "sb_editing": "macros only, no data",
    "sb_partner_macros": "macros only, no data",
    "samenbeter-front": "the front page; it lists what the visitor may see",
    "search": "Plone's own name, open as Plone's own; it finds what the visitor may see",
    "ajax-search": "the same search as JSON",
    "sitemap": "Plone's own name; it lists what the visitor may see",
    "thema": "the pages of the themes; they list what the visitor may see",
    "search_rss": "Plone's own name; the feed of a search lists what the visitor may see",
    "full_view_item": "Plone's own name, open as Plone's own: a part of a page, of what it is called on",
    "image_scale": "Plone's own name, open as Plone's own; the tag of a picture in a list of what the visitor may see",
    "tabular_view": "Plone's own name, open as Plone's own; it lists what the visitor may see",
    "album_view": "the same, of pictures",
    "event_listing": "the same, of events",
    "ics_view": "Plone's own name; the calendar has what the visitor may see",
    "plone.links.canonical_url": "a link in the head of a page that the visitor sees already",
    "plone.links.RSS": "the same",
    "plone.htmlhead.title": "the title element of a page that the visitor sees already",
    "plone.path_bar": "takes Plone's own path bar away",
}

# -- what changes on GET (test_get_is_safe)

# name of a page or service: reason
CHANGES_ON_GET = {}

# kind of object that Plone itself writes on GET: reason
WRITTEN_BY_PLONE = {
    "ScalesDict": "the address of a size of a picture, kept when REST first names it; plone.protect lets it through too",
}

# pages that the demo site has nothing to ask for: reason
NOT_ASKED = {
    "GET event_view of IOccurrence": "the page of IEvent, on a repetition of one; the demo has no repeated meeting",
    "GET event_view of Occurrence": "the same",
    "GET ics_view of ISyndicatableCollection": "the calendar of a collection; the demo has none",
    "GET ics_view of Occurrence": "the calendar of a repetition; the demo has none",
    "GET ploneform-render-widget of IWidget": "a field of a form has no address of its own",
    "GET sb_field of IWidget": "the same",
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
        "caching.py": "what a browser may keep",
        "addresses.py": "the one address of each page, and what is not indexed",
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
        "links.py": "links in the head to feeds and calendars",
        "lost.py": "what helps who asked for a page that is not there",
        "sitemap.py": "the sitemap for search engines",
        "helpers.py": "the view @@sb",
        "languages.py": "the language of the interface, by the address or as a member saved it",
        "messages.py": "what the site says once, for who has the toolbar",
        "navigation.py": "menu, way back, links at the bottom",
        "overview.py": "the page of all pages",
        "page.py": "what is in the frame",
        "parts.py": "pure functions behind @@sb",
        "problems.py": "what is wrong in a form, in plain words",
        "resources.py": "addresses of the static files",
        "search.py": "the search page",
        "returning.py": "where a member goes after logging in",
        "stock.py": "Plone's own lists, where their markup keeps people out",
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

# -- content hygiene (test_content_hygiene)

# (file, what was found): reason
HYGIENE = {}

# -- personal data (test_personal_data): the fields that Plone brings, looked at one by one

# behaviour or type: (fields that can hold data about a person, fields that cannot); why the first do
STOCK_FIELDS = {
    # the text that members write about others stays the work of who wrote it
    "plone.app.dexterity.behaviors.metadata.IDublinCore": (
        {
            "title": "free text",
            "description": "free text",
            "subjects": "free words",
            "creators": "user ids",
            "contributors": "names",
            "rights": "names of right holders",
        },
        {"language", "effective", "expires"},
    ),
    "plone.app.dexterity.behaviors.metadata.IOwnership": (
        {"creators": "user ids", "contributors": "names", "rights": "names of right holders"},
        set(),
    ),
    "plone.app.dexterity.behaviors.metadata.ICategorization": ({"subjects": "free words"}, {"language"}),
    "plone.app.dexterity.behaviors.metadata.IPublication": ({}, {"effective", "expires"}),
    "plone.app.dexterity.behaviors.id.IShortName": ({"id": "made from a title"}, set()),
    "plone.app.dexterity.behaviors.exclfromnav.IExcludeFromNavigation": ({}, {"exclude_from_nav"}),
    "plone.app.dexterity.behaviors.nextprevious.INextPreviousToggle": ({}, {"nextPreviousEnabled"}),
    "plone.app.contenttypes.behaviors.richtext.IRichTextBehavior": ({"text": "free text"}, set()),
    "plone.app.contenttypes.behaviors.leadimage.ILeadImageBehavior": (
        {"image": "people on a picture", "image_caption": "names of people on a picture"},
        set(),
    ),
    "plone.app.contenttypes.behaviors.tableofcontents.ITableOfContents": ({}, {"table_of_contents"}),
    "plone.app.contenttypes.behaviors.collection.ICollection": (
        {"query": "can ask for one creator"},
        {"sort_on", "sort_reversed", "limit", "item_count", "customViewFields"},
    ),
    "plone.app.discussion.behavior.IAllowDiscussion": ({}, {"allow_discussion"}),
    "plone.app.event.dx.behaviors.IEventBasic": ({}, {"start", "end", "whole_day", "open_end", "sync_uid"}),
    "plone.app.event.dx.behaviors.IEventRecurrence": ({}, {"recurrence"}),
    "plone.app.event.dx.behaviors.IEventLocation": ({"location": "can be somebody's home"}, set()),
    "plone.app.event.dx.behaviors.IEventAttendees": ({"attendees": "names of people who come"}, set()),
    "plone.app.event.dx.behaviors.IEventContact": (
        {"contact_name": "a name", "contact_email": "an address", "contact_phone": "a number"},
        {"event_url"},
    ),
    "plone.app.relationfield.behavior.IRelatedItems": ({}, {"relatedItems"}),
    "plone.app.versioningbehavior.behaviors.IVersionable": ({"changeNote": "free text"}, {"versioning_enabled"}),
    # types with fields of their own
    "File": ({"title": "free text", "description": "free text", "file": "anything"}, set()),
    "Image": ({"title": "free text", "description": "free text", "image": "people on a picture"}, set()),
    "Link": ({"remoteUrl": "can lead to a person's own page"}, set()),
    # what Plone keeps of a member
    "member": (
        {
            "fullname": "a name",
            "email": "an address",
            "home_page": "a person's own page",
            "description": "a person about themselves",
            "location": "where somebody lives",
            "portrait": "a picture of somebody",
            "login_time": "when somebody was here",
            "last_login_time": "when somebody was here before",
        },
        {
            "portal_skin",
            "listed",
            "error_log_update",
            "language",
            "ext_editor",
            "wysiwyg_editor",
            "visible_ids",
            "timezone",
        },
    ),
}

# -- what an uninstall leaves (test_uninstall)

# (where, line): reason
LEFT_BEHIND = {}

# -- translations (test_translations)

# text that is the same in Dutch and in English: reason
SAME_IN_BOTH = {
    "Discipline": "the same word",
    "Disciplines": "the same word",
    "E-mail": "the same word",
    "Logo": "the same word",
    "Online": "the same word",
    "Open": "the same word",
    "Partner": "the same word",
    "Postcode": "the same word",
    "Privacy": "the same word",
    "SNS launch": "the name of a standard",
    "SamenBeter": "our name",
    "SamenBeter Vraagbaak": "two names",
    "SamenBeter partners": "our name, and the same word",
    "SamenBeter: partners": "our name, and the same word",
    "Vraagbaak": "the name of the question desk",
    "Website": "the same word",
}

# (template, text): reason that it is not translated
LITERAL_TEXTS = {}

# id: reason that a sentence in it is long
LONG_SENTENCES = {}

# words of the office, and what people say: a resident meets none of the first
JARGON = {
    "betreffende": "over",
    "conform": "volgens, zoals",
    "daar waar mogelijk": "als het kan",
    "derhalve": "dus",
    "desbetreffende": "deze, die",
    "dient te": "moet",
    "faciliteren": "helpen, mogelijk maken",
    "functionaliteit": "wat het kan",
    "gelieve": "wil je",
    "implementeren": "invoeren",
    "in het kader van": "voor, bij",
    "indien": "als",
    "invoer": "wat je invult",
    "klik hier": "zeg waar de link heen gaat",
    "lees meer": "zeg waar de link heen gaat",
    "met betrekking tot": "over",
    "middels": "met, door",
    "ongeldig": "zeg wat er mis is",
    "succesvol": "zeg wat er is gebeurd",
    "ten behoeve van": "voor",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "voornoemd": "dit, dat",
}
