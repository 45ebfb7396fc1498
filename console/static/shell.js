// The frame of the console: what opens and closes, the palette (Ctrl-K), and what is said when a
// request did not arrive. Every page works without it.
const palette = document.getElementById("palette");
const words = document.getElementById("palette-words");
const list = document.getElementById("palette-list");

function toast(text) {
  const place = document.getElementById("toasts");
  const line = document.createElement("p");
  line.textContent = text;
  place.append(line);
  setTimeout(() => line.remove(), 6000);
}

function openPalette() {
  if (palette.open) return;
  document.querySelectorAll("details.menu[open]").forEach((one) => { one.open = false; });
  palette.showModal();
  words.select();
  words.dispatchEvent(new Event("opened"));
}

const choices = () => [...list.querySelectorAll("[role=option]")];

function choose(index) {
  const all = choices();
  all.forEach((one, place) => one.setAttribute("aria-selected", String(place === index)));
  const one = all[index];
  if (!one) { words.removeAttribute("aria-activedescendant"); return; }
  words.setAttribute("aria-activedescendant", one.id);
  one.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = choices();
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  choose((at + by + all.length) % Math.max(all.length, 1));
}

const chosen = () => choices().find((one) => one.getAttribute("aria-selected") === "true");

if (palette) {
  document.querySelectorAll("[data-opens=palette]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", openPalette);
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      chosen().click();
    }
  });
  document.addEventListener("htmx:after:swap", () => { if (palette.open) choose(0); });
  palette.addEventListener("click", (event) => { if (event.target === palette) palette.close(); });
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k" && palette) {
    event.preventDefault();
    openPalette();
  }
  if (event.key === "Escape") {
    for (const one of document.querySelectorAll("details.menu[open]")) {
      one.open = false;
      one.querySelector("summary").focus();
    }
  }
});

// a menu closes when somebody goes on elsewhere
document.addEventListener("click", (event) => {
  for (const one of document.querySelectorAll("details.menu[open]")) {
    if (!one.contains(event.target)) one.open = false;
  }
});

// buttons that open a dialog of the page, and those that close the one they are in
document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-dialog]");
  if (opener) {
    event.preventDefault();
    document.getElementById(opener.dataset.dialog)?.showModal();
  }
  if (event.target.closest?.("[data-close]")) event.target.closest("dialog")?.close();
});

// what somebody had begun to write leaves with them
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") === "/console/logout") sessionStorage.clear();
});

// a form is sent once, however often it is clicked
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || event.defaultPrevented || form.matches("[hx-get],[hx-post]")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => { delete form.dataset.sent; }, 3000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((one) => { delete one.dataset.sent; }));

document.addEventListener("htmx:error", (event) => {
  if (event.detail?.ctx?.response?.status) return; // the server's own page says what is wrong
  toast(document.getElementById("toasts").dataset.trouble);
});
