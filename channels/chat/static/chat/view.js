// What is on the screen? Every word of a conversation gets there as text of nodes, so none of it is ever markup.

import { render } from "./markdown.js";

const TYPING_MS = 30_000;

export class View {
  constructor(agentName) {
    this.agentName = agentName;
    this.halt = document.getElementById("stop");
    this.log = document.getElementById("log");
    this.list = document.getElementById("list");
    this.making = document.getElementById("making");
    this.dots = document.getElementById("dots");
    this.scroller = document.getElementById("scroller");
    this.status = document.getElementById("status");
    this.notice = document.getElementById("notice");
    this.noticeText = document.getElementById("notice-text");
    this.choices = document.getElementById("choices");
    this.own = new Map();
    this.sentences = [];
    this.timer = 0;
  }

  // In this language from now on; what was said stays as it was said.
  speak(texts, language) {
    this.texts = texts;
    this.locale = navigator.language.startsWith(language) ? navigator.language : language;
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", texts[element.dataset.label]);
      if (element.tagName === "BUTTON") element.title = texts[element.dataset.label];
    }
    for (const element of document.querySelectorAll("[placeholder]")) element.placeholder = texts.write;
  }

  // History is not news: nothing of it is read out.
  quietly(work) {
    this.log.setAttribute("aria-live", "off");
    work();
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  said({ seq, author, text, at }) {
    if (author !== "prospect") this.clearMaking();
    const item = this.bubble(author, text);
    item.append(this.time(new Date(at)));
    this.place(item, seq);
    this.followDown(author === "prospect");
  }

  // One's own message at once, before the server has it.
  sending(clientId, text) {
    const item = this.bubble("prospect", text);
    const state = document.createElement("small");
    state.textContent = this.texts.sending;
    item.append(state);
    item.classList.add("sending");
    this.own.set(clientId, item);
    this.list.append(item);
    this.followDown(true);
  }

  sent(clientId, seq) {
    const item = this.own.get(clientId);
    if (!item) return;
    this.own.delete(clientId);
    item.classList.remove("sending", "failed");
    item.querySelector("small").replaceWith(this.time(new Date()));
    if (this.list.querySelector(`[data-seq="${seq}"]`)) item.remove();
    else this.place(item, seq);
  }

  failed(clientId, why, retry) {
    const item = this.own.get(clientId);
    if (!item) return;
    item.classList.replace("sending", "failed");
    const state = item.querySelector("small");
    if (!retry) {
      state.textContent = why;
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = why;
    button.addEventListener("click", () => {
      item.classList.replace("failed", "sending");
      state.textContent = this.texts.sending;
      retry();
    });
    state.replaceChildren(button);
  }

  // The first of one's own messages still on its way with these words.
  ownWith(text) {
    for (const [clientId, item] of this.own) {
      if (item.querySelector("p").textContent.trim() === text) return clientId;
    }
    return null;
  }

  // A message being made stands outside the log: only the whole one is read out.
  partial({ message_id: id, text, index }) {
    if (this.making.dataset.id !== id) {
      this.sentences = [];
      this.making.dataset.id = id;
    }
    this.sentences[index] = text;
    this.making.querySelector("p").replaceChildren(render(this.sentences.filter(Boolean).join(" ")));
    this.making.hidden = this.halt.hidden = false;
    this.followDown(false);
  }

  clearMaking() {
    this.making.hidden = true;
    this.making.dataset.id = "";
    this.sentences = [];
    this.dots.hidden = this.halt.hidden = true;
    clearTimeout(this.timer);
  }

  // Typing that ends without a message leaves nothing half said behind.
  typing(on) {
    if (!on) return this.clearMaking();
    this.dots.hidden = false;
    this.halt.hidden = this.held;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.clearMaking(), TYPING_MS);
    this.followDown(false);
  }

  // `more`: what else is to be known of it, and `reach`: whether they may leave a way to be reached.
  phase(phase, more = "", reach = false) {
    this.held = phase === "held";
    this.note(this.texts[phase] ? `${this.texts[phase]} ${more}`.trim() : "");
    document.getElementById("again").hidden = phase !== "closed" && phase !== "stopped";
    document.getElementById("reach").hidden = !reach;
  }

  note(text) {
    this.notice.hidden = !text;
    this.noticeText.textContent = text || "";
    this.followDown(false);
  }

  trouble(text) {
    this.status.textContent = text;
    this.status.hidden = !text;
  }

  bubble(author, text) {
    const item = document.createElement("li");
    item.className = author;
    const who = document.createElement("b");
    who.className = author === "person" ? "who" : "who heard";
    who.textContent = this.nameOf(author);
    const words = document.createElement("p");
    words.dir = "auto";
    if (author === "prospect") words.textContent = text;
    else words.append(render(text));
    item.append(who, words);
    return item;
  }

  nameOf(author) {
    return { prospect: this.texts.you, agent: this.agentName, person: this.texts.team }[author];
  }

  time(at) {
    const time = document.createElement("time");
    time.dateTime = at.toISOString();
    time.textContent = at.toLocaleTimeString(this.locale, { hour: "2-digit", minute: "2-digit" });
    return time;
  }

  place(item, seq) {
    item.dataset.seq = seq;
    for (const other of this.list.children) {
      if (other !== item && (other.dataset.seq === undefined || Number(other.dataset.seq) > seq)) {
        if (item.nextElementSibling !== other) this.list.insertBefore(item, other);
        return;
      }
    }
    if (this.list.lastElementChild !== item) this.list.append(item);
  }

  // Follow the conversation, but never pull somebody down who is reading further up.
  followDown(always) {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    if (always || scrollHeight - scrollTop - clientHeight < 160) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }
  }

  // What may be answered, as buttons that say it.
  offer(choices, say) {
    const buttons = choices.map((text) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dir = "auto";
      button.textContent = text;
      button.addEventListener("click", () => say(text));
      return button;
    });
    this.choices.replaceChildren(...buttons);
    this.choices.hidden = !buttons.length;
    if (buttons.length) this.followDown(false);
  }

  clear() {
    this.list.replaceChildren();
    this.offer([]);
    this.own.clear();
    this.clearMaking();
    this.phase("open");
  }
}
