"""Somebody with a browser: what a journey through the site is made of."""

import base64


PASSWORD = "samenbeter-demo"

# what is looked at: address, or (type, state) of which the first is taken
PAGES = {
    "front": "",
    "desk": "vraagbaak",
    "desk by theme": "vraagbaak?theme=slapen",
    "question": ("VraagbaakQuestion", "published"),
    "partners": "partners",
    "partner": ("PartnerOrganisation", "active"),
    "offer": ("ServiceOffer", "active"),
    "modules": "modules",
    "module": ("EHealthModule", "published"),
    "stories": "verhalen",
    "story": ("SuccessStory", "published"),
    "meetings": "agenda",
    "meeting": ("Event", "published"),
    "a page": "toegankelijkheid",
    "search": "@@search?SearchableText=slapen",
    "search by theme": "@@search?theme=slapen&kind=question",
    "search without words": "@@search",
    "nothing found": "@@search?SearchableText=qqqq",
    "themes": "thema",
    "theme": "thema/slapen",
    "all pages": "sitemap",
    "log in": "login",
    "sign up": "@@account-maken",
    "with a code on paper": "@@account-met-code",
    "why an account": "@@waarom-een-account",
    "not there": "dit-is-er-niet",
}


class Visitor:
    """One person, one browser."""

    def __init__(self, chromium, home, **options):
        self.home = home
        self.context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "locale": "nl-NL", "reduced_motion": "reduce", **options}
        )
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.script = options.get("java_script_enabled", True)
        self.requested = []
        self.page.on("request", lambda request: self.requested.append(request.url))
        # a form that was changed asks before it lets somebody go
        self.page.on("dialog", lambda dialog: dialog.accept())

    def leave(self):
        """Close the browser."""
        self.context.close()

    def go(self, address):
        """Go to a page of the site, by its whole address or the last part of it."""
        self.page.goto(address if address.startswith("http") else f"{self.home}/{address}")
        return self.page

    def be(self, user):
        """Be one of the demo accounts from here on, without the log-in page."""
        secret = base64.b64encode(f"{user}:{PASSWORD}".encode()).decode()
        self.context.set_extra_http_headers({"Authorization": f"Basic {secret}"})

    def log_in(self, user):
        """Log in as one of the demo accounts."""
        self.go("login")
        self.page.fill("#__ac_name", user)
        self.page.fill("#__ac_password", PASSWORD)
        self.page.click("#LoginForm [type=submit]")
        self.page.wait_for_selector(".sb-nav >> text=Uitloggen")

    def heading(self):
        """Return what the page is about."""
        return self.page.inner_text("h1").strip()

    # -- with the keyboard only

    def focused(self):
        """Return (id, text, address) of what has the focus."""
        return self.page.evaluate(
            "(e => [e.id || '', (e.innerText || '').trim(), e.href || ''])(document.activeElement)"
        )

    def tab_to(self, wanted, most=120):
        """Press Tab until something is reached for which wanted(id, text, address) is true."""
        seen = []
        for _step in range(most):
            self.page.keyboard.press("Tab")
            here = self.focused()
            if wanted(*here):
                return here
            seen.append(here[1][:30])
        raise AssertionError(f"not reached with Tab: {seen}")

    def follow(self, wanted):
        """Go to a link with Tab and open it with Enter."""
        address = self.tab_to(wanted)[2]
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return address

    # -- forms

    def fill(self, field, value):
        """Fill in a field of a form."""
        self.page.fill(f"#form [name$='.{field}']", value)

    def tick(self, label):
        """Tick a box or choose a radio."""
        self.page.get_by_label(label, exact=True).check()

    def write(self, field, text):
        """Write in rich text: in the editor, or in the plain box where there is no script."""
        if self.script:
            self.page.locator(f"#formfield-form-widgets-{field} iframe").content_frame.locator("body").fill(text)
        else:
            self.fill(field, f"<p>{text}</p>")

    def part(self, title):
        """Open a tab of a form. Without script all parts are in sight."""
        if self.script:
            self.page.click(f".autotoc-nav >> text={title}")

    def save(self):
        """Save the form."""
        self.press("Opslaan")

    def press(self, words):
        """Press a button that leads to a page."""
        with self.page.expect_navigation():
            self.page.click(f"#inhoud button:text-is('{words}')")

    def state(self):
        """Return the state that the panel of an item names."""
        return self.page.inner_text("#inhoud section:has(#sb-editing) .sb-tag").strip()
