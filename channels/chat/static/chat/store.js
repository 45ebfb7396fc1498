// Where is the session kept between visits? In this frame's storage and in the host page's: one of them may be blocked.

const RECALL_MS = 1500;

export class Store {
  constructor(name, host) {
    this.name = `banter:${name}`;
    this.host = host;
    this.value = null;
    this.blocked = !works();
  }

  // A window of its own goes by what the chat that opened it knows; any other by its own storage first.
  async read() {
    const own = () => (this.blocked ? null : localStorage.getItem(this.name));
    const text = this.host.popped ? ((await this.recall()) ?? own()) : (own() ?? (await this.recall()));
    try {
      this.value = text ? JSON.parse(text) : null;
    } catch {
      this.value = null;
    }
    return this.value;
  }

  write(value) {
    this.value = value;
    const text = value && JSON.stringify(value);
    if (!this.blocked && text) localStorage.setItem(this.name, text);
    else if (!this.blocked) localStorage.removeItem(this.name);
    this.host.tell("keep", { name: this.name, value: text });
  }

  change(more) {
    if (this.value) this.write({ ...this.value, ...more });
  }

  // Another tab with the same chat has changed it.
  watch(listener) {
    window.addEventListener("storage", (event) => {
      if (event.key === this.name && event.newValue) listener(JSON.parse(event.newValue));
    });
  }

  recall() {
    if (!this.host.present) return null;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), RECALL_MS);
      this.host.on("recalled", (said) => {
        if (said.name !== this.name) return;
        clearTimeout(timer);
        resolve(typeof said.value === "string" ? said.value : null);
      });
      this.host.tell("recall", { name: this.name });
    });
  }
}

function works() {
  try {
    localStorage.setItem("banter:try", "1");
    localStorage.removeItem("banter:try");
    return true;
  } catch {
    return false;
  }
}
