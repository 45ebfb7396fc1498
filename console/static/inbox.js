// The inbox lives: rows come and change by themselves, keys move about, a lead opens beside the list,
// and the words that a criterion or a score rests on light up. Without it everything is plain links and forms.
const list = document.getElementById("list");
const pane = document.getElementById("lead");
const rows = () => document.getElementById("rows");
const atDesk = () => matchMedia("(min-width: 861px)").matches;
const lead = () => pane.querySelector("article.lead");
const openLead = () => lead()?.dataset.conversation ?? "";

// --- a lead opens beside the list ---------------------------------------------------------------
function mark(id) {
  for (const row of rows().children) {
    const here = row.dataset.lead === id;
    const link = row.querySelector("a");
    if (here) { link.setAttribute("aria-current", "true"); row.classList.remove("unread"); row.querySelector(".dot")?.remove(); }
    else link.removeAttribute("aria-current");
  }
}

function addressOf(id) {
  return `/console/leads/${id}${list.dataset.query ? `?${list.dataset.query}` : ""}`;
}

// what the pane is to show, and what is done to it, one thing after the other: what was shown before
// takes no clicks and no keys while the next lead is on its way
let wanted = openLead();
let pending = Promise.resolve();
const next = (work) => (pending = pending.then(work).catch(() => {}));

async function open(id, push = true) {
  wanted = id;
  mark(id);
  pane.inert = true;
  await next(async () => {
    if (wanted !== id) return;
    await htmx.ajax("GET", addressOf(id), { target: "#lead", swap: "innerHTML" });
  });
  if (wanted !== id) return;
  pane.inert = false;
  if (openLead() !== id) wanted = openLead();
  mark(wanted);
  if (wanted !== id) return;
  if (push) history.pushState({ lead: id }, "", addressOf(id));
  document.querySelector("main").classList.add("with-lead");
  restore();
  toNewest();
}

function toNewest() {
  const talk = document.getElementById("transcript");
  if (talk) talk.scrollTop = talk.scrollHeight;
}

list.addEventListener("click", (event) => {
  const link = event.target.closest(".lead-row > a");
  if (!link || !atDesk() || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open(link.parentElement.dataset.lead);
});
addEventListener("popstate", () => {
  const id = location.pathname.split("/console/leads/")[1];
  if (id && atDesk()) open(id, false);
  else location.reload();
});

// --- the list ------------------------------------------------------------------------------------
list.addEventListener("change", (event) => {
  if (event.target.matches(".status select")) event.target.form.requestSubmit();
});
list.addEventListener("click", async (event) => {
  const more = event.target.closest("[data-more]");
  if (!more) return;
  event.preventDefault();
  more.setAttribute("aria-disabled", "true");
  const response = await fetch(more.href, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  if (!response.ok) { location.assign(more.href); return; }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const known = new Set([...rows().children].map((row) => row.dataset.lead));
  const first = [...(page.getElementById("rows")?.children ?? [])].filter((row) => !known.has(row.dataset.lead));
  rows().append(...first);
  const next = page.querySelector("[data-more]");
  if (next) { more.href = next.getAttribute("href"); more.removeAttribute("aria-disabled"); } else more.parentElement.remove();
  first[0]?.querySelector("a").focus();
});

// --- what changes ----------------------------------------------------------------------------------
let gap = 0; // where the open lead was in the list before it left it
function place(row) {
  const before = [...rows().children].find((one) => one.dataset.at < row.dataset.at && one !== row);
  if (before) rows().insertBefore(row, before); else rows().append(row);
}

function show(told) {
  const old = rows().querySelector(`[data-lead="${CSS.escape(told.id)}"]`);
  if (!told.holds) {
    if (old && told.id === wanted) gap = [...rows().children].indexOf(old);
    old?.remove();
    return;
  }
  if (!old && list.dataset.sought) return; // whether it has the words is not known here
  const holder = document.createElement("template");
  holder.innerHTML = told.html;
  const row = holder.content.firstElementChild;
  const link = row.querySelector("a");
  link.setAttribute("href", addressOf(told.id));
  const last = rows().lastElementChild;
  const below = last && document.querySelector("[data-more]") && row.dataset.at < last.dataset.at;
  const focused = old?.contains(document.activeElement);
  if (old) old.replaceWith(row);
  else if (below) return;
  document.getElementById("none")?.remove();
  place(row);
  if (told.id === wanted) mark(told.id);
  if (focused) link.focus();
  row.classList.add("fresh");
}

let stale = false;
function refresh() {
  if (stale) return; // one that has not begun yet will see this, too
  stale = true;
  next(async () => {
    stale = false;
    if (!openLead() || openLead() !== wanted) return;
    const talk = document.getElementById("transcript");
    const atEnd = talk && talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
    await htmx.ajax("GET", addressOf(openLead()), { target: "#lead", swap: "innerMorph" });
    if (atEnd) toNewest();
  });
}

// a browser has six lines to a host (HTTP/1.1): only a tab that is seen holds one
let stream = null;
let heard = false; // this tab has listened before
function watch() {
  if (stream || document.hidden) return;
  const line = stream = new EventSource(list.dataset.watch);
  let missed = heard;
  heard = true;
  line.addEventListener("line", (event) => {
    const told = JSON.parse(event.data);
    show(told);
    if (told.id === openLead()) refresh();
  });
  line.addEventListener("again", () => { leave(line); watch(); });
  line.addEventListener("error", () => {
    missed = true;
    if (line.readyState === EventSource.CLOSED) { leave(line); setTimeout(comeBack, 3000); }
  });
  line.addEventListener("open", () => { if (missed) { missed = false; catchUp(); } });
}
function leave(line) {
  line?.close();
  if (stream === line) stream = null;
}
addEventListener("pagehide", () => leave(stream));
addEventListener("pageshow", (event) => { if (event.persisted) watch(); });
document.addEventListener("visibilitychange", () => { if (document.hidden) leave(stream); else watch(); });

// a line that was refused: whoever has to sign in again is shown where, others try once more
async function comeBack() {
  const response = await fetch("/console/palette?q=", { redirect: "manual" }).catch(() => null);
  if (response?.type === "opaqueredirect" || response?.status === 403) location.reload();
  else watch();
}

// what happened while the line was cut is read anew
async function catchUp() {
  const response = await fetch(`/console?${list.dataset.query}`, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById("rows");
  if (fresh) { rows().replaceChildren(...fresh.children); mark(wanted); }
  refresh();
}
if (list) watch();

// --- until when -------------------------------------------------------------------------------------
const told = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always", style: "short" });
function countDown() {
  for (const chip of document.querySelectorAll("[data-due]")) {
    const seconds = Math.round((new Date(chip.dataset.due) - Date.now()) / 1000);
    const [amount, unit] = Math.abs(seconds) < 90 ? [seconds, "second"] : Math.abs(seconds) < 5400 ? [Math.round(seconds / 60), "minute"] : Math.abs(seconds) < 129600 ? [Math.round(seconds / 3600), "hour"] : [Math.round(seconds / 86400), "day"];
    chip.querySelector("span").textContent = told.format(amount, unit);
    chip.classList.toggle("late", seconds < 120);
  }
}
setInterval(countDown, 5000);
countDown();

// --- lit words ----------------------------------------------------------------------------------------
function light(key, on) {
  for (const word of pane.querySelectorAll("mark[data-keys]")) {
    if (word.dataset.keys.split(" ").includes(key)) word.classList.toggle("lit", on);
  }
}
const lights = (event) => event.target.closest?.("[data-lights]");
for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  pane.addEventListener(name, (event) => { const row = lights(event); if (row) light(row.dataset.lights, on); });
}
pane.addEventListener("click", (event) => {
  const row = lights(event);
  if (!row || event.target.closest("button, summary")) return;
  const word = [...pane.querySelectorAll("mark[data-keys]")].find((one) => one.dataset.keys.split(" ").includes(row.dataset.lights));
  if (!word) return;
  event.preventDefault();
  word.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
});

// --- answering ----------------------------------------------------------------------------------------
// what somebody has begun to write waits in this tab until they come back to the lead
const begun = (field) => `begun:${openLead()}:${field.id}`;
pane.addEventListener("input", (event) => {
  if (event.target.matches("textarea[id]")) sessionStorage.setItem(begun(event.target), event.target.value);
});
function restore() {
  for (const field of pane.querySelectorAll("textarea[id]")) {
    const text = sessionStorage.getItem(begun(field));
    if (text && !field.value) {
      field.value = text;
      if (field.closest("details")) field.closest("details").open = true;
    }
  }
}
restore();
pane.addEventListener("htmx:after:swap", restore);
pane.addEventListener("htmx:after:request", (event) => {
  const form = event.target.closest("[data-clears]");
  if (form && (event.detail?.ctx?.response?.status ?? 500) < 400) {
    const field = form.querySelector("textarea");
    field.value = "";
    sessionStorage.removeItem(begun(field));
    toNewest();
  }
});
pane.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) event.target.form.requestSubmit();
});
let told_typing = 0;
pane.addEventListener("input", (event) => {
  const form = event.target.closest("[data-typing]");
  if (!form || Date.now() - told_typing < 4000) return;
  told_typing = Date.now();
  fetch(form.dataset.typing, { method: "POST", headers: { "X-Banter-Token": form.elements.token.value } }).catch(() => {});
});

// --- keys ----------------------------------------------------------------------------------------------
function move(by) {
  const all = [...rows().children];
  if (!all.length) return;
  let at = all.findIndex((row) => row.dataset.lead === wanted);
  if (at < 0) at = all.findIndex((row) => row.contains(document.activeElement));
  if (at < 0) at = by > 0 ? gap - 1 : gap;
  const row = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  row.querySelector("a").focus();
  if (atDesk()) open(row.dataset.lead); else row.scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, dialog[open]")) {
    if (event.key === "Escape" && event.target.matches("textarea, input[type=search]")) event.target.blur();
    return;
  }
  if (event.key === "j" || event.key === "k") { event.preventDefault(); move(event.key === "j" ? 1 : -1); }
  else if (event.key === "/") { event.preventDefault(); document.getElementById("q").focus(); }
  else if (event.key === "e" || event.key === "t" || event.key === "b") {
    event.preventDefault();
    const meant = wanted;
    pending.then(() => { if (openLead() === meant) pane.querySelector(`[data-key=${event.key}]`)?.click(); });
  } else if (event.key === "r") {
    const text = document.getElementById("answer-text");
    if (text) { event.preventDefault(); text.focus(); }
  }
});
toNewest();
