// Where is the session kept between visits? In this frame's storage; where that is blocked, in the host page's.

const RECALL_MS = 1500;

export class Store {
  constructor(name, host) {
    this.name = `banter:${name}`;
    this.host = host;
    this.value = null;
    this.blocked = !works();
  }

  async read() {
    const text = this.blocked ? await this.recall() : localStorage.getItem(this.name);
    try {
      this.value = text ? JSON.parse(text) : null;
    } catch {
      this.value = null;
    }
    return this.value;
  }

  write(value) {
    this.value = value;
    const text = JSON.stringify(value);
    if (!this.blocked) localStorage.setItem(this.name, text);
    else this.host.tell("keep", { name: this.name, value: text });
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
