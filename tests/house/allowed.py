"""What the tests of the house let through. Each line has its reason; a line that nothing needs fails too."""

# -- imports (test_imports)

# file: (module, reason)
IMPORTS = {
    "src/samenbeter/demo/importing.py": (
        "samenbeter.vraagbaak",
        "make import does the work of the page, without a server",
    ),
    "src/samenbeter/demo/questions.py": (
        "samenbeter.vraagbaak",
        "lets the questions of the example neighbourhood go their way by the verbs of the pages",
    ),
    "src/samenbeter/demo/site.py": (
        "samenbeter.hardening",
        "turns off the one switch that would need a telephone for each demo account",
    ),
    "src/samenbeter/shared/maintaining.py": (
        "samenbeter.privacy.retention",
        "the name of a job, which is looked up; the module has the same one",
    ),
    "src/samenbeter/upgrades/v1005/__init__.py": (
        "samenbeter.vraagbaak.cases.index",
        "makes the index before two people ask at the same moment",
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

# page in the control panel that is no form of settings: reason
PANEL_PAGES = {
    "samenbeter-hardening": "it turns switches; their settings have a page of their own",
    "samenbeter-service-tokens": "it makes tokens and lets them end; there is nothing to set",
}

# -- open to the world (test_view_security)

# (file, name): reason
PUBLIC_VIEWS = {
    ("src/samenbeter/vraagbaak/asking/configure.zcml", "code-kwijt"): "says what can be done; it is about nobody",
    ("src/samenbeter/shared/configure.zcml", "health"): "for whoever watches over the processes; says ok or not",
    ("src/samenbeter/shared/entry.zcml", "via"): "stands on posters; it counts and sends on to a page of this site",
    ("src/samenbeter/shared/jobs.zcml", "samenbeter-tick"): "for the program that starts the jobs, by its token",
    (
        "src/samenbeter/privacy/views.zcml",
        "gegevens-zonder-account",
    ): "asks for a mail address; all else by a mailed link",
    ("src/samenbeter/privacy/views.zcml", "link-uit-mail"): "a mailed link proves who it is; its button uses it up",
    ("src/samenbeter/hardening/login.zcml", "logout"): "the log-out page, as Plone's own",
    ("src/samenbeter/hardening/login.zcml", "login-help"): "asks for a name; it has one answer for all",
    ("src/samenbeter/hardening/login.zcml", "mail_password"): "Plone's own, or sends on to that page",
    ("src/samenbeter/hardening/login.zcml", "mail_password_form"): "the same",
    ("src/samenbeter/hardening/login.zcml", "resolveuid"): "as Plone's own; only for who may see the item",
    ("src/samenbeter/hardening/login.zcml", "@login"): "as Plone's own",
    ("src/samenbeter/hardening/login.zcml", "@login-renew"): "as Plone's own: renews the token that came along",
    ("src/samenbeter/hardening/login.zcml", "@logout"): "as Plone's own: ends the session that came along",
    ("src/samenbeter/residents/views.zcml", "login"): "the log-in page, as Plone's own",
    ("src/samenbeter/residents/views.zcml", "login_form"): "the same under its old name",
    ("src/samenbeter/residents/views.zcml", "passwordreset"): "Plone's own page, by a mailed link",
    ("src/samenbeter/residents/views.zcml", "account-maken"): "asks for a mail address; all else by what is mailed",
    (
        "src/samenbeter/residents/views.zcml",
        "account-met-code",
    ): "asks for a code on paper, which makes an account once",
    ("src/samenbeter/residents/views.zcml", "code-uit-mail"): "takes a code that was mailed",
    (
        "src/samenbeter/residents/views.zcml",
        "inloggen-met-link",
    ): "a mailed link proves who it is; its button uses it up",
    ("src/samenbeter/residents/views.zcml", "tweede-stap"): "takes a signed proof of the first step, and a code",
    ("src/samenbeter/residents/views.zcml", "nieuw-wachtwoord"): "takes a signed proof that a mailed link was used",
    ("src/samenbeter/hardening/views.zcml", ".well-known"): "programs of others look there; it is about nobody",
    (
        "src/samenbeter/hardening/views.zcml",
        "samenbeter-unknown-host",
    ): "a bare page for who names another host; it says nothing of the site",
    (
        "src/samenbeter/vraagbaak/experts/configure.zcml",
        "antwoord-geven",
    ): "a mailed link proves who it is; it opens one question, and its button uses it up",
    ("src/samenbeter/theme/configure.zcml", "main_template"): "the frame, as Plone's own: the log-in page stands in it",
    (
        "src/samenbeter/theme/configure.zcml",
        "index.html",
    ): "the error page, as Plone's own: it says who may not see what",
    (
        "src/samenbeter/hardening/headers.zcml",
        "index.html",
    ): "what is wrong with a picture that somebody sends, as Plone's own error page",
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
    "plone.globalstatusmessage": "Plone's own viewlet: what the site says to this visitor",
    "full_view_item": "Plone's own name, open as Plone's own: a part of a page, of what it is called on",
    "image_scale": "Plone's own name, open as Plone's own; the tag of a picture in a list of what the visitor may see",
    "tabular_view": "Plone's own name, open as Plone's own; it lists what the visitor may see",
    "album_view": "the same, of pictures",
    "event_listing": "the same, of events",
    "ics_view": "Plone's own name; the calendar has what the visitor may see",
    "@users": "as Plone's own: it asks itself who may make an account or choose a password",
    "waarom-een-account": "what an account gives, from the permissions of the site; it names nobody",
    "privacy": "how we deal with data; it names nobody",
    "privacy.jsonld": "the same for machines",
    "@privacy-policies": "the same over REST",
    "plone.links.canonical_url": "a link in the head of a page that the visitor sees already",
    "plone.links.RSS": "the same",
    "plone.links.author": "the same; only for who may see names",
    "plone.documentbyline": "Plone's own viewlet, for fewer people than Plone's",
    "plone.contributors": "the same",
    "pas_member": "Plone's own name, open as Plone's own; it tells fewer people who somebody is",
    "plone.htmlhead.title": "the title element of a page that the visitor sees already",
    "plone.path_bar": "takes Plone's own path bar away",
}

# -- what changes on GET (test_get_is_safe)

# name of a page or service: reason
CHANGES_ON_GET = {
    "via": "counts an arrival, in a file; the exemption of rule 4: who scans a poster presses no button",
}

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
    "GET index.html of PictureError": "the answer to a picture that is refused; it has no address",
    "GET ploneform-render-widget of IWidget": "a field of a form has no address of its own",
    "GET sb_field of IWidget": "the same",
}

# -- content hygiene (test_content_hygiene)

# (file, what was found): reason
HYGIENE = {
    ("src/samenbeter/demo/content/cases.yaml", "06 12 34 56 78"): "made up, for the desk to find and to take out",
}

# -- what an uninstall leaves (test_uninstall)

# (where, line): reason
LEFT_BEHIND = {}
