// The console's only script: résumé drops, CSV imports, small courtesies. Every page reads and posts without it.
const { base, csrf, lang } = document.body.dataset;
const live = document.getElementById("live");
const say = (text) => { live.textContent = text; };
const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function api(method, path, body, key = crypto.randomUUID()) {
  const headers = { Accept: "application/json", "X-Csrf-Token": csrf };
  if (body) { headers["Content-Type"] = "application/json"; headers["Idempotency-Key"] = key; }
  const answer = await fetch(base + path, { method, headers, body: body && JSON.stringify(body), credentials: "same-origin" });
  const plain = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(plain.message?.[lang] || answer.statusText), { status: answer.status, plain });
  return plain;
}

// ---- results that rest on former criteria or versions: how many are still to be screened again
async function rescreening(note) {
  const bar = note.querySelector("progress"), text = note.querySelector("[data-left]");
  for (let left = Infinity, still = 0; left && still < 20; ) {
    await wait(3000);
    const given = await api("GET", `/v1/requisitions/${note.dataset.rescreening}/rescreening`).catch(() => null);
    if (!given) continue;
    still = given.stale < left ? 0 : still + 1;
    left = given.stale;
    bar.value = bar.max - left;
    text.textContent = fill(note.dataset.words, { n: left });
    if (!left) location.reload();
  }
}

// ---- CSV import: a chosen file goes into the text field; the report comes back row by row
function csvForm(form) {
  const report = form.querySelector("[data-report]"), content = form.querySelector("textarea");
  let workbook = "";
  form.querySelector("input[type=file]").addEventListener("change", async (event) => {
    const bytes = await event.target.files[0].arrayBuffer();
    workbook = "";
    if (/\.xlsx$/i.test(event.target.files[0].name)) { workbook = base64(new Uint8Array(bytes)); content.value = event.target.files[0].name; content.readOnly = true; return; }
    content.readOnly = false;
    try { content.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { content.value = new TextDecoder("gb18030").decode(bytes); }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    button.classList.add("busy");
    try {
      const found = await api("POST", new URL(form.action).pathname.slice(base.length), workbook ? { workbook } : { content: content.value });
      show(report, found, form.dataset);
      if (!found.problems.length) setTimeout(() => location.reload(), 1500);
    } catch (problem) { show(report, problem.plain?.detail?.problems ? { problems: problem.plain.detail.problems } : { problems: [], text: problem.message }, form.dataset); }
    button.disabled = false;
    button.classList.remove("busy");
  });
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

function show(report, found, words) {
  const note = document.createElement("p"), list = document.createElement("ul");
  const bad = found.text || found.problems.length;
  note.className = `note ${bad ? "bad" : "good"}`;
  note.textContent = found.text || (found.repeated && words.repeated) || fill(found.problems.length ? words.problems : words.done, { n: found.problems.length || found.accepted });
  list.className = "rows";
  for (const item of found.problems.slice(0, 100)) {
    const line = document.createElement("li");
    line.textContent = `${fill(words.row, { n: item.row })} · ${item.column}: ${item.message?.[lang] || item.code}`;
    list.append(line);
  }
  report.replaceChildren(note, list);
}

// ---- forms whose fields are numbered rows, sent as lists
function rowsForm(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sent(form, async () => {
      const lists = {};
      for (const [name, value] of new FormData(form)) {
        const [list, number, field] = name.split(".");
        if (field) ((lists[list] ??= [])[number] ??= {})[field] = value;
      }
      await api("POST", new URL(form.action).pathname.slice(base.length), lists);
      const next = new URL(form.elements.next_page.value, location.href);
      next.searchParams.set("done", form.dataset.rows);
      location.assign(next);
    });
  });
}

async function sent(form, work) {
  const button = form.querySelector("button[type=submit]"), note = form.querySelector("[role=alert]");
  button.disabled = true;
  button.classList.add("busy");
  try { await work(); note.hidden = true; }
  catch (problem) {
    note.textContent = [problem.message, problem.plain?.next?.[lang]].filter(Boolean).join(" ");
    note.hidden = false;
  }
  button.disabled = false;
  button.classList.remove("busy");
}

// ---- a partner's secret is told once, in a dialog, and never lies in a page
function partnerForm(form) {
  const dialog = document.getElementById("secret"), copy = dialog.querySelector("[data-copy]");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sent(form, async () => {
      const filled = new FormData(form);
      const { secret } = await api("POST", "/v1/partners", { ...Object.fromEntries(filled), events: filled.getAll("events") });
      dialog.querySelector("code").textContent = secret;
      dialog.showModal();
    });
  });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(dialog.querySelector("code").textContent);
    copy.textContent = copy.dataset.copied;
  });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { dialog.querySelector("code").textContent = ""; location.reload(); });
}

// ---- courtesies
document.querySelectorAll("form[data-rows]").forEach(rowsForm);
const partner = document.getElementById("partner");
if (partner) partnerForm(partner);
const drop = document.getElementById("drop");
if (drop) import(drop.dataset.script).then(({ Drop }) => new Drop(drop, { api, fill, wait, say, lang, base }));
const many = document.getElementById("invite");
if (many) import(many.dataset.script).then(({ invitations }) => invitations(many, { api, fill, wait, say, lang }));
const again = document.querySelector("[data-rescreening]");
if (again?.dataset.going) rescreening(again);
document.querySelectorAll("form[data-csv]").forEach(csvForm);
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method !== "post") return;
  setTimeout(() => { button.disabled = true; button.classList.add("busy"); });
});
addEventListener("pageshow", () => document.querySelectorAll("button.busy").forEach((button) => { button.disabled = false; button.classList.remove("busy"); }));
const address = new URL(location.href);
if (address.searchParams.has("done")) { address.searchParams.delete("done"); history.replaceState(null, "", address); }
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
  const find = document.getElementById("find");
  if (find?.offsetParent) { event.preventDefault(); find.focus(); }
});
