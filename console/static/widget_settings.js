// The page about a chat: what is changed is shown at once, in the chat itself; what is to be copied can be.
(() => {
  "use strict";
  const form = document.getElementById("settings");
  const frame = document.getElementById("preview");
  const language = document.getElementById("preview-language");
  const withForm = document.getElementById("preview-form");
  const text = document.getElementById("colour");
  const pick = document.getElementById("colour-pick");
  const WAIT_MS = 150;
  let newest = 0;
  let timer = 0;
  let draft = null;

  function colour() {
    for (const item of document.querySelectorAll(".swatches li")) {
      const { style } = item.querySelector("b");
      style.color = item.dataset.ink;
      style.backgroundColor = item.dataset.ground;
    }
  }

  function show() {
    if (!draft) return;
    const { config, swatches } = draft;
    frame.contentWindow.postMessage({ banter: "draft", value: config }, location.origin);
    const launch = document.getElementById("launch");
    launch.style.backgroundColor = config.fill;
    launch.style.color = config.ink;
    launch.querySelector("span").textContent = config.label;
    document.getElementById("stand").dataset.side = config.side;
    document.querySelectorAll(".swatches li").forEach((item, index) => {
      item.dataset.ink = swatches[index].ink;
      item.dataset.ground = swatches[index].ground;
      item.querySelector(".ratio").textContent = swatches[index].ratio.toLocaleString(document.documentElement.lang);
    });
    colour();
  }

  async function ask() {
    newest += 1;
    const mine = newest;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("preview_language", language.value);
    if (withForm.checked) fields.set("preview_form", "1");
    try {
      const response = await fetch(form.dataset.draft, { method: "POST", body: fields, cache: "no-store" });
      if (!response.ok || mine !== newest) return;
      draft = await response.json();
    } catch {
      return; // no connection: the next change asks again
    }
    show();
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  }

  const fixed = form.querySelector("fieldset").disabled;
  addEventListener("message", (event) => {
    if (event.origin !== location.origin || event.source !== frame.contentWindow) return;
    if (event.data?.banter === "ready" && !fixed) ask();
  });
  const address = new URL(frame.src);
  address.searchParams.set("origin", location.origin);
  frame.src = address.href;
  colour();
  if (!fixed) {
    document.getElementById("preview-switches").hidden = false;
    pick.hidden = false;
    form.addEventListener("input", soon);
    language.addEventListener("change", soon);
    withForm.addEventListener("change", soon);
    pick.addEventListener("input", () => (text.value = pick.value));
    text.addEventListener("input", () => /^#[0-9a-f]{6}$/i.test(text.value) && (pick.value = text.value.toLowerCase()));
  }

  for (const button of document.querySelectorAll("[data-copies]")) {
    if (!navigator.clipboard) continue; // only where the console is reached by https or on this machine
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim());
      const words = button.querySelector("span");
      const before = words.textContent;
      words.textContent = button.dataset.done;
      setTimeout(() => (words.textContent = before), 2000);
    });
  }
})();
