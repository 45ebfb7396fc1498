// What can be done besides talking? The list behind the three dots.

export class Menu {
  constructor(acts) {
    this.button = document.getElementById("options");
    this.list = document.getElementById("menu");
    this.button.addEventListener("click", () => this.toggle(this.list.hidden));
    for (const [id, act] of Object.entries(acts)) {
      document.getElementById(id).addEventListener("click", () => {
        if (id !== "sound") this.toggle(false);
        act();
      });
    }
    document.addEventListener("click", (event) => {
      if (!this.list.hidden && !this.list.contains(event.target) && !this.button.contains(event.target)) this.toggle(false);
    });
    this.list.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.list.contains(event.relatedTarget) && event.relatedTarget !== this.button) this.toggle(false);
    });
  }

  toggle(open) {
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.list.querySelector("button:not([hidden])").focus();
  }

  // Whether there was something to close.
  escape() {
    if (this.list.hidden) return false;
    this.toggle(false);
    this.button.focus();
    return true;
  }
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
