// The console's only script: résumé drops, CSV imports, small courtesies. Every page reads and posts without it.
const { base, csrf, lang } = document.body.dataset;
const live = document.getElementById("live");
const say = (text) => { live.textContent = text; };
const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function api(method, path, body) {
  const headers = { Accept: "application/json", "X-Csrf-Token": csrf };
  if (body) { headers["Content-Type"] = "application/json"; headers["Idempotency-Key"] = crypto.randomUUID(); }
  const answer = await fetch(base + path, { method, headers, body: body && JSON.stringify(body), credentials: "same-origin" });
  const plain = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(plain.message?.[lang] || answer.statusText), { status: answer.status, plain });
  return plain;
}

// ---- résumé drop: announce in batches, six files at a time straight to S3, then ask how each stands
const BATCH = 50, AT_ONCE = 6, MOST_BYTES = 8 * 1024 * 1024, MOST_FILES = 500;

class Drop {
  constructor(place) {
    this.place = place;
    this.words = JSON.parse(place.dataset.words);
    this.list = document.getElementById("drop-files");
    this.sum = document.getElementById("drop-sum");
    this.files = [];
    this.running = false;
    place.querySelector("input").addEventListener("change", (event) => { this.take(event.target.files); event.target.value = ""; });
    for (const name of ["dragover", "dragleave", "drop"]) place.addEventListener(name, (event) => { event.preventDefault(); place.classList.toggle("over", name === "dragover"); });
    place.addEventListener("drop", (event) => this.take(event.dataTransfer.files));
    addEventListener("beforeunload", (event) => { if (this.files.some((file) => file.state === "waiting" || file.state === "sending")) event.preventDefault(); });
  }

  take(chosen) {
    for (const source of [...chosen].slice(0, MOST_FILES)) {
      const line = document.createElement("li");
      line.append(document.createElement("span"), document.createElement("span"));
      line.firstChild.textContent = source.name;
      this.list.append(line);
      const file = { source, line, state: "" };
      this.files.push(file);
      this.mark(file, source.size > MOST_BYTES ? "too_large" : "waiting");
    }
    this.run();
  }

  mark(file, state, text = "") {
    file.state = state;
    const tone = { done: "good", waiting: "quiet", sending: "info", reading: "info" }[state] || "bad";
    const tag = document.createElement("span");
    tag.className = `tag ${tone}`;
    tag.textContent = this.words[state];
    file.line.lastChild.replaceChildren(tag);
    if (text) file.line.lastChild.append(` ${text}`);
    if (state === "failed") file.line.lastChild.append(this.again(file));
    const count = (...states) => this.files.filter((each) => states.includes(each.state)).length;
    this.sum.textContent = fill(this.words.sum, { all: this.files.length, done: count("done"), going: count("waiting", "sending", "reading"), bad: count("failed", "rejected", "too_large") });
  }

  again(file) {
    const button = document.createElement("button");
    button.className = "button slim";
    button.type = "button";
    button.textContent = this.words.retry;
    button.addEventListener("click", () => { this.mark(file, "waiting"); this.run(); });
    return button;
  }

  async run() {
    if (this.running) return;
    this.running = true;
    for (let batch; (batch = this.files.filter((file) => file.state === "waiting").slice(0, BATCH)).length;) {
      try {
        await this.announce(batch.filter((file) => !file.upload));
        await this.send([...batch]);
      } catch (problem) {
        for (const file of batch) if (file.state !== "reading") this.mark(file, "failed", problem.message);
      }
    }
    this.running = false;
  }

  async announce(batch) {
    if (!batch.length) return;
    const files = batch.map((file) => ({ file_name: file.source.name.slice(-200) }));
    const { uploads } = await api("POST", `/v1/requisitions/${this.place.dataset.requisition}/resumes`, { files });
    uploads.forEach((upload, place) => { batch[place].upload = upload; });
  }

  send(queue) {
    const worker = async () => {
      for (let file; (file = queue.shift());) {
        this.mark(file, "sending");
        try {
          await post(file.upload.post, file.source);
          this.mark(file, "reading");
          this.follow(file);
        } catch (problem) { this.mark(file, "failed"); }
      }
    };
    return Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async follow(file) {
    for (let pause = 1000; ; pause = Math.min(pause * 1.4, 15000)) {
      await wait(pause + Math.random() * 500);
      const given = await api("GET", `/v1/uploads/${file.upload.upload_id}`).catch(() => null);
      if (!given || given.state === "expected") continue;
      this.mark(file, given.state === "done" ? "done" : "rejected", given.message?.[lang] || "");
      if (this.files.every((each) => !["waiting", "sending", "reading"].includes(each.state))) say(this.sum.textContent);
      return;
    }
  }
}

async function post(permit, content) {
  const form = new FormData();
  for (const [name, value] of Object.entries(permit.fields)) form.append(name, value);
  form.append("file", content);
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(permit.url, { method: "POST", body: form }).catch(() => null);
    if (answer?.ok) return;
    if (attempt === 3 || (answer && answer.status < 500)) throw new Error(String(answer?.status || ""));
    await wait(500 * 2 ** attempt);
  }
}

// ---- CSV import: a chosen file goes into the text field; the report comes back row by row
function csvForm(form) {
  const report = form.querySelector("[data-report]"), content = form.querySelector("textarea");
  form.querySelector("input[type=file]").addEventListener("change", async (event) => {
    const bytes = await event.target.files[0].arrayBuffer();
    try { content.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { content.value = new TextDecoder("gb18030").decode(bytes); }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    button.classList.add("busy");
    try {
      const found = await api("POST", new URL(form.action).pathname.slice(base.length), { content: content.value });
      show(report, found, form.dataset);
      if (!found.problems.length) setTimeout(() => location.reload(), 1500);
    } catch (problem) { show(report, problem.plain?.detail?.problems ? { problems: problem.plain.detail.problems } : { problems: [], text: problem.message }, form.dataset); }
    button.disabled = false;
    button.classList.remove("busy");
  });
}

function show(report, found, words) {
  const note = document.createElement("p"), list = document.createElement("ul");
  const bad = found.text || found.problems.length;
  note.className = `note ${bad ? "bad" : "good"}`;
  note.textContent = found.text || fill(found.problems.length ? words.problems : words.done, { n: found.problems.length || found.accepted });
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
if (drop) new Drop(drop);
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
