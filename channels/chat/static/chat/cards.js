// What is filled in besides the chat? One card at a time: who they are, how to reach them, how it was.

import { render } from "./markdown.js";

const KINDS = {
  name: { type: "text", autocomplete: "name" },
  email: { type: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
  company: { type: "text", autocomplete: "organization" },
  job_title: { type: "text", autocomplete: "organization-title" },
};

export class Cards {
  constructor(form) {
    this.form = form;
    this.texts = {};
    this.done = null;
  }

  get open() {
    return !this.form.hidden;
  }

  // fields: [{kind, required}]; consent: words to agree to. `send` gets the values, and gives what is wrong, if anything.
  ask({ title, words, fields = [], consent, rating, action, cancel = true }, send) {
    this.close();
    return new Promise((resolve) => {
      const heading = text("h2", title);
      heading.id = "card-title";
      const trouble = text("p", "");
      trouble.className = "trouble";
      trouble.setAttribute("role", "alert");
      const go = text("button", action);
      go.className = "go";
      const parts = [heading];
      if (words) parts.push(text("p", words));
      if (rating) parts.push(this.stars(), this.comment());
      parts.push(...fields.map((field) => this.field(field)));
      if (consent) parts.push(this.box(consent));
      const row = document.createElement("div");
      row.className = "row";
      row.append(go);
      if (cancel) {
        const back = text("button", this.texts.back);
        back.type = "button";
        back.addEventListener("click", () => this.close());
        row.prepend(back);
      }
      this.form.replaceChildren(...parts, trouble, row);
      this.form.hidden = false;
      this.done = resolve;
      this.form.onsubmit = async (event) => {
        event.preventDefault();
        go.disabled = true;
        trouble.textContent = "";
        const values = Object.fromEntries(new FormData(this.form));
        const wrong = await send(values);
        go.disabled = false;
        if (!wrong) return this.close(values);
        trouble.textContent = wrong.words;
        (this.form.elements[wrong.field] ?? go).focus?.();
      };
      (this.form.querySelector("input, textarea") ?? go).focus();
      this.form.scrollIntoView({ block: "nearest" });
    });
  }

  close(values = null) {
    if (this.form.hidden) return;
    this.form.hidden = true;
    this.form.replaceChildren();
    this.done?.(values);
    this.done = null;
  }

  field({ kind, required }) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, KINDS[kind], { name: kind, required, maxLength: 200 });
    input.dir = "auto";
    label.append(text("span", required ? this.texts[kind] : `${this.texts[kind]} (${this.texts.optional})`), input);
    return label;
  }

  box(words) {
    const label = document.createElement("label");
    label.className = "agree";
    const input = document.createElement("input");
    Object.assign(input, { type: "checkbox", name: "consent", value: "1", required: true });
    const said = document.createElement("span");
    said.append(render(words));
    label.append(input, said);
    return label;
  }

  stars() {
    const group = document.createElement("fieldset");
    group.append(text("legend", this.texts.stars));
    for (let stars = 1; stars <= 5; stars += 1) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { type: "radio", name: "stars", value: String(stars), required: true });
      const heard = text("span", `${stars} / 5`);
      heard.className = "heard";
      const star = text("b", "★");
      star.setAttribute("aria-hidden", "true");
      label.append(input, heard, star);
      group.append(label);
    }
    return group;
  }

  comment() {
    const label = document.createElement("label");
    const input = document.createElement("textarea");
    Object.assign(input, { name: "comment", rows: 3, maxLength: 1000, dir: "auto" });
    label.append(text("span", `${this.texts.comment} (${this.texts.optional})`), input);
    return label;
  }
}

function text(tag, words) {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
