// Forms: the server checks, so that everybody reads the same words with and without script.
for (const form of document.querySelectorAll("form.sb-form")) {
  // the browser would stop at the first error, and at one in a tab that is not open say nothing
  form.noValidate = true;
  form.addEventListener("submit", () => {
    for (const input of form.querySelectorAll("input")) {
      // a browser sends half a date as no date: send what the server will refuse
      if (!input.validity.badInput) continue;
      const half = document.createElement("input");
      Object.assign(half, { type: "hidden", name: input.name, value: "?" });
      input.after(half);
      input.disabled = true;
    }
  });
}
// not every browser follows autofocus on what is no field
document.getElementById("sb-errors")?.focus();
