// Opens the chat that a card offers. The loader may still be on its way when somebody clicks.
for (const button of document.querySelectorAll("button[data-script]")) {
  button.addEventListener("click", () => {
    const choice = { script: button.dataset.script, lang: button.dataset.lang };
    if (window.banter) window.banter.open(choice);
    else document.querySelector('script[src="/widget.js"]').addEventListener("load", () => window.banter.open(choice));
  });
}
