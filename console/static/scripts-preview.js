// The preview: another language or reader begins it anew, and the newest lines stay in sight.
document.addEventListener("change", (event) => {
  if (!event.target.matches("#preview-form [data-anew]")) return;
  const form = document.getElementById("preview-form");
  form.elements.said.value = "[]";
  form.dispatchEvent(new Event("edited"));
});

document.addEventListener("htmx:after:swap", () => {
  const talk = document.querySelector("#conversation .talk");
  if (talk?.lastElementChild) talk.lastElementChild.scrollIntoView({ block: "nearest" });
});
