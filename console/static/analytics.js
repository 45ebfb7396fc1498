// Filters are applied as soon as one is changed; without this file the button does it.
for (const form of document.querySelectorAll("form[data-sends='change']")) {
  form.addEventListener("change", () => form.requestSubmit());
  const button = form.querySelector("button");
  if (button) button.classList.add("unseen");
}
