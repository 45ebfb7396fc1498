// How does the chat reach the server? By a socket; where that is blocked by events and posts; at worst by posts alone.
//
// Messages wait in `pending` until the server has acknowledged them, over any number of broken connections; their
// client ids let the server see that a repeat is a repeat.

const PING_MS = 25_000;
const SILENCE_MS = 10_000;
const READY_MS = 10_000;
const STREAM_SILENCE_MS = 60_000;
const POLL_MS = 4_000;
const SOCKET_AGAIN_MS = 60_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const TRIES_PER_WAY = 2;
const POST_TRIES = 5;

export class Line {
  // hooks: frame(frame), state(up), refused(clientId, code), lost()
  constructor(token, lastSeq, hooks) {
    this.token = token;
    this.lastSeq = lastSeq;
    this.hooks = hooks;
    this.pending = new Map();
    this.ways = [this.socket, this.stream, this.poll];
    this.way = 0;
    this.stopped = false;
    this.wake = () => {};
    this.posting = Promise.resolve();
    this.abort = new AbortController();
    const again = () => document.visibilityState === "visible" && this.wake();
    window.addEventListener("online", () => ((this.way = 0), this.wake()), { signal: this.abort.signal });
    document.addEventListener("visibilitychange", again, { signal: this.abort.signal });
  }

  async run() {
    let failures = 0;
    while (!this.stopped) {
      const { ready, lost } = await this.ways[this.way].call(this);
      if (this.stopped) return;
      if (lost) return this.end();
      failures = ready ? 0 : failures + 1;
      if (!ready) this.hooks.state(false);
      if (failures === TRIES_PER_WAY && this.way < this.ways.length - 1) {
        this.way += 1;
        failures = 0;
      }
      await this.wait(backOff(failures));
    }
  }

  stop() {
    this.stopped = true;
    this.abort.abort();
    this.ws?.close();
    this.wake();
  }

  end() {
    this.stop();
    this.hooks.lost();
  }

  say(clientId, text) {
    this.pending.set(clientId, text);
    this.transmit(clientId, text);
  }

  forget(clientId) {
    this.pending.delete(clientId);
  }

  typing(on) {
    if (this.isOpen()) this.ws.send(JSON.stringify({ type: "typing", on }));
  }

  // What is being written is dropped; posts wait for the whole of it anyway.
  halt() {
    if (this.isOpen()) this.ws.send('{"type":"stop"}');
  }

  isOpen() {
    return this.way === 0 && this.ws?.isReady && this.ws.readyState === WebSocket.OPEN;
  }

  transmit(clientId, text) {
    if (this.isOpen()) this.ws.send(JSON.stringify({ type: "message", client_id: clientId, text }));
    else if (this.way > 0) this.posting = this.posting.then(() => this.post(clientId, text));
  }

  up() {
    this.hooks.state(true);
    for (const [clientId, text] of this.pending) this.transmit(clientId, text);
  }

  take(frame) {
    if (frame.type === "ack") this.forget(frame.client_id);
    if (frame.type === "error" && frame.client_id) this.refused(frame);
    else this.hooks.frame(frame);
  }

  refused({ client_id: clientId, code, retry_after: seconds }) {
    const text = this.pending.get(clientId);
    if (text === undefined) return;
    if (seconds) setTimeout(() => this.pending.has(clientId) && this.transmit(clientId, text), seconds * 1000);
    else {
      this.forget(clientId);
      this.hooks.refused(clientId, code);
    }
  }

  // Each way resolves when its connection has ended: {ready: it worked, lost: the session is not valid any more}.

  socket() {
    return new Promise((resolve) => {
      let ws;
      try {
        ws = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/chat/socket`);
      } catch {
        return resolve({ ready: false, lost: false }); // forbidden by the page around us
      }
      this.ws = ws;
      let deadline = setTimeout(() => finish(), READY_MS);
      let beat = 0;
      const finish = (code) => {
        clearTimeout(deadline);
        clearInterval(beat);
        ws.onmessage = ws.onclose = null;
        ws.close();
        resolve({ ready: Boolean(ws.isReady), lost: code === 4401 || code === 4404 });
      };
      ws.onopen = () => ws.send(JSON.stringify({ type: "hello", token: this.token, after: this.lastSeq() }));
      ws.onclose = (event) => finish(event.code);
      ws.onmessage = (event) => {
        const frame = JSON.parse(event.data);
        if (ws.isReady) clearTimeout(deadline);
        if (frame.type === "ready") {
          clearTimeout(deadline);
          ws.isReady = true;
          beat = setInterval(() => {
            ws.send('{"type":"ping"}');
            clearTimeout(deadline);
            deadline = setTimeout(() => finish(), SILENCE_MS);
          }, PING_MS);
          this.up();
        } else if (frame.type !== "pong") this.take(frame);
      };
    });
  }

  async stream() {
    const abort = new AbortController();
    let watchdog = setTimeout(() => abort.abort(), READY_MS);
    let ready = false;
    try {
      const response = await this.ask(`/chat/events?after=${this.lastSeq()}`, { signal: abort.signal });
      if (!response.ok) return { ready, lost: gone(response) };
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = ""; !this.stopped && this.way === 1; ) {
        const { done, value } = await reader.read();
        if (done) break;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), STREAM_SILENCE_MS);
        const events = (text + value).split("\n\n");
        text = events.pop();
        for (const event of events) {
          const data = event.split("\n").find((line) => line.startsWith("data: "));
          if (!data) continue;
          const frame = JSON.parse(data.slice(6));
          if (frame.type === "ready") {
            ready = true;
            this.up();
          } else this.take(frame);
        }
      }
    } catch {
      // broken off: the loop tries again
    } finally {
      clearTimeout(watchdog);
      abort.abort();
    }
    return { ready, lost: false };
  }

  async poll() {
    const until = Date.now() + SOCKET_AGAIN_MS;
    let ready = false;
    while (!this.stopped && this.way === 2) {
      try {
        const response = await this.ask(`/chat/messages?after=${this.lastSeq()}`);
        if (!response.ok) return { ready, lost: gone(response) };
        const { messages, choices } = await response.json();
        for (const message of messages) this.take({ type: "message", ...message });
        if (messages.length && choices.length) this.take({ type: "choices", choices });
      } catch {
        return { ready, lost: false };
      }
      if (!ready) this.up();
      ready = true;
      if (Date.now() > until) {
        this.way = 0; // perhaps sockets work by now
        break;
      }
      await this.wait(POLL_MS);
    }
    return { ready, lost: false };
  }

  async post(clientId, text) {
    for (let tries = 0; tries < POST_TRIES && this.pending.has(clientId) && !this.stopped; tries += 1) {
      let response;
      try {
        response = await this.ask("/chat/messages", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ client_id: clientId, text }),
        });
      } catch {
        await pause(backOff(tries));
        continue;
      }
      if (response.ok) {
        const reply = await response.json();
        this.take({ type: "ack", client_id: clientId, seq: reply.seq });
        for (const message of reply.messages) this.take({ type: "message", ...message });
        this.take({ type: "phase", phase: reply.phase });
        return this.take({ type: "choices", choices: reply.choices });
      }
      if (gone(response)) return this.end();
      const seconds = Number(response.headers.get("Retry-After"));
      if (!seconds && response.status < 500) return this.refused({ client_id: clientId, code: await codeOf(response) });
      await pause(seconds ? seconds * 1000 : backOff(tries));
    }
    if (!this.stopped) this.refused({ client_id: clientId, code: "unreachable" });
  }

  ask(path, { headers, ...options } = {}) {
    return fetch(path, { cache: "no-store", ...options, headers: { Authorization: `Bearer ${this.token}`, ...headers } });
  }

  async wait(milliseconds) {
    await Promise.race([pause(milliseconds), new Promise((resolve) => (this.wake = resolve))]);
  }
}

function backOff(failures) {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) * (0.5 + Math.random() / 2);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function gone(response) {
  return response.status === 401 || response.status === 404;
}

async function codeOf(response) {
  try {
    return (await response.json()).type.split(":").pop();
  } catch {
    return "refused";
  }
}
