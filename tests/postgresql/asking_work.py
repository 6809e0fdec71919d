"""Fifty people ask at the same moment, by sixteen clients: each has a receipt that opens, and a case."""

from bs4 import BeautifulSoup
from concurrent.futures import ThreadPoolExecutor

import requests
import time
import vault_work


CLIENTS, QUESTIONS = 16, 50
PAGE, RECEIPT = "/vraagbaak/@@stel-je-vraag", "/vraagbaak/@@mijn-bonnetje"
# who is faster than a person goes to the pile
READING = 3  # seconds
TIMEOUT = 300


class Asker:
    """Somebody with a browser, behind an address of their own."""

    def __init__(self, base, number):
        self.base, self.number = base, number
        self.session = requests.Session()
        self.session.headers["X-Forwarded-For"] = f"198.51.{number}.7"
        self.text = f"Vraag {number}: mijn moeder valt vaak. Wie kan helpen met de trap?"
        self.form = {}

    def open(self):
        """Look at the form."""
        page = self.session.get(f"{self.base}{PAGE}", timeout=TIMEOUT)
        self.form = hidden(page.text, "text")
        return page.status_code

    def send(self):
        """Send the question; return (status, code of the receipt or "")."""
        fields = {"text": self.text, "publish": "yes", "for_whom": "myself", "do": "send"}
        fields |= {"email": f"vrager{self.number}@samenbeter.example"} if self.number % 2 else {}
        answer = self.session.post(f"{self.base}{PAGE}", data={**self.form, **fields}, timeout=TIMEOUT)
        code = BeautifulSoup(answer.text, "html.parser").select_one(".sb-code")
        return answer.status_code, code.get_text(strip=True) if code else ""

    def opens(self, base, code):
        """Return whether a code opens a receipt at a process."""
        page = self.session.get(f"{base}{RECEIPT}", timeout=TIMEOUT)
        form = {**hidden(page.text, "code"), "code": code}
        answer = self.session.post(f"{base}{RECEIPT}", data=form, timeout=TIMEOUT)
        return answer.status_code == 200 and "sb-steps" in answer.text


def hidden(text, field):
    """Return what stands hidden in the form with a field."""
    page = BeautifulSoup(text, "html.parser")
    form = page.find(attrs={"name": field}).find_parent("form")
    return {found["name"]: found.get("value", "") for found in form.find_all("input", type="hidden")}


def warm(bases):
    """Let one person ask at each process first: templates that threads compile at the same moment can fail."""
    first = [Asker(base, 200 + number) for number, base in enumerate(bases)]
    for asker in first:
        asker.open()
    time.sleep(READING)
    for asker in first:
        _status, code = asker.send()
        asker.opens(asker.base, code)


def problems(bases):
    """Let all of them ask at once, spread over the processes; return what is wrong."""
    warm(bases)
    before = vault_work.ask(bases[0], act="questions").json()
    askers = [Asker(bases[number % len(bases)], number) for number in range(QUESTIONS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        opened = set(pool.map(Asker.open, askers))
        time.sleep(READING)
        sent = list(pool.map(Asker.send, askers))
        # what one process took, the other one shows
        others = [bases[(number + 1) % len(bases)] for number in range(QUESTIONS)]
        codes = [code for _status, code in sent]
        opens = list(pool.map(Asker.opens, askers, others, codes))
    after = vault_work.ask(bases[-1], act="questions").json()
    found = [] if opened == {200} else [f"the form answered {opened}"]
    if {status for status, _code in sent} != {200}:
        found.append(f"asking answered {sorted({status for status, _code in sent})}")
    if len(set(codes) - {""}) != QUESTIONS:
        found.append(f"{len(set(codes) - {''})} receipts")
    if not all(opens):
        found.append(f"{opens.count(False)} receipts do not open")
    if after["cases"] - before["cases"] != QUESTIONS or after["pile"] != before["pile"]:
        found.append(f"{after['cases'] - before['cases']} cases, {after['pile'] - before['pile']} on the pile")
    if sorted(set(after["texts"]) - set(before["texts"])) != sorted(asker.text for asker in askers):
        found.append("other words than were sent")
    if after["rows"] - before["rows"] != QUESTIONS or after["due"] - before["due"] != QUESTIONS:
        found.append(f"{after['rows'] - before['rows']} rows at the desk, {after['due'] - before['due']} clocks")
    return found
