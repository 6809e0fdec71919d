"""What the services of a desk have in common.

What is wrong is told in the shape of ``samenbeter.shared.rest``: 400 with the field for what was sent, 409 for
what cannot be done in this state, 404 for what is not there or not for who asks, 429 for too often.
"""

from functools import cached_property
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from samenbeter import _
from samenbeter.shared import guard_rate
from samenbeter.shared import rest
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from zExceptions import Unauthorized
from zope.i18nmessageid import Message


WORK = "SamenBeter vraagbaak: Work at the desk"
OPEN = "SamenBeter vraagbaak: Open what the asker wrote"
ENTER = "SamenBeter vraagbaak: Enter a question for a resident"
FOLLOW = "SamenBeter vraagbaak: Follow own questions"
WRONG_STEP = _(
    "rest_wrong_step", default="Dit kan nu niet: de vraag is “${state}”. Iemand anders deed misschien al iets."
)
NOT_NOW = _("rest_not_now", default="Dit kan nu niet. Kijk hoe het nu is.")


class DeskService(rest.RestService):
    """Base of a service of a desk. A subclass has ``act()``."""

    def check(self):
        """A desk that somebody may not see has no services either."""
        if not api.user.has_permission("View", obj=self.context):
            raise rest.not_found()

    def answer(self):
        """Return what ``act`` returns; what a verb refuses is told as a Problem."""
        try:
            return self.act()
        except states.WrongStep as wrong:
            raise rest.Problem(409, Message(WRONG_STEP, mapping={"state": wrong.state})) from None
        except vault.NoRecord:
            raise rest.not_found() from None
        except Unauthorized:
            raise rest.Problem(403, rest.NOT_YOURS) from None
        except WorkflowException:
            raise rest.Problem(409, NOT_NOW) from None
        except (rest.Problem, vault.NoProvider):
            raise
        except Exception as refused:
            # each part of the room has its own: they say at which field, and what to do
            field, message = getattr(refused, "field", None), getattr(refused, "message", None)
            if not isinstance(field, str) or not isinstance(message, str):
                raise
            raise rest.Problem(400 if field else 409, message, field) from None

    def act(self):
        """Do it, and return the body."""
        raise NotImplementedError

    @cached_property
    def me(self):
        """Return the user id of who asks; None for a visitor."""
        return None if api.user.is_anonymous() else api.user.get_current().getId()

    def may(self, permission):
        """Return whether who asks has a permission at this desk."""
        return bool(api.user.has_permission(permission, obj=self.context))

    def need(self, permission):
        """Go on only for who has a permission at this desk.

        :raises Problem: 401 for a visitor, 403 for who is known.
        """
        if not self.may(permission):
            raise rest.Problem(401, rest.LOG_IN) if self.me is None else rest.Problem(403, rest.NOT_YOURS)

    @property
    def desk_uid(self):
        """Return the UID of the desk."""
        return api.content.get_uuid(self.context)

    def url_of(self, *steps):
        """Return the address of a service of this desk."""
        return "/".join((self.context.absolute_url(), *steps))

    @property
    def place(self):
        """Return the name of today of the network that asks; one name for all when that is not known."""
        return guard_rate.place_of(self.request) or "-"

    def page_of(self):
        """Return (start, size) of the part of a list that was asked for.

        :raises Problem: for what is no number, or too much at once.
        """
        return self._number("b_start", 0, 10**6, 0), self._number("b_size", 1, 100, 25)

    def _number(self, name, least, most, default):
        text = self.request.form.get(name, default)
        body = rest.Body({name: int(text) if str(text).isascii() and str(text).isdigit() else None}, (name,))
        return body.number(name, least, most)


class CaseService(DeskService):
    """Base of what is done with one case: its number is the first part of the address."""

    @cached_property
    def case(self):
        """Return the Case.

        :raises Problem: when it is none of this desk.
        """
        found = store.by_number(self.context, self.steps[0])
        if found is None:
            raise rest.not_found()
        return found

    @cached_property
    def question(self):
        """Return the VraagbaakQuestion of the case.

        :raises Problem: when there is none yet.
        """
        found = api.content.get(UID=self.case.question) if self.case.question else None
        if found is None:
            from samenbeter.vraagbaak.desk import publishing

            raise rest.Problem(409, publishing.NO_QUESTION)
        return found

    def change(self, act, *args, **kw):
        """Let ``act(case, ...)`` change the case, and save it; return what that returned.

        It is done again when others wrote at the same time. Who changes it holds it for a while.

        :raises Problem: when its asker had it hidden: then nothing is done with it.
        """
        known = self.case.id

        def once():
            case = store.load(known)
            if store.is_frozen(case):
                raise rest.not_found()
            found = act(case, *args, **kw)
            case.hold(self.me)
            store.save(case)
            return found

        found = committed(once)
        self.forget()
        return found

    def do(self, act, *args, **kw):
        """Let ``act(...)``, which loads and saves cases itself, do something with the question of this case."""
        if store.is_frozen(self.case):
            raise rest.not_found()
        found = committed(lambda: act(*args, **kw))
        self.forget()
        return found

    def forget(self):
        """Look anew at what may have changed."""
        self.__dict__.pop("case", None)
        self.__dict__.pop("question", None)
