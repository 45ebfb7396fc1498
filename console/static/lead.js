// Keeps the conversation of a lead fresh while somebody reads or answers it; everything else is plain forms.
const EVERY_MS = 4000;
const list = document.getElementById("transcript");

async function refresh() {
  if (document.visibilityState !== "visible") return;
  try {
    const response = await fetch(location.pathname, { cache: "no-store", redirect: "error" });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("transcript");
    if (fresh.innerHTML === list.innerHTML) return;
    const longer = fresh.children.length > list.children.length;
    list.replaceChildren(...fresh.children);
    if (longer) list.lastElementChild?.scrollIntoView({ block: "nearest" });
  } catch {
    // the server is away or the session is over: the page stays as it is
  }
}

setInterval(refresh, EVERY_MS);
