// Puts the chat on a page: <script async src="https://…/widget.js?widget=default"></script>
// data-script, data-lang, data-side and data-consent on the tag go before what the console has set up.
// Afterwards window.banter is there, and the window has had the event "banter:ready": see docs/widget.md.
((site) => {
  "use strict";
  const tag = document.currentScript;
  if (!tag || window.banter) return;
  const server = new URL(tag.src).origin;
  const keepPrefix = `banter:${server}:`;
  const texts = {
    es: { open: "Abrir el chat", close: "Cerrar el chat", title: "Chat", unread: "sin leer", hide: "Descartar" },
    en: { open: "Open the chat", close: "Close the chat", title: "Chat", unread: "unread", hide: "Dismiss" },
  };
  const css = `
    section { display: contents; }
    :host { all: initial; direction: ltr; color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
    button, iframe, div { position: fixed; z-index: 2147483000; border: 0; margin: 0; padding: 0; font: inherit; }
    .launch, iframe, div { inset: auto max(20px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom)) auto; }
    :host([data-side="left"]) :is(.launch, iframe, div) { right: auto; left: max(20px, env(safe-area-inset-left)); }
    .launch {
      min-width: 58px; height: 58px; border-radius: 29px; cursor: pointer; color: var(--ink); background: var(--fill);
      box-shadow: 0 6px 20px rgb(0 0 0 / 28%); display: flex; align-items: center; justify-content: center; gap: 9px;
    }
    .launch:hover { filter: brightness(.92); }
    .launch:focus-visible { outline: 3px solid var(--ink); outline-offset: -6px; box-shadow: 0 0 0 3px var(--fill); }
    span { font-weight: 600; padding-right: 20px; }
    span:empty, :host([data-open]) span, .cross, :host([data-open]) .bubble { display: none; }
    .launch:has(span:not(:empty)) svg { margin-left: 18px; }
    :host([data-open]) .launch svg { display: block; margin: 0; }
    :host([data-open]) .launch .bubble { display: none; }
    svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    i { position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; box-sizing: border-box; padding: 0 6px;
      border-radius: 11px; background: #b3261e; color: #fff; font: 600 13px/22px system-ui, sans-serif; text-align: center; }
    i:empty, div[hidden] { display: none; }
    div { bottom: calc(90px + env(safe-area-inset-bottom)); max-width: min(300px, calc(100vw - 40px)); display: flex; border-radius: 16px;
      background: Canvas; color: CanvasText; box-shadow: 0 8px 30px rgb(0 0 0 / 26%); }
    div button { position: static; background: none; color: inherit; cursor: pointer; padding: 12px; border-radius: 16px; }
    div :first-child { text-align: start; padding-left: 16px; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
    div :last-child { font-size: 20px; line-height: 1; min-width: 44px; }
    iframe {
      bottom: calc(90px + env(safe-area-inset-bottom)); width: 400px; height: min(660px, calc(100dvh - 120px)); border-radius: 18px;
      visibility: hidden; opacity: 0; box-shadow: 0 16px 50px rgb(0 0 0 / 30%); background: Canvas;
    }
    :host([data-open][data-ready]) iframe { visibility: visible; opacity: 1; }
    @media (prefers-reduced-motion: no-preference) {
      iframe { transform: translateY(12px); transition: opacity .16s, transform .16s, visibility .16s; }
      :host([data-open]) iframe { transform: none; }
    }
    @media (max-width: 668px) {
      :host iframe, :host([data-side="left"]) iframe { inset: 0; width: 100%; height: 100dvh; border-radius: 0; }
      :host([data-open][data-ready]) .launch { display: none; }
    }`;

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty("--fill", site.fill);
  host.style.setProperty("--ink", site.ink);
  host.dataset.side = tag.dataset.side || site.side;

  const launch = button("launch", () => (isOpen ? close() : open()));
  const label = document.createElement("span");
  const badge = document.createElement("i");
  badge.setAttribute("aria-hidden", "true");
  launch.append(drawing("bubble", "M4 5h16v11H10l-5 4v-4H4z"), drawing("cross", "M6 6l12 12M18 6L6 18"), label, badge);
  const preview = document.createElement("div");
  preview.setAttribute("role", "status");
  preview.hidden = true;
  const panel = document.createElement("section");
  panel.setAttribute("role", "dialog");
  root.append(launch, preview, panel);

  let chosen = { script: tag.dataset.script || site.script, lang: tag.dataset.lang || site.lang };
  let frame = null;
  let ready = false;
  let isOpen = false;
  let unread = 0;
  let scroll = null;
  let waiting = 0;
  let opener = null;
  let talked = false;
  let queue = [];
  const told = {}; // of the visitor, for every frame anew
  const listeners = {};

  function button(name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.addEventListener("click", act);
    return made;
  }

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

  const page = () => location.origin + location.pathname;

  function language() {
    const lang = chosen.lang || document.documentElement.lang || navigator.language || "";
    return lang.toLowerCase().startsWith("es") ? "es" : "en";
  }

  function load() {
    frame?.remove();
    ready = false;
    const address = new URL("/widget", server);
    // Nothing else of the address leaves the page.
    const from = `${page()}?${location.search.match(/utm_(source|medium)=[^&]*/g)?.join("&") || ""}`;
    const asked = { widget: site.widget, script: chosen.script, lang: language(), origin: location.origin, page: from.slice(0, 1500) };
    for (const name in asked) address.searchParams.set(name, asked[name]);
    frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = texts[language()].title;
    frame.allow = "autoplay";
    frame.inert = !isOpen;
    panel.setAttribute("aria-label", frame.title);
    panel.append(frame);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (ready) return;
      console.warn(`No chat from ${server}: it is away, or ${location.origin} is not on its list.`);
      frame.remove();
      frame = null;
      close();
    }, 10000);
  }

  function tell(what, more) {
    if (!ready) queue.push([what, more]);
    else frame.contentWindow?.postMessage({ banter: what, ...more }, server);
  }

  function emit(name, detail) {
    for (const listener of listeners[name] || []) {
      try {
        listener(detail);
      } catch (error) {
        console.error(error);
      }
    }
  }

  function show() {
    const words = texts[language()];
    host.toggleAttribute("data-open", isOpen);
    host.toggleAttribute("data-ready", ready);
    label.textContent = site.label[language()] || "";
    launch.setAttribute("aria-expanded", String(isOpen));
    badge.textContent = unread && !isOpen ? String(Math.min(unread, 99)) : "";
    const name = isOpen ? words.close : label.textContent || words.open;
    launch.setAttribute("aria-label", badge.textContent ? `${name} (${unread} ${words.unread})` : name);
    const bare = document.title.replace(/^\(\d+\) /, "");
    const title = unread ? `(${unread}) ${bare}` : bare;
    if (document.title !== title) document.title = title;
    if (isOpen || !unread) preview.hidden = true;
    if (frame) frame.inert = !isOpen;
    if (ready) tell("shown", { open: isOpen });
  }

  function foretell(text) {
    if (isOpen || !text) return;
    const words = button("", () => open());
    words.textContent = text;
    const hide = button("", () => (preview.hidden = true));
    hide.textContent = "×";
    hide.setAttribute("aria-label", texts[language()].hide);
    preview.replaceChildren(words, hide);
    preview.hidden = false;
  }

  function open(choice) {
    const next = { ...chosen, ...choice };
    const other = next.script !== chosen.script || next.lang !== chosen.lang;
    chosen = next;
    if (!isOpen) opener = document.activeElement;
    isOpen = true;
    unread = 0;
    if (!frame || other) load();
    show();
    still();
    frame.focus();
    emit("open");
  }

  // A phone's page stands still behind the chat, once that is there.
  function still() {
    if (!ready || !isOpen || scroll !== null || !matchMedia("(max-width: 668px)").matches) return;
    scroll = document.documentElement.style.overflow;
    document.documentElement.style.overflow = "hidden";
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    if (scroll !== null) document.documentElement.style.overflow = scroll;
    scroll = null;
    show();
    const back = opener?.isConnected && opener !== document.body && opener !== host ? opener : launch;
    back.focus();
    emit("close");
  }

  function kept(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(keepPrefix + name);
      if (value === null) localStorage.removeItem(keepPrefix + name);
      else localStorage.setItem(keepPrefix + name, value);
    } catch {
      // no storage
    }
    return null;
  }

  function say(name, value) {
    told[name] = value;
    tell(name, { value });
  }

  // Which pages they look at, and for how long: only after consent, never where the browser asks not to be tracked;
  // when it is taken back what is kept is forgotten.
  const peace = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";
  const MOST_VIEWS = 50;
  let agreed = false;
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
      for (const name of ["consent", "views", "session"]) kept(name, null);
      if (frame) tell("consent", { agreed: false });
    }
  }

  function look() {
    const id = crypto.getRandomValues(new Uint32Array(3)).join("-");
    view = { id, page: page(), seconds: 0, since: Date.now() };
  }

  function pause() {
    if (!view || !agreed) return;
    const now = Date.now();
    if (view.since) view.seconds += (now - view.since) / 1000;
    view.since = document.visibilityState === "visible" ? now : 0;
    const { id, page, seconds } = view;
    const others = views().filter((one) => one.id !== id);
    kept("views", JSON.stringify([...others, { id, page, seconds, at: now }].slice(-MOST_VIEWS)));
  }

  function flush() {
    const left = agreed ? views().filter((one) => one.id !== view?.id) : [];
    if (!left.length || !kept("session")) return;
    if (frame) tell("views", { views: left });
    else load();
  }

  addEventListener("pagehide", pause);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && view) view.since = Date.now();
    else pause();
  });
  window.navigation?.addEventListener("navigatesuccess", () => {
    if (!view || view.page === page()) return;
    pause();
    look();
    flush();
  });

  const heard = {
    ready() {
      ready = true;
      clearTimeout(waiting);
      const unheard = queue.filter(([what]) => !(what in told));
      queue = [];
      for (const name in told) tell(name, { value: told[name] });
      show();
      still();
      for (const [what, more] of unheard) tell(what, more);
      if (isOpen) frame.focus();
    },
    close,
    session(said) {
      talked = true;
      kept("live", said.talked ? "1" : null);
      if (agreed) consent(true);
      else tell("consent", { agreed: false });
      emit("session", { id: said.id });
    },
    told: (said) => kept("views", JSON.stringify(views().filter((one) => !said.ids.includes(one.id)))),
    unread(said) {
      unread = Number(said.count) || 0;
      show();
      foretell(said.text ? String(said.text) : "");
      emit("unread", { count: unread });
    },
    event: (said) => emit(String(said.name), said.detail),
    keep: (said) => kept(String(said.name), said.value === null ? null : String(said.value)),
    recall: (said) => tell("recalled", { name: said.name, value: kept(String(said.name)) }),
  };
  addEventListener("message", (event) => {
    if (event.origin !== server || !frame || event.source !== frame.contentWindow) return;
    const what = event.data?.banter;
    if (Object.hasOwn(heard, what)) heard[what](event.data);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  // Beside the body, which some pages exchange; if all is exchanged, we come back.
  const settle = () => host.isConnected || document.documentElement.append(host);
  settle();
  new MutationObserver(settle).observe(document.documentElement, { childList: true });
  new MutationObserver(settle).observe(document, { childList: true });
  show();
  window.banter = {
    open,
    close,
    toggle: () => (isOpen ? close() : open()),
    consent,
    setUser: (token) => (token ? say("user", String(token)) : window.banter.reset()),
    setAttributes: (attributes) => say("attributes", { ...told.attributes, ...attributes }),
    setLocale(lang) {
      chosen.lang = String(lang);
      show();
      if (frame) tell("locale", { value: language() });
    },
    reset() {
      for (const name in told) delete told[name];
      kept("live", null);
      if (!frame) load();
      tell("reset");
    },
    on(name, listener) {
      (listeners[name] ||= new Set()).add(listener);
      return () => listeners[name].delete(listener);
    },
  };
  if (tag.dataset.consent) consent(tag.dataset.consent === "true");
  else if (kept("consent")) consent(true);
  if (kept("live")) setTimeout(() => frame || load(), 1000);
  dispatchEvent(new Event("banter:ready"));
})(/*site*/{});
