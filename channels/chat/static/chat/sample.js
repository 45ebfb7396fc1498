// How would it look? The console shows the chat as it is being set up, with made-up words: nothing is sent or kept.

const HOST_ONLY = location.origin;

export function showSample({ view, texts, config, host, paint, speak, cards }) {
  const at = new Date();
  const draw = () => {
    const words = texts();
    view.clear();
    cards.close();
    delete document.body.dataset.before;
    view.said({ seq: 1, author: "agent", text: words.sample1, at });
    view.said({ seq: 2, author: "prospect", text: words.sample2, at });
    view.said({ seq: 3, author: "agent", text: words.sample3, at });
    if (!config.form) return;
    document.body.dataset.before = "";
    const consent = config.consent[config.language];
    cards.ask({ title: words.startTitle, fields: config.fields, consent, action: words.start, cancel: false }, () => ({ words: "" }));
  };
  document.body.inert = true;
  draw();
  if (host.origin !== HOST_ONLY) return;
  host.on("draft", ({ value }) => {
    Object.assign(config, value);
    document.documentElement.dataset.theme = value.theme;
    paint();
    speak(value.language);
    draw();
  });
  host.tell("ready");
}
