// Puts the chat on a page: <script async src="https://…/widget.js" data-script="crm-suite" data-lang="es"></script>
// Without data-script it is chosen by the page, or by what the visitor writes.
// Afterwards window.banter has open({script, lang}), close(), toggle() and consent(true or false): see docs/events.md.
(() => {
  "use strict";
  const tag = document.currentScript;
  if (!tag || window.banter) return;
  const server = new URL(tag.src).origin;
  const keepPrefix = `banter:${server}:`;
  const texts = {
    es: { open: "Abrir el chat", close: "Cerrar el chat", title: "Chat", unread: "sin leer" },
    en: { open: "Open the chat", close: "Close the chat", title: "Chat", unread: "unread" },
  };
  const css = `
    :host { all: initial; }
    button, iframe { position: fixed; z-index: 2147483000; border: 0; margin: 0; padding: 0; }
    button {
      inset: auto max(20px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom)) auto;
      width: 58px; height: 58px; border-radius: 50%; cursor: pointer; color: #fff;
      background: #0b6355; box-shadow: 0 6px 20px rgb(0 0 0 / 28%); display: grid; place-items: center;
    }
    button:hover { background: #084d42; }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -5px; box-shadow: 0 0 0 3px #0b6355; }
    :host([data-side="left"]) button { inset-inline: max(20px, env(safe-area-inset-left)) auto; }
    svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2;
      stroke-linecap: round; stroke-linejoin: round; grid-area: 1 / 1; }
    .cross, :host([data-open]) .bubble { visibility: hidden; }
    :host([data-open]) .cross { visibility: visible; }
    i { position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; box-sizing: border-box;
      padding: 0 6px; border-radius: 11px; background: #b3261e; color: #fff;
      font: 600 13px/22px system-ui, sans-serif; text-align: center; }
    i:empty { display: none; }
    iframe {
      inset: auto max(20px, env(safe-area-inset-right)) calc(90px + env(safe-area-inset-bottom)) auto;
      width: 400px; height: min(660px, calc(100dvh - 120px)); border-radius: 18px; visibility: hidden;
      box-shadow: 0 16px 50px rgb(0 0 0 / 30%); background: Canvas; color-scheme: light dark; opacity: 0;
    }
    :host([data-side="left"]) iframe { inset-inline: max(20px, env(safe-area-inset-left)) auto; }
    :host([data-open]) iframe { visibility: visible; opacity: 1; }
    @media (prefers-reduced-motion: no-preference) {
      iframe { transform: translateY(12px); transition: opacity .16s, transform .16s, visibility .16s; }
      :host([data-open]) iframe { transform: none; }
    }
    @media (max-width: 668px) {
      iframe, :host([data-side="left"]) iframe { inset: 0; width: 100%; height: 100dvh; border-radius: 0; }
      :host([data-open]) button { display: none; }
    }`;

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  if (tag.dataset.side === "left") host.dataset.side = "left";

  const button = document.createElement("button");
  button.type = "button";
  const badge = document.createElement("i");
  badge.setAttribute("aria-hidden", "true");
  button.append(
    drawing("bubble", "M4 5h16v11H10l-5 4v-4H4z"),
    drawing("cross", "M6 6l12 12M18 6L6 18"),
    badge,
  );
  root.append(button);

  let chosen = { script: tag.dataset.script || "", lang: tag.dataset.lang || "" };
  let frame = null;
  let isOpen = false;
  let unread = 0;
  let scroll = "";
  let opener = null;

  function drawing(name, path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", name);
    svg.setAttribute("aria-hidden", "true");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }

  function words() {
    const lang = chosen.lang || document.documentElement.lang || navigator.language || "";
    return lang.toLowerCase().startsWith("es") ? texts.es : texts.en;
  }

  function load() {
    frame?.remove();
    const address = new URL("/widget", server);
    address.searchParams.set("script", chosen.script);
    if (chosen.lang) address.searchParams.set("lang", chosen.lang);
    address.searchParams.set("origin", location.origin);
    address.searchParams.set("page", location.href.slice(0, 1500));
    frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = words().title;
    frame.setAttribute("role", "dialog");
    frame.setAttribute("aria-label", words().title);
    frame.inert = !isOpen;
    root.append(frame);
  }

  function tell(what, more) {
    frame?.contentWindow?.postMessage({ banter: what, ...more }, server);
  }

  function show() {
    host.toggleAttribute("data-open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
    badge.textContent = unread && !isOpen ? String(Math.min(unread, 99)) : "";
    const label = isOpen ? words().close : words().open;
    button.setAttribute("aria-label", badge.textContent ? `${label} (${unread} ${words().unread})` : label);
    if (frame) frame.inert = !isOpen;
    tell("shown", { open: isOpen });
  }

  function open(choice) {
    const next = { ...chosen, ...choice };
    if (!frame || next.script !== chosen.script || next.lang !== chosen.lang) {
      chosen = next;
      isOpen = true;
      load();
    }
    if (!host.hasAttribute("data-open")) {
      opener = document.activeElement;
      scroll = document.documentElement.style.overflow;
      if (matchMedia("(max-width: 668px)").matches) document.documentElement.style.overflow = "hidden";
    }
    isOpen = true;
    unread = 0;
    show();
    frame.focus();
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    document.documentElement.style.overflow = scroll;
    show();
    const back = opener?.isConnected && opener !== document.body && opener !== host ? opener : button;
    back.focus();
  }

  function kept(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(keepPrefix + name);
      localStorage.setItem(keepPrefix + name, value);
    } catch {
      // no storage here either: the conversation lasts as long as the page
    }
    return null;
  }

  // Which pages they look at, and for how long: only after consent, which data-consent or banter.consent() tell, and
  // never where the browser asks not to be tracked. Before it nothing is kept or sent, and after it was taken back
  // what is kept here is forgotten.
  const peace = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";
  const MOST_VIEWS = 50;
  let agreed = false;
  let talked = false;
  let view = null;

  function views() {
    try {
      return JSON.parse(kept("views")) || [];
    } catch {
      return [];
    }
  }

  function consent(given) {
    agreed = given === true && !peace;
    if (agreed) {
      kept("consent", "1");
      if (talked) kept("session", "1");
      if (!view) look();
      flush();
    } else {
      view = null;
      forget("consent");
      forget("views");
      forget("session");
      tell("consent", { agreed: false });
    }
  }

  function look() {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    view = { id, page: location.origin + location.pathname, seconds: 0, since: Date.now(), at: 0 };
  }

  // What was looked at so far goes into the queue; it is told when they are on another page.
  function pause() {
    if (!view || !agreed) return;
    const now = Date.now();
    if (view.since) view.seconds += (now - view.since) / 1000;
    view.since = document.visibilityState === "visible" ? now : 0;
    const { id, page, seconds } = view;
    const queue = views().filter((one) => one.id !== id);
    kept("views", JSON.stringify([...queue, { id, page, seconds, at: now }].slice(-MOST_VIEWS)));
  }

  function flush() {
    const told = agreed ? views().filter((one) => one.id !== view?.id) : [];
    if (!told.length || !kept("session")) return;
    if (frame) tell("views", { views: told });
    else load();
  }

  function forget(name) {
    try {
      localStorage.removeItem(keepPrefix + name);
    } catch {
      // nothing was kept
    }
  }

  addEventListener("pagehide", pause);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && view) view.since = Date.now();
    else pause();
  });
  window.navigation?.addEventListener("navigatesuccess", () => {
    if (!view || view.page === location.origin + location.pathname) return;
    pause();
    look();
    flush();
  });

  addEventListener("message", (event) => {
    if (event.origin !== server || !frame || event.source !== frame.contentWindow) return;
    const said = event.data;
    if (said?.banter === "ready") show();
    else if (said?.banter === "close") close();
    else if (said?.banter === "session") {
      talked = true;
      if (agreed) consent(true);
      else tell("consent", { agreed: false });
    } else if (said?.banter === "told") {
      const left = views().filter((one) => !said.ids.includes(one.id));
      kept("views", JSON.stringify(left));
    }
    else if (said?.banter === "unread") {
      unread = Number(said.count) || 0;
      show();
    } else if (said?.banter === "keep") kept(String(said.name), String(said.value));
    else if (said?.banter === "recall") tell("recalled", { name: said.name, value: kept(String(said.name)) });
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  button.addEventListener("click", () => (isOpen ? close() : open()));

  const settle = () => host.isConnected || document.body.append(host);
  if (document.body) settle();
  else addEventListener("DOMContentLoaded", settle);
  new MutationObserver(() => document.body && settle()).observe(document.documentElement, { childList: true });
  show();
  window.banter = { open, close, toggle: () => (isOpen ? close() : open()), consent };
  if (tag.dataset.consent) consent(tag.dataset.consent === "true");
  else if (kept("consent")) consent(true);
})();
