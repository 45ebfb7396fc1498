// Filters are applied as soon as one is changed; without this file the button does it.
for (const form of document.querySelectorAll("form[data-sends='change']")) {
  form.addEventListener("change", () => form.requestSubmit());
  const button = form.querySelector("button");
  if (button) button.classList.add("unseen");
}

// On a telephone the tabs are wider than the screen: the open one is brought into view.
const current = document.querySelector(".tabs [aria-current]");
if (current) {
  const row = current.parentElement;
  row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}
