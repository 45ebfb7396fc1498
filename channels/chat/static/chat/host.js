// How does the chat talk to the page around it, or to the window that opened it? By messages between two exact
// origins, nobody else's.

export class Host {
  constructor(origin, popped) {
    this.origin = popped ? location.origin : exact(origin);
    this.peer = popped ? window.opener : window.parent;
    this.present = Boolean(this.peer) && this.peer !== window && this.origin !== null;
    this.popped = popped;
    this.listeners = new Map();
    if (this.present) {
      window.addEventListener("message", (event) => {
        if (event.origin !== this.origin || event.source !== this.peer) return;
        this.listeners.get(event.data?.banter)?.(event.data);
      });
    }
  }

  on(what, listener) {
    this.listeners.set(what, listener);
  }

  tell(what, more = {}) {
    if (this.present) this.peer.postMessage({ banter: what, ...more }, this.origin);
  }

  event(name, detail) {
    this.tell("event", { name, detail });
  }
}

// The chat in a window of its own: it is told the session by this one, from which it was opened.
export function popOut(address, session) {
  const here = location.origin;
  const popup = window.open(address, "banter-chat", "popup,width=420,height=720");
  if (!popup) return false;
  window.addEventListener("message", (event) => {
    if (event.origin !== here || event.source !== popup) return;
    const answers = {
      ready: () => ({ banter: "shown", open: true }),
      recall: () => ({ banter: "recalled", name: event.data.name, value: session() }),
    };
    const answer = Object.hasOwn(answers, event.data?.banter) && answers[event.data.banter]();
    if (answer) popup.postMessage(answer, here);
  });
  return true;
}

function exact(origin) {
  try {
    const url = new URL(origin);
    return url.protocol.startsWith("http") ? url.origin : null;
  } catch {
    return null;
  }
}
