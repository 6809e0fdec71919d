// SamenBeter for people with the toolbar: names for the controls that Plone's own tools make
// without one, and room for wide tables. The tools draw themselves late and again, so this looks again too.

const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
const FIELDS = "input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea";

// -- fields without a label

const labelBeside = (field) => {
  for (let box = field.parentElement; box && box.tagName !== "FORM"; box = box.parentElement) {
    const label = box.querySelector(":scope > label:not([for]), :scope > .form-label, :scope > legend");
    if (label) return text(label);
  }
  return "";
};

const headersOf = (field) => {
  const cell = field.closest("td");
  const row = cell?.parentElement;
  const headers = row?.closest("table")?.rows[0];
  if (!headers || headers === row) return "";
  const own = row.cells[0] === cell ? "" : text(row.cells[0]);
  return [text(headers.cells[cell.cellIndex]), own].filter(Boolean).join(": ");
};

function nameFields() {
  for (const field of document.querySelectorAll(FIELDS)) {
    if (field.labels?.length || field.ariaLabel || field.hasAttribute("aria-labelledby")) continue;
    const name = field.title || headersOf(field) || labelBeside(field) || field.placeholder || text(document.querySelector("h1"));
    if (name) field.setAttribute("aria-label", name);
  }
}

// -- the editor of texts

function nameEditors() {
  for (const editor of document.querySelectorAll(".tox-tinymce")) {
    const frame = editor.querySelector("iframe");
    if (frame && !frame.title) frame.title = text(editor.closest(".field")?.querySelector(".form-label"));
    const handle = editor.querySelector(".tox-statusbar__resize-handle[role=separator]");
    // how high the editor is, which the arrow keys change
    handle?.setAttribute("aria-valuenow", editor.offsetHeight);
    // empty until it has counted
    const count = editor.querySelector(".tox-statusbar__wordcount");
    if (count) count.hidden = !text(count);
  }
}

// -- buttons and links

function nameButtons() {
  for (const button of document.querySelectorAll(".toolbar-collapse:not([role]), .toolbar-expand:not([role])")) {
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
  }
  for (const cross of document.querySelectorAll(".select2-search-choice-close:not([aria-label])")) {
    cross.setAttribute("aria-label", `× ${text(cross.parentElement)}`);
  }
  // tabs of a form, and the table of contents of a page
  for (const list of document.querySelectorAll(".autotoc-nav:not([aria-label])")) {
    list.setAttribute("aria-label", text(list.closest("#document-toc")?.querySelector(".portletHeader")) || text(document.querySelector("h1")));
  }
  // a tip that says something else than the words in sight
  for (const button of document.querySelectorAll(".pat-structure .btn[aria-label]")) {
    if (text(button) && !button.ariaLabel.includes(text(button))) button.removeAttribute("aria-label");
  }
}

// -- tables that are wider than the page

function fitTables() {
  for (const table of document.querySelectorAll("main table")) {
    if (table.closest(".sb-scroll, .pat-structure, .tox")) continue;
    if (table.scrollWidth <= table.parentElement.clientWidth + 1) continue;
    const box = document.createElement("div");
    box.className = "sb-scroll";
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", text(table.caption) || table.summary || text(document.querySelector("h1")));
    table.replaceWith(box);
    box.append(table);
  }
}

let waiting;
const look = () => {
  // soon, however often the page changes until then
  waiting ??= setTimeout(() => {
    waiting = undefined;
    [nameFields, nameEditors, nameButtons, fitTables].forEach((step) => step());
  }, 100);
};

// a toolbar in a toolbar is none
document.getElementById("edit-bar")?.removeAttribute("role");
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", look);
look();
