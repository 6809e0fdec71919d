// Shows each second how far an import is. Without it the page has a link to look again.
const live = document.getElementById("sb-import-live");
const PAUSE = 1000;
let said = -1;

// a screen reader hears the beginning, each quarter and the end: not each second
const announce = (state) => {
  const quarter = Math.floor(state.percent / 25);
  if (quarter === said && state.going) return;
  said = quarter;
  live.textContent = `${state.name}: ${state.text}`;
};

const show = (page, state) => {
  page.querySelector("#sb-import-text").textContent = state.text;
  const bar = page.querySelector("#sb-import-bar");
  bar.value = state.percent;
  bar.textContent = `${state.percent} %`;
  for (const [name, count] of Object.entries(state.counts)) {
    const cell = page.querySelector(`[data-count="${name}"]`);
    if (cell) cell.textContent = count;
  }
};

// at the end the page has other buttons and perhaps lists: all of it is fetched once
const replace = async (page) => {
  const answer = await fetch(window.location.href, { credentials: "same-origin" });
  if (!answer.ok) return page;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("sb-import");
  if (!fresh) return page;
  const hadFocus = page.contains(document.activeElement);
  page.replaceWith(document.adoptNode(fresh));
  if (hadFocus) {
    const next = fresh.querySelector("button, a");
    if (next) next.focus();
  }
  return fresh;
};

const follow = async (page, before) => {
  let state;
  try {
    const answer = await fetch(page.dataset.state, { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    state = await answer.json();
  } catch {
    // the network was away for a moment
    window.setTimeout(() => follow(page, before), 5 * PAUSE);
    return;
  }
  announce(state);
  show(page, state);
  const current = before && before !== state.state ? await replace(page) : page;
  if (state.going) window.setTimeout(() => follow(current, state.state), PAUSE);
};

const page = document.getElementById("sb-import");
// what the page said when it was made: any other state has other buttons
if (page && page.dataset.going) follow(page, page.dataset.going);
