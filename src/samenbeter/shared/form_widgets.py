"""A part of a form is for who may open the form, and asking for it does nothing.

Plone lets a browser ask for one field of a form: ``edit/++widget++form.widgets.x/@@getSource``.
To find the field it runs the whole form before it knows who asks, buttons and all: with
plone.z3cform 3.0.0 a visitor's GET saves an edit form, makes an item or locks one.
"""

from AccessControl import getSecurityManager
from AccessControl.ZopeSecurityPolicy import getRoles
from plone.z3cform.interfaces import IFormWrapper
from plone.z3cform.traversal import FormWidgetTraversal
from plone.z3cform.traversal import WrapperWidgetTraversal
from samenbeter.interfaces import ISamenBeterLayer
from z3c.form.interfaces import IForm
from zExceptions import NotFound
from zope.component import adapter
from zope.publisher.interfaces import IView
from ZPublisher.interfaces import IPubAfterTraversal


NAMESPACE = "++widget++"


class _Quiet:
    """Finds the field and presses no button."""

    def _prepareForm(self):
        form = super()._prepareForm()
        make_actions = form.updateActions

        def make_only():
            make_actions()
            if getattr(form, "actions", None) is not None:
                form.actions.execute = lambda: None

        form.updateActions = make_only
        return form


@adapter(IForm, ISamenBeterLayer)
class OfForm(_Quiet, FormWidgetTraversal):
    """``++widget++`` of a form."""


@adapter(IFormWrapper, ISamenBeterLayer)
class OfWrapper(_Quiet, WrapperWidgetTraversal):
    """``++widget++`` of a form in its page."""


@adapter(IPubAfterTraversal)
def only_with_the_form(event):
    """Refuse a field of a form to who may not open the form; what the form did meanwhile is undone.

    :raises NotFound: as for a page that does not exist.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request) or not any(step.startswith(NAMESPACE) for step in request.steps):
        return
    user = getSecurityManager().getUser()
    for view in filter(IView.providedBy, request["PARENTS"]):
        place = getattr(view, "__parent__", None)
        if not user.allowed(view, getRoles(place, getattr(view, "__name__", ""), view, ("Manager",))):
            raise NotFound(request["URL"])
