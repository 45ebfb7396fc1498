// The chat window: resumes or opens a session, shows what is said, sends what is written.

import { Host } from "./host.js";
import { Line } from "./line.js";
import { Store } from "./store.js";
import { TEXTS } from "./texts.js";
import { View } from "./view.js";
import { Visits } from "./visits.js";

const TYPING_EVERY_MS = 1500;
const LONGEST_WAIT_MS = 30_000;

const { script, language, agent } = document.body.dataset;
const asked = new URLSearchParams(location.search);
const texts = TEXTS[language];
const host = new Host(asked.get("origin"));
const store = new Store(`${script}:${language}`, host);
const view = new View(texts, language, agent);
const form = document.getElementById("form");
const box = document.getElementById("box");

let line = null;
let known = new Set();
let last = 0;
let shown = !host.present;
let unread = 0;
let typedAt = 0;

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function remember(seq) {
  known.add(seq);
  while (known.has(last + 1)) last += 1;
}

function keep() {
  store.write({ ...store.value, pending: [...line.pending] });
}

function take(frame) {
  if (frame.type === "message") takeMessage(frame);
  else if (frame.type === "ack") {
    view.sent(frame.client_id, frame.seq);
    remember(frame.seq);
    keep();
  } else if (frame.type === "delta") view.partial(frame);
  else if (frame.type === "typing") view.typing(frame.on);
  else if (frame.type === "phase") view.phase(frame.phase);
  else if (frame.type === "choices") view.offer(frame.choices, send);
}

function takeMessage(message) {
  if (known.has(message.seq)) return;
  remember(message.seq);
  view.offer([]);
  const own = message.author === "prospect" ? view.ownWith(message.text) : null;
  if (own !== null) return view.sent(own, message.seq);
  view.said(message);
  if (message.author !== "prospect" && !shown) {
    unread += 1;
    host.tell("unread", { count: unread });
  }
}

function refused(clientId, code) {
  keep();
  if (code === "too-long") return view.failed(clientId, texts.tooLong, null);
  const text = view.own.get(clientId)?.querySelector("p").textContent;
  view.failed(clientId, code === "unreachable" ? texts.retry : texts.refused, code === "unreachable" ? () => say(clientId, text) : null);
}

function say(clientId, text) {
  line.say(clientId, text);
  keep();
}

async function request(path, options) {
  for (let failures = 0; ; failures += 1) {
    try {
      const response = await fetch(path, { cache: "no-store", ...options });
      if (response.ok) return await response.json();
      if (response.status === 401 || response.status === 404) return null;
    } catch {
      // no connection: tried again below
    }
    view.trouble(texts.broken);
    await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures)));
  }
}

async function resume() {
  const kept = await store.read();
  if (!kept?.token) return null;
  const replay = await request("/chat/messages?after=0", { headers: { Authorization: `Bearer ${kept.token}` } });
  return replay && { token: kept.token, messages: replay.messages, phase: replay.phase, choices: replay.choices, pending: kept.pending ?? [], agreed: kept.agreed };
}

async function open() {
  const body = JSON.stringify({ script: script || undefined, language, page: asked.get("page") || undefined });
  const headers = { "Content-Type": "application/json" };
  const session = await request("/chat/sessions", { method: "POST", headers, body });
  return session && { ...session, pending: [] };
}

async function begin(fresh) {
  line?.stop();
  known = new Set();
  last = 0;
  view.clear();
  const session = (fresh ? null : await resume()) ?? (await open());
  if (session === null) return view.trouble(texts.broken);
  view.trouble("");
  view.quietly(() => {
    for (const message of session.messages) takeMessage(message);
  });
  view.phase(session.phase);
  view.offer(session.choices, send);
  line = new Line(session.token, () => last, {
    frame: take,
    refused,
    state: (up) => view.trouble(up ? "" : texts.reconnecting),
    lost: () => begin(true),
  });
  store.write({ token: session.token, pending: session.pending, agreed: session.agreed });
  host.tell("session");
  for (const [clientId, text] of session.pending) {
    view.sending(clientId, text);
    line.pending.set(clientId, text);
  }
  line.run();
}

function send(text) {
  if (!text || !line) return false;
  const clientId = newId();
  view.offer([]);
  view.sending(clientId, text);
  say(clientId, text);
  box.focus();
  return true;
}

function submit() {
  if (!send(box.value.trim())) return;
  box.value = "";
  grow();
  box.focus();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 140)}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
box.addEventListener("input", () => {
  grow();
  if (Date.now() - typedAt < TYPING_EVERY_MS) return;
  typedAt = Date.now();
  line?.typing();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") host.tell("close");
});
document.getElementById("close").addEventListener("click", () => host.tell("close"));
document.getElementById("again").addEventListener("click", () => {
  begin(true);
  box.focus();
});
document.getElementById("close").hidden = !host.present;
host.on("shown", (said) => {
  shown = said.open === true;
  if (!shown) return;
  unread = 0;
  box.focus();
});
new Visits(host, store);
host.tell("ready");
begin(false);
