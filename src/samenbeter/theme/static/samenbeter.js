// SamenBeter: what a script makes easier on a page that works without one.

// -- forms: the server checks, so that everybody reads the same words with and without script

// the browser would stop at the first error, and at one in a tab that is not open say nothing
const ours = (form) => {
  if (form?.matches("form.sb-form")) form.noValidate = true;
};
document.querySelectorAll("form").forEach(ours);
// a form in a dialog comes later
document.addEventListener("focusin", (event) => ours(event.target.form));
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("form.sb-form")) return;
  for (const input of target.querySelectorAll("input")) {
    // a browser sends half a date as no date: send what the server will refuse
    if (!input.validity.badInput) continue;
    const half = document.createElement("input");
    Object.assign(half, { type: "hidden", name: input.name, value: "?" });
    input.after(half);
    input.disabled = true;
  }
});
// not every browser follows autofocus on what is no field
document.getElementById("sb-errors")?.focus();

// -- passwords can be read by who types them

for (const button of document.querySelectorAll(".sb-show")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  if (!input) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
  });
  // a password manager and the browser's own memory know a password by its type
  input.form?.addEventListener("submit", () => (input.type = "password"));
}

// -- what is meant for paper is printed by a button; a browser does it without one too

for (const button of document.querySelectorAll(".sb-print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// -- the table of contents of a page, which Plone's own script makes for editors

const contents = document.querySelector(".sb-light #document-toc");
const headings = contents ? [...document.querySelectorAll("#content-core :is(h2, h3)")] : [];
if (headings.length) {
  const list = document.createElement("ul");
  headings.forEach((heading, number) => {
    heading.id ||= `sb-part-${number}`;
    const link = document.createElement("a");
    Object.assign(link, { href: `#${heading.id}`, textContent: heading.textContent });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  });
  const title = contents.querySelector(".portletHeader");
  title.id = "sb-contents";
  contents.setAttribute("role", "navigation");
  contents.setAttribute("aria-labelledby", title.id);
  contents.querySelector(".portletItem").append(list);
  contents.removeAttribute("style");
  contents.classList.add("is-made");
}
