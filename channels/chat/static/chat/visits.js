// Which pages does the visitor look at? The page around us tells, after they have agreed; we pass it on.

const LONGEST_AGO_S = 29 * 86_400;

export class Visits {
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.queue = Promise.resolve();
    host.on("views", (said) => this.next(() => this.pass(said.views)));
    host.on("consent", (said) => this.next(() => this.agree(said.agreed === true)));
  }

  // One after another: what is told must not overtake the consent.
  next(work) {
    this.queue = this.queue.then(work).catch(() => {});
  }

  async agree(agreed) {
    const { value } = this.store;
    if (!value?.token || (value.agreed ?? false) === agreed) return;
    const response = await this.send("PUT", "/chat/events/consent", { page_views: agreed });
    if (response.ok) this.store.write({ ...this.store.value, agreed });
  }

  async pass(views) {
    if (!this.store.value?.token || !Array.isArray(views) || !views.length) return;
    await this.agree(true);
    const told = views.map(({ id, page, seconds, at }) => ({
      id: String(id),
      page: String(page).slice(0, 2000),
      seconds: Math.min(86_400, Math.max(0, Math.round(seconds))),
      ago: Math.min(LONGEST_AGO_S, Math.max(0, Math.round((Date.now() - at) / 1000))),
    }));
    const response = await this.send("POST", "/chat/events/views", { views: told });
    // 409: it is not known yet what the talk is about; what the server cannot take now is told again later.
    if (response.ok || response.status === 422) this.host.tell("told", { ids: told.map((view) => view.id) });
  }

  send(method, path, body) {
    const headers = { Authorization: `Bearer ${this.store.value.token}`, "Content-Type": "application/json" };
    return fetch(path, { method, headers, body: JSON.stringify(body), cache: "no-store", keepalive: true });
  }
}
