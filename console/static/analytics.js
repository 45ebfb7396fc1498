// Filters are applied as soon as one is changed; without this file the button does it.
for (const form of document.querySelectorAll("form[data-sends='change']")) {
  form.addEventListener("change", () => form.requestSubmit());
  form.querySelector("button")?.classList.add("unseen");
}

// On a telephone the tabs are wider than the screen: the open one is brought into view.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
