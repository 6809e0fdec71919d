"""The personal data that come with an account: mailed links, the second step, and codes on paper."""

from samenbeter import _
from samenbeter.residents import mailing
from samenbeter.residents import paper
from samenbeter.residents import second_step
from samenbeter.shared.personal_data import VaultPersonalData


class Access(VaultPersonalData):
    """Links to make an account or to log in, until they are used or too old."""

    room, kind = mailing.ROOM, mailing.KIND
    title = _("data_access", default="Een link om binnen te komen")
    description = _("data_access_text", default="Je mailadres, en op welke bladzijde je was. De link werkt een uur.")
    categories = ("pd:EmailAddress",)
    purpose = mailing.PURPOSE
    period = 1
    clock = _("data_access_clock", default="Zodra je de link gebruikt. Anders na een dag.")

    def values(self, data):
        """Return for which address it is, and where it leads."""
        yield _("data_access_address", default="Mailadres"), data["address"]
        if data["came_from"]:
            yield _("data_access_where", default="Waar je was"), data["came_from"]

    def values_for_machines(self, data):
        """Return the same as JSON; not what opens the link."""
        return {name: data[name] for name in ("use", "until", "address", "came_from")}


class SecondStep(VaultPersonalData):
    """What the app on somebody's phone has in common with the site."""

    room, kind = second_step.ROOM, second_step.KIND
    title = _("data_second_step", default="Je tweede stap bij het inloggen")
    description = _(
        "data_second_step_text",
        default="Een geheim dat alleen jouw app en onze computer kennen. En hoeveel noodcodes je nog hebt.",
    )
    categories = ("pd:Password",)
    purpose = second_step.PURPOSE
    clock = _("data_second_step_clock", default="Dit blijft zolang je account er is.")

    def values(self, data):
        """Return how many codes are left; the secret itself would let others in."""
        yield _("data_second_step_codes", default="Noodcodes over"), str(len(data["codes"]))

    def values_for_machines(self, data):
        """Return the same as JSON."""
        return {"set_up": data["confirmed"], "codes_left": len(data["codes"])}


class PaperCodes(VaultPersonalData):
    """Codes that were handed out on paper; who has them nobody knows."""

    room, kind = paper.ROOM, paper.KIND
    title = _("data_paper", default="Codes op papier")
    description = _("data_paper_text", default="Wanneer een code is gemaakt. Niet wie hem kreeg.")
    categories = ("dpv:NonPersonalData",)
    purpose = paper.PURPOSE
    period = paper.DAYS
    clock = _("data_paper_clock", default="Vanaf de dag dat de code is gemaakt. Eerder als iemand hem gebruikt.")
