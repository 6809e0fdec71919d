"""A desk with a case, and the page on which its asker sees how it goes."""

from answered_room import Answered
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from browsing import Web
from consulted import ANNA
from consulted import EDITOR
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.receipt import page
from samenbeter.vraagbaak.receipt import receiving

import transaction


class ReceiptRoom(Answered):
    """With the page of the receipt, by its code and with an account."""

    @property
    def receipt(self):
        """Return the address of the page."""
        return f"{self.desk.absolute_url()}/@@mijn-bonnetje"

    @property
    def mine(self):
        """Return the address of "Mijn SamenBeter"."""
        return f"{self.portal.absolute_url()}/@@mijn-samenbeter"

    def look(self, user=""):
        """Return the browser of somebody who sent the code."""
        web = Web(user)
        web.get(self.receipt)
        web.send("code", code=self.code)
        return web

    def own(self, user=ANNA, desk=None):
        """Let an account have the case; return the address of its page."""
        self.change(receiving.claim, user)
        return f"{(desk or self.desk).absolute_url()}/@@mijn-vraag/{self.now().accounts[-1]}"

    def send_answer(self, **more):
        """Let an editor send the answer, with one accepted contribution."""
        self.contribution = self.answer(contribution=rich("<p>Drink <b>thee</b>.</p>"), **more)
        step(self.contribution, "submit", "accept")
        self.change(answering.send, EDITOR)

    def change(self, act, *args):
        """Let a verb change the case, and commit it."""
        case = self.now()
        act(case, *args)
        store.save(case)
        transaction.commit()

    def fresh(self):
        """Return the case as it is now."""
        transaction.begin()
        return self.now()


def served(portal):
    """Return a served desk with a case; nobody tried a code yet."""
    page.wrong.clear()
    found = ReceiptRoom(portal, make(portal, "Vraagbaak", "open", title="Vraagbaak"))
    transaction.commit()
    return found


def shows_steps(web):
    """Return whether a page says how far a question is."""
    return bool(web.main.xpath(".//ol[@class='sb-steps']"))
