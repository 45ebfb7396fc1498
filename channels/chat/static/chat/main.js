// The chat window: resumes or opens a session, shows what is said, sends what is written.

import { Cards } from "./cards.js";
import { Host, popOut } from "./host.js";
import { Line } from "./line.js";
import { render } from "./markdown.js";
import { Menu, download } from "./menu.js";
import { showSample } from "./sample.js";
import { Sessions } from "./sessions.js";
import { Sound } from "./sound.js";
import { Store } from "./store.js";
import { TEXTS, fill } from "./texts.js";
import { View } from "./view.js";
import { Visits } from "./visits.js";

const TYPING_EVERY_MS = 1500;
const TYPING_ENDS_MS = 4000;
const PREVIEW = 160;

const config = JSON.parse(document.body.dataset.config);
const asked = new URLSearchParams(location.search);
const at = (id) => document.getElementById(id);
const host = new Host(asked.get("origin"), asked.has("window"));
const store = new Store(`${config.widget}:${config.script}`, host);
const view = new View(config.agent);
const cards = new Cards(at("card"));
const sound = new Sound();
const form = at("form");
const box = at("box");
let texts = TEXTS[config.language];

const sessions = new Sessions({ config, page: asked.get("page"), store, cards, trouble: (words) => view.trouble(words), texts: () => texts });

let line = null;
let known = new Set();
let last = 0;
let phase = "open";
let shown = !host.present;
let unread = 0;
let typedAt = 0;
let typingEnds = 0;
let beginning = 0;
let busy = false;
let hasty = false;
let spoken = [];

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function speak(language) {
  texts = cards.texts = TEXTS[language];
  config.language = language;
  view.speak(texts, language);
  if (phase !== "open") showPhase(phase);
  showHours();
}

function paint() {
  const { style } = document.documentElement;
  const colours = { fill: config.fill, "on-fill": config.ink, "accent-light": config.light, "accent-dark": config.dark };
  for (const [name, value] of Object.entries(colours)) style.setProperty(`--${name}`, value);
}

function when() {
  if (!config.opens) return "";
  const opens = new Date(config.opens);
  const inDays = (opens - Date.now()) / 86_400_000;
  const written = (form) => opens.toLocaleString(view.locale, form);
  const day = written(inDays < 6 ? { weekday: "long" } : { day: "numeric", month: "long" });
  const today = opens.toDateString() === new Date().toDateString();
  const time = written({ hour: "2-digit", minute: "2-digit" });
  return fill(texts.returns, { day: today ? texts.today : fill(texts.onDay, { day }), time });
}

function showHours() {
  const away = config.away[config.language] || `${texts.away} ${when()}`;
  at("hours").hidden = config.open;
  const lines = [render(away), fill(texts.answersNow, { agent: config.agent })].map((words) => {
    const line = document.createElement("span");
    line.append(words);
    return line;
  });
  at("hours").replaceChildren(...lines);
}

function showPhase(next) {
  phase = next;
  const soon = config.open && config.reply ? fill(texts.soon, { n: config.reply }) : "";
  view.phase(phase, phase === "held" ? (config.open ? soon : when()) : "", phase === "held" && !config.open);
}

function remember(seq) {
  known.add(seq);
  while (known.has(last + 1)) last += 1;
}

function keep() {
  store.change({ pending: [...line.pending] });
}

function take(frame) {
  if (frame.type === "message") takeMessage(frame, true);
  else if (frame.type === "ack") {
    const text = view.own.get(frame.client_id)?.querySelector("p").textContent;
    view.sent(frame.client_id, frame.seq);
    if (text !== undefined && !known.has(frame.seq)) put({ seq: frame.seq, author: "prospect", text, at: new Date() }, true);
    remember(frame.seq);
    keep();
  } else if (frame.type === "delta") view.partial(frame);
  else if (frame.type === "typing") view.typing(frame.on);
  else if (frame.type === "phase") showPhase(frame.phase);
  else if (frame.type === "choices") view.offer(frame.choices, send);
}

function put(message, isNew) {
  spoken.push(message);
  if (isNew) host.event("message", { author: message.author, text: message.text });
}

function takeMessage(message, isNew) {
  if (known.has(message.seq)) return;
  remember(message.seq);
  put(message, isNew);
  view.offer([]);
  const own = message.author === "prospect" ? view.ownWith(message.text) : null;
  if (own !== null) view.sent(own, message.seq);
  else view.said(message);
  if (message.author === "prospect") return;
  if (looking()) return see();
  if (message.seq <= (store.value?.seen ?? 0)) return;
  unread += 1;
  if (isNew) sound.play();
  host.tell("unread", { count: unread, text: `${view.nameOf(message.author)}: ${message.text}`.slice(0, PREVIEW) });
}

const looking = () => shown && document.visibilityState === "visible";

// All that is here has been seen, on this tab and so on the others.
function see() {
  if (store.value && store.value.seen !== last) store.change({ seen: last });
  if (!unread) return;
  unread = 0;
  host.tell("unread", { count: 0 });
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

async function begin(fresh) {
  beginning += 1;
  const mine = beginning;
  busy = true;
  await start(fresh, mine);
  if (mine === beginning) busy = false;
}

async function start(fresh, mine) {
  line?.stop();
  line = null;
  known = new Set();
  last = unread = 0;
  spoken = [];
  cards.close();
  view.clear();
  phase = "open";
  let session = fresh ? null : await sessions.resume();
  if (session && sessions.user && mine === beginning && (await introduce(session.token))?.code === "other-person") session = null;
  if (!session && !shown) return; // nothing to go on with: a new one begins when somebody looks
  if (!session && mine === beginning) session = await sessions.open();
  if (mine !== beginning || !session) return;
  if (session.refused) return view.trouble(texts.broken);
  view.trouble("");
  const { token, pending, agreed, seen, language, known: vouched } = session;
  store.write({ token, pending, agreed, seen, language, known: vouched, sound: store.value?.sound ?? session.sound });
  view.quietly(() => {
    for (const message of session.messages) takeMessage(message, false);
  });
  showPhase(session.phase);
  view.offer(session.choices, send);
  line = new Line(token, () => last, {
    frame: take,
    refused,
    state: (up) => view.trouble(up ? "" : texts.reconnecting),
    lost: () => begin(true),
  });
  host.tell("session", { talked: session.talked || pending.length > 0, id: token.split(".")[0] });
  for (const [clientId, text] of pending) {
    view.sending(clientId, text);
    line.pending.set(clientId, text);
  }
  line.run();
  turnSound(Boolean(store.value.sound));
  if (shown && !cards.open) box.focus();
  if (hasty) submit();
}

// The site's word for who they are, in a session that is open already.
async function introduce(token = store.value?.token) {
  if (!sessions.user || !token) return null;
  store.value = { ...store.value, token };
  return sessions.tell("PUT", "/chat/identity", { widget: config.widget, token: sessions.user });
}

function send(text) {
  if (!text || !line) return false;
  const clientId = newId();
  if (!spoken.some((one) => one.author === "prospect")) host.tell("session", { talked: true, id: store.value.token.split(".")[0] });
  view.offer([]);
  view.sending(clientId, text);
  say(clientId, text);
  stopTyping();
  box.focus();
  return true;
}

function submit() {
  sound.wake();
  hasty = !line; // sent before there is a session: as soon as there is one
  if (!send(box.value.trim())) return;
  box.value = "";
  grow();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 140)}px`;
}

function stopTyping() {
  clearTimeout(typingEnds);
  if (typedAt) line?.typing(false);
  typedAt = 0;
}

function turnSound(on) {
  sound.turn(on);
  at("sound").setAttribute("aria-pressed", String(on));
}

async function reach() {
  const fields = [{ kind: "phone" }, { kind: "email" }];
  const values = await cards.ask({ title: texts.reachTitle, words: texts.reachWords, fields, action: texts.send }, async (told) => {
    if (!told.phone && !told.email) return { words: texts.reachOne, field: "phone" };
    return sessions.tell("PUT", "/chat/contact", told);
  });
  if (values) view.note(texts.noted);
  at("reach").hidden = Boolean(values);
}

async function mail() {
  const missing = await sessions.tell("POST", "/chat/transcript", {});
  if (!missing) return view.note(texts.mailed);
  if (missing.code !== "no-email") return view.note(texts.notMailed);
  const values = await cards.ask({ title: texts.mailTitle, fields: [{ kind: "email", required: true }], action: texts.send }, async (told) => {
    const wrong = await sessions.tell("PUT", "/chat/contact", told);
    return wrong ?? (await sessions.tell("POST", "/chat/transcript", {})) ?? null;
  });
  if (values) view.note(texts.mailed);
}

async function end() {
  if (!line || (await sessions.tell("POST", "/chat/end", {}))) return view.note(texts.later);
  view.offer([]);
  view.note(texts.ended);
  at("again").hidden = false;
  host.tell("session", { talked: false, id: store.value.token.split(".")[0] });
  host.event("ended");
  const rated = await cards.ask({ title: texts.rateTitle, rating: true, action: texts.send }, ({ stars, comment }) =>
    sessions.tell("PUT", "/chat/rating", { stars: Number(stars), comment }),
  );
  if (rated) view.note(texts.thanks);
  at("again").hidden = false;
}

function save() {
  const lines = spoken.sort((one, other) => one.seq - other.seq).map(({ author, text, at: moment }) => `${new Date(moment).toLocaleString(config.language)}  ${view.nameOf(author)}:\n${text}\n`);
  download("chat.txt", lines.join("\n"));
}

function pop() {
  const address = new URL(location.href);
  address.searchParams.set("window", "1");
  if (popOut(address.href, () => JSON.stringify(store.value))) host.tell("close");
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
  clearTimeout(typingEnds);
  typingEnds = setTimeout(stopTyping, TYPING_ENDS_MS);
  if (Date.now() - typedAt < TYPING_EVERY_MS) return;
  typedAt = Date.now();
  line?.typing(true);
});
const menu = new Menu({
  person: () => send(texts.personSays),
  sound: () => (turnSound(!sound.on), store.change({ sound: sound.on })),
  window: pop,
  save,
  mail,
  end,
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !menu.escape()) host.tell("close");
});
document.addEventListener("visibilitychange", () => looking() && see());
at("close").addEventListener("click", () => host.tell("close"));
at("again").addEventListener("click", () => begin(true));
at("reach").addEventListener("click", reach);
at("stop").addEventListener("click", () => {
  line?.halt();
  view.clearMaking();
  view.note(texts.halted);
  box.focus();
});
at("close").hidden = !host.present || host.popped;
at("window").hidden = host.popped || !host.present;
at("mail").hidden = !config.mail;

let begun = false;
host.on("shown", (said) => {
  shown = said.open === true;
  if (!begun || (shown && !line && !busy)) {
    begun = true;
    begin(false);
  }
  if (!shown) return;
  see();
  if (!cards.open) box.focus();
});
host.on("user", async ({ value }) => {
  sessions.user = value;
  if (!begun) return;
  if (!line) return begin(false);
  if ((await introduce())?.code === "other-person") begin(true);
});
host.on("attributes", ({ value }) => {
  sessions.attributes = value;
  if (line) sessions.tell("PUT", "/chat/attributes", { attributes: value });
});
host.on("locale", ({ value }) => value in TEXTS && speak(value));
host.on("reset", () => {
  sessions.user = sessions.attributes = null;
  store.write(null);
  begun = true;
  begin(true);
});
store.watch(({ seen }) => {
  if (seen < last || !unread) return;
  unread = 0;
  host.tell("unread", { count: 0 });
});

paint();
speak(config.language);
new Visits(host, store);
if (asked.has("preview")) showSample({ view, texts: () => texts, config, host, paint, speak, cards });
else {
  host.tell("ready");
  if (!host.present) begin(false);
}
