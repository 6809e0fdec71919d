"""The page on which whoever runs the site sees whether the vault is well. It opens nothing to anybody."""

from collections import Counter
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import keys
from samenbeter.shared import rotation
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.shared.vault_check import check
from samenbeter.shared.vault_check import LOST
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter
from zope.component import getUtilitiesFor
from zope.interface import implementer


SECONDS = 10  # so long a button may take; then there is one to go on
NONE_YET = _("vault_none_yet", default="Er is nog geen kluis. Installeer SamenBeter opnieuw, dan komt hij er.")
LOST_TITLE = _("vault_lost", default="Stukken die de database kwijt is")


@implementer(ISamenBeterPage)
class VaultPage(BrowserView):
    """The page "De kluis". A change is a POST with a token; all else only looks."""

    sb_title = _("vault_title", default="De kluis")
    # why a button did not work, a message
    failed = None
    # what "Kijk alles na" found: {"checked", "damaged", "next"}
    found = None

    def __call__(self):
        """Show the page, or do what was asked."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if self.do():
                response.redirect(f"{self.context.absolute_url()}/@@samenbeter-vault")
                return ""
        return self.index()

    # -- doing

    def do(self):
        """Do what the form asks; return True when the page comes back by a redirect."""
        acts = {"rotate": self.rotate, "check": self.check, "uninstall": self.set_uninstall}
        act = acts.get(self.request.form.get("act"))
        if self.vault is None or act is None:
            return False
        try:
            return act()
        except keys.VaultProblem as problem:
            self.failed = problem.message
            return False

    def rotate(self):
        """Turn to a new key for as long as a person waits, or go on with it."""
        if self.state["finished"] and self.request.form.get("current") != self.vault.current:
            # this page is old: the new key is there already
            return True
        done = rotation.rotate(self.vault, seconds=SECONDS)
        if done["finished"]:
            self._say(_("vault_rotated", default="De kluis heeft een nieuwe sleutel. De oude is weg."))
        elif done["damaged"]:
            self._say(
                _(
                    "vault_rotate_damaged",
                    default="Niet alles kon open: ${count}. Daarom blijft ook de oude sleutel. "
                    "Zet een kopie van de database terug en ga dan verder.",
                    mapping={"count": done["damaged"]},
                ),
                "warning",
            )
        else:
            self._say(
                _("vault_rotate_more", default="Nog niet klaar. Nog te gaan: ${count}.", mapping=self._left(done))
            )
        return True

    def check(self):
        """Look whether all can be read; the answer stands on this very page."""
        form = self.request.form
        found = check(self.vault, _number(form.get("start")), SECONDS)
        found["checked"] += _number(form.get("checked"))
        found["damaged"] = Counter(found["damaged"])
        before = _number(form.get("damaged"))
        self.found = {**found, "total": before + sum(found["damaged"].values())}
        return False

    def set_uninstall(self):
        """Keep what has to happen with the vault when our add-on is taken away."""
        wanted = "erase" in self.request.form

        def act():
            if self.vault.erase_on_uninstall != wanted:
                self.vault.erase_on_uninstall = wanted

        committed(act)
        self._say(_("vault_saved", default="Opgeslagen."))
        return True

    @staticmethod
    def _left(done):
        return {"count": done["left"]}

    def _say(self, message, kind="info"):
        api.portal.show_message(message, self.request, type=kind)

    # -- showing

    @cached_property
    def sb(self):
        """Return the helpers for templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    @cached_property
    def vault(self):
        """Return the vault, or None; looking makes none."""
        return IAnnotations(self.context).get(vault.KEY)

    @cached_property
    def state(self):
        """Return how the turning to a new key stands."""
        return rotation.status(self.vault)

    @cached_property
    def error(self):
        """Return what is wrong with the key, a message; None when all is well."""
        if self.vault is None:
            return NONE_YET
        try:
            self.vault.usable_keys()
        except keys.VaultProblem as problem:
            return problem.message
        return None

    @property
    def key_name(self):
        """Return the name of the key file; where it is stays unsaid."""
        return keys.place().name

    @property
    def open_to_others(self):
        """True when other users of the machine may read the key file."""
        try:
            return bool(keys.place().stat().st_mode & 0o077)
        except OSError:
            return False

    @cached_property
    def titles(self):
        """Return {(room, kind): what it is in plain words}."""
        found = {
            kind: provider.title
            for _name, provider in getUtilitiesFor(IPersonalDataProvider)
            for kind in getattr(provider, "kinds", ())
        }
        return {**found, LOST: LOST_TITLE}

    def title_of(self, kind):
        """Return what records of this (room, kind) are."""
        return self.titles.get(kind) or ": ".join(kind)

    @cached_property
    def kinds(self):
        """Return [(title, number)] of what is in the vault, most first."""
        found = Counter((room, kind) for shard in self.vault.shards for room, kind, _party, _id in shard.by_kind)
        return [(self.title_of(kind), count) for kind, count in found.most_common()]


def _number(value):
    text = str(value or "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
