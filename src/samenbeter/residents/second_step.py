"""The second step of logging in: a code of six digits from an app, for who sees data of others. No HTTP in it.

RFC 6238 (TOTP), thirty seconds, one step of drift either way; a code works once. Whoever
loses the phone has ten codes on paper, each for one time. The secret lies in the vault, and
leaves it only to be scanned when the app is set up.
"""

from plone import api
from samenbeter import _
from samenbeter.residents.settings import PREFIX
from samenbeter.shared import clock
from samenbeter.shared import hardened
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.limits import Limit
from samenbeter.shared.rights import Subject
from samenbeter.shared.roles_elsewhere import all_roles
from samenbeter.shared.transactions import committed

import hmac
import pyotp
import secrets
import segno


ROOM, KIND, PURPOSE = "residents", "second_step", "samenbeter.account"
SWITCH = "second_step"
ACCESS = vault.Machine("samenbeter.residents.second_step")
DRIFT = 1
CODES = 10
# letters and digits that look different
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
WRONG = _("second_step_no", default="Deze code klopt niet. Wacht op de volgende, en typ die.")
WAIT = _("second_step_wait", default="Het ging vijf keer mis. Wacht een kwartier en probeer het dan nog eens.")
# wrong codes of one person
tries = Limit(5, 15 * 60)


def roles():
    """Return the roles whose people take the second step."""
    return set(api.portal.get_registry_record(f"{PREFIX}.second_step_roles", default=None) or ())


def needed(user):
    """Return whether somebody has to take the second step: only where the switch is on.

    :param user: a user of the site; one of Zope itself never has to.
    """
    if not hardened.is_on(SWITCH) or not hasattr(user, "getGroups"):
        return False
    return bool(why(user))


def why(user):
    """Return the roles for which somebody takes the second step, also those of one desk, as a set.

    :param user: a user of the site.
    """
    return roles().intersection(all_roles(user))


def is_set_up(userid):
    """Return whether somebody has an app that gives codes."""
    _record, kept = _find(userid)
    return kept is not None and kept["confirmed"]


def begin(userid):
    """Return the secret for the app of who has none yet: the same one until it was confirmed."""
    return committed(lambda: _begin(userid))


def _begin(userid):
    record, kept = _find(userid)
    if record is None:
        kept = {"secret": pyotp.random_base32(), "confirmed": False, "last": 0, "codes": []}
        vault.get().add(ROOM, KIND, kept, purpose=PURPOSE, subject=Subject(userid=userid).key)
    elif kept["confirmed"]:
        raise ValueError("the app is set up; its secret is shown to nobody any more")
    return kept["secret"]


def picture(secret, name, site):
    """Return the square that an app scans, as an SVG element; it is not fetched from anywhere.

    :param name: how the account is called in the app.
    :param site: how the site is called in the app.
    """
    address = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=site)
    return segno.make(address, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=False)


def passes(userid, typed):
    """Return whether this is a code of the app now, or one of those on paper; it is used up. A wrong one is counted."""
    if not tries.count(userid):
        return False
    if committed(lambda: _use(userid, typed)):
        tries.forget(userid)
        return True
    return False


def why_not(userid):
    """Return what to say when a code did not pass: a message that says so when somebody has to wait first."""
    return WAIT if tries.reached(userid) else WRONG


def confirm(userid, typed):
    """Set the app up with its first code; return the codes for on paper, which are shown once, or None."""
    if not tries.count(userid):
        return None
    codes = committed(lambda: _confirm(userid, typed))
    if codes is not None:
        tries.forget(userid)
    return codes


def new_codes(userid):
    """Replace the codes for on paper in the current transaction, and return the new ones."""
    record, kept = _find(userid)
    if record is None or not kept["confirmed"]:
        return None
    codes = _paper()
    vault.get().replace(record, {**kept, "codes": [_hashed(code) for code in codes]})
    return codes


def codes_left(userid):
    """Return how many codes on paper somebody has left."""
    return len((_find(userid)[1] or {"codes": ()})["codes"])


def reset(userid):
    """Take the app away of who lost it, in the current transaction: at the next log-in it is set up anew."""
    record, _kept = _find(userid)
    return record is not None and vault.get().erase(record)


def _use(userid, typed):
    record, kept = _find(userid)
    if record is None or not kept["confirmed"]:
        return False
    step = _step(kept, typed)
    if step:
        vault.get().replace(record, {**kept, "last": step})
        return True
    wanted = _hashed(_tidy(typed))
    left = [code for code in kept["codes"] if not hmac.compare_digest(code.encode(), wanted.encode())]
    if len(left) == len(kept["codes"]):
        return False
    vault.get().replace(record, {**kept, "codes": left})
    return True


def _confirm(userid, typed):
    record, kept = _find(userid)
    if record is None or kept["confirmed"]:
        return None
    step = _step(kept, typed)
    if not step:
        return None
    codes = _paper()
    hashed = [_hashed(code) for code in codes]
    vault.get().replace(record, {**kept, "confirmed": True, "last": step, "codes": hashed})
    return codes


def _step(kept, typed):
    """Return the number of the half minute that a code is of, later than the last one used; 0 when it is of none."""
    digits = "".join(letter for letter in typed if letter.isdigit() and letter.isascii())
    totp = pyotp.TOTP(kept["secret"])
    now = totp.timecode(clock.now())
    for step in range(now - DRIFT, now + DRIFT + 1):
        if step > kept["last"] and hmac.compare_digest(totp.generate_otp(step).encode(), digits.encode()):
            return step
    return 0


def _paper():
    return [
        "-".join("".join(secrets.choice(ALPHABET) for _n in range(5)) for _part in range(2)) for _code in range(CODES)
    ]


def _tidy(typed):
    return "".join(letter for letter in typed.lower() if letter in ALPHABET)


def _hashed(code):
    return proofs.hashed("second step", _tidy(code))


def _find(userid):
    """Return (id of the record, what it says); (None, None) for who has none."""
    box = vault.get()
    for record in list(box.find(subject=Subject(userid=userid).key, room=ROOM, kind=KIND)):
        return record, box.read(record, ACCESS)
    return None, None
