// How does a session begin? It goes on where it was left, or is opened, after the form where the site wants one.

const LONGEST_WAIT_MS = 30_000;
const FORM = ["form-required", "consent-required"];

export class Sessions {
  constructor({ config, page, store, cards, trouble, texts }) {
    this.config = config;
    this.page = page;
    this.store = store;
    this.cards = cards;
    this.trouble = trouble;
    this.texts = texts;
    this.user = null;
    this.attributes = null;
  }

  // Kept from before: none when there is none, or it is in another language and not a word was said in it.
  async resume() {
    const kept = await this.store.read();
    if (!kept?.token) return null;
    const headers = { Authorization: `Bearer ${kept.token}` };
    const messages = [];
    for (;;) {
      const last = messages.at(-1)?.seq ?? 0;
      const { body } = await this.request(`/chat/messages?after=${last}`, { headers });
      if (!body?.messages) return null;
      messages.push(...body.messages);
      if (body.messages.length) continue;
      const talked = messages.some((one) => one.author === "prospect");
      if (!talked && kept.language !== this.config.language) return null;
      return { ...kept, messages, phase: body.phase, choices: body.choices, talked };
    }
  }

  // A new one; null while the visitor has to sign in at the page first.
  async open() {
    if (this.config.vouched && !this.user) return this.signIn();
    const { fields, consent } = this.config;
    const asks = !this.user && (fields.length || Object.keys(consent).length);
    return asks ? this.afterForm() : this.opened({});
  }

  async opened(told) {
    const { status, body, code } = await this.request("/chat/sessions", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        widget: this.config.widget,
        script: this.config.script || undefined,
        language: this.config.language,
        page: this.page || undefined,
        identity: this.user ?? undefined,
        attributes: this.attributes ?? undefined,
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...told,
      }),
    });
    if (status === 201) {
      const { token, session: id } = body;
      const talked = body.messages.some((one) => one.author === "prospect");
      return { ...body, id, token, talked, pending: [], seen: 0, language: this.config.language, known: Boolean(this.user) };
    }
    if (code === "bad-identity") {
      this.user = null; // expired or forged: they are nobody we know
      return this.open();
    }
    if (code === "identity-required") return this.signIn();
    return FORM.includes(code) ? this.afterForm() : { refused: code };
  }

  signIn() {
    this.trouble(this.texts().signIn);
    return null;
  }

  async afterForm() {
    const texts = this.texts();
    const { fields, consent, language } = this.config;
    document.body.dataset.before = "";
    let session = null;
    const words = consent[language] ?? Object.values(consent)[0];
    await this.cards.ask({ title: texts.startTitle, fields, consent: words, action: texts.start, cancel: false }, async ({ consent: agreed, ...contact }) => {
      session = await this.opened({ contact, consent: Boolean(agreed) });
      return session?.refused ? problem(texts, session.refused) : null;
    });
    delete document.body.dataset.before;
    return session;
  }

  // Until there is an answer that one can go by.
  async request(path, options) {
    for (let failures = 0; ; failures += 1) {
      try {
        const response = await fetch(path, { cache: "no-store", ...options });
        if (response.status < 500 && response.status !== 429) return await read(response);
      } catch {
        // no connection: tried again below
      }
      this.trouble(this.texts().broken);
      await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures)));
    }
  }

  // One try; what is wrong in words, or nothing.
  async tell(method, path, body) {
    const texts = this.texts();
    try {
      const response = await fetch(path, {
        method,
        cache: "no-store",
        headers: { Authorization: `Bearer ${this.store.value.token}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (response.ok) return null;
      return problem(texts, (await read(response)).code);
    } catch {
      return { words: texts.later };
    }
  }
}

async function read(response) {
  const body = response.status === 204 ? null : await response.json().catch(() => null);
  return { status: response.status, body, code: body?.type?.split(":").pop() };
}

function problem(texts, code) {
  const field = code?.startsWith("bad-") ? code.slice(4) : "";
  const words = field in texts ? texts.wrong.replace("{field}", texts[field]) : texts.later;
  return { words, field, code };
}
