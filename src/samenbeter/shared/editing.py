"""The panel on an item's page for the people who work on it: state, next steps, what is missing.

A page's view offers it as ``panel``, and its template draws it:

>>> panel = EditorPanel(context, request, add={"VraagbaakAnswer": _("add_answer", default="Schrijf een bijdrage")})

    <tal:panel define="panel view/panel" condition="panel/available">
      <section metal:use-macro="context/@@sb_editing/panel" />
    </tal:panel>
"""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import IReadBeforePublic
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.states import state_tag
from samenbeter.shared.states import STEPS
from samenbeter.shared.states import STOPS
from samenbeter.shared.workflow import missing
from samenbeter.shared.workflow import PUBLIC_STATES
from zope.i18n import translate


# the page of the room privacy on which marks are resolved, and who may
MARKS = "@@persoonsgegevens"
RESOLVE = "SamenBeter privacy: Resolve marks"
# who can only be the second person sees it while there is something to agree with
CONFIRM = "SamenBeter privacy: Confirm marks"


class EditorPanel:
    """What one person may do with one item.

    :param add: {portal_type: words of the link} of what may be added inside.
    :param pages: {name of a page of the item: (title of its permission, words of the link)}.
    """

    def __init__(self, context, request, add=None, pages=None):
        self.context = context
        self.request = request
        self.add = add or {}
        self.pages = dict(pages or {})
        if IReadBeforePublic.providedBy(context):
            self.pages[MARKS] = (
                CONFIRM if self.marked else RESOLVE,
                _("panel_marks", default="Persoonsgegevens nakijken"),
            )

    @cached_property
    def available(self):
        """True when there is anything to do for this person."""
        if api.user.is_anonymous():
            return False
        return bool(self.may_edit or self.additions or self.links or self.steps)

    @cached_property
    def url(self):
        """Return the address of the item."""
        return self.context.absolute_url()

    @cached_property
    def may_edit(self):
        """True when this person may change the item."""
        return api.user.has_permission("Modify portal content", obj=self.context)

    @cached_property
    def state(self):
        """Return the tag of the state, or None without a workflow."""
        state = api.content.get_state(self.context, None)
        return state_tag(state) if state else None

    @cached_property
    def additions(self):
        """Return {title, url} of what this person may add inside the item."""
        if not self.add:
            return []
        allowed = {fti.getId() for fti in self.context.allowedContentTypes()}
        return [
            {"title": title, "url": f"{self.url}/++add++{portal_type}"}
            for portal_type, title in self.add.items()
            if portal_type in allowed
        ]

    @cached_property
    def links(self):
        """Return {title, url} of the pages of the item that this person may open."""
        return [
            {"title": title, "url": f"{self.url}/{name}"}
            for name, (permission, title) in self.pages.items()
            if api.user.has_permission(permission, obj=self.context)
        ]

    @property
    def marked(self):
        """True when somebody has to look at personal data in the text first."""
        return IHasPersonalData.providedBy(self.context)

    @property
    def is_public(self):
        """True when everybody can read it already."""
        return api.content.get_state(self.context, default=None) in PUBLIC_STATES

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    @cached_property
    def steps(self):
        """Return the steps that this person may take from here.

        A step that still needs something has it in ``missing``, and no button.
        """
        workflows = api.portal.get_tool("portal_workflow").getWorkflowsFor(self.context)
        return [step for workflow in workflows for step in self._steps(workflow)]

    def _steps(self, workflow):
        state = workflow._getWorkflowStateOf(self.context)
        for name in state.getTransitions() if state is not None else ():
            transition = workflow.transitions.get(name)
            if transition is None or not self._has_role(transition):
                continue
            lacks = missing(self.context, name)
            if lacks or workflow.isActionSupported(self.context, name):
                yield {
                    "id": name,
                    "title": STEPS.get(name, transition.title),
                    "stop": name in STOPS,
                    "missing": [translate(title, context=self.request) for title in lacks],
                }

    def _has_role(self, transition):
        # isActionSupported() also says no when a field is empty: who may not take the step anyway need not hear of that
        roles = transition.guard.roles if transition.guard is not None else ()
        own = getSecurityManager().getUser().getRolesInContext(self.context)
        return not roles or bool(set(roles).intersection(own))


class Macros(BrowserView):
    """``context/@@sb_editing/panel``: draws the variable ``panel``, an EditorPanel."""

    template = ViewPageTemplateFile("templates/editing.pt")

    def __getitem__(self, name):
        return self.template.macros[name]
