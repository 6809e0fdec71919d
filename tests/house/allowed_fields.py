"""The fields that Plone brings, looked at one by one: which can hold personal data (test_personal_data)."""

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
