// How does the chat talk to the page around it? By messages between two exact origins, nobody else's.

export class Host {
  constructor(origin) {
    this.origin = exact(origin);
    this.present = window.parent !== window && this.origin !== null;
    this.listeners = new Map();
    if (this.present) {
      window.addEventListener("message", (event) => {
        if (event.origin !== this.origin || event.source !== window.parent) return;
        this.listeners.get(event.data?.banter)?.(event.data);
      });
    }
  }

  on(what, listener) {
    this.listeners.set(what, listener);
  }

  tell(what, more = {}) {
    if (this.present) window.parent.postMessage({ banter: what, ...more }, this.origin);
  }
}

function exact(origin) {
  try {
    const url = new URL(origin);
    return url.protocol.startsWith("http") ? url.origin : null;
  } catch {
    return null;
  }
}
