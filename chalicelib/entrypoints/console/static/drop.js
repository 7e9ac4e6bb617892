// A pile of résumés: announced 500 at a time, sent a few at a time, followed by one request a second.
const BATCH = 500, AT_ONCE = 6, MOST_BYTES = 8 * 1024 * 1024, TRIES = 4, EVERY_MS = 1000;
const UNDER_WAY = ["waiting", "sending", "reading"];
const TONES = { done: "good", waiting: "quiet", sending: "info", reading: "info" };

export class Drop {
  constructor(place, tools) {
    Object.assign(this, tools); // api, fill, wait, say, lang, base
    this.place = place;
    this.words = JSON.parse(place.dataset.words);
    this.path = `/v1/requisitions/${place.dataset.requisition}/resumes`;
    this.list = document.getElementById("drop-files");
    this.sum = document.getElementById("drop-sum");
    this.bar = document.getElementById("drop-bar");
    this.files = [];
    this.batches = new Map();
    this.running = this.following = false;
    for (const input of place.querySelectorAll("input[type=file]")) {
      const chosen = () => { const files = [...input.files]; input.value = ""; if (files.length) this.take(files); };
      input.addEventListener("change", chosen);
      chosen(); // what was chosen while this script was on its way
    }
    for (const name of ["dragover", "dragleave", "drop"]) place.addEventListener(name, (event) => { event.preventDefault(); place.classList.toggle("over", name === "dragover"); });
    place.addEventListener("drop", async (event) => this.take(await dropped(event.dataTransfer)));
    addEventListener("beforeunload", (event) => { if (this.count("waiting", "sending")) event.preventDefault(); });
  }

  count(...states) { return this.files.filter((file) => states.includes(file.state)).length; }

  take(chosen) {
    const lines = document.createDocumentFragment();
    for (const source of chosen) {
      const file = { source, state: "", line: row(source.name) };
      lines.append(file.line);
      this.files.push(file);
      this.mark(file, source.size > MOST_BYTES ? "too_large" : "waiting");
    }
    this.list.append(lines);
    this.list.hidden = false;
    this.tell();
    this.run();
  }

  mark(file, state, given = null) {
    file.state = state;
    const [, tag, more] = file.line.children;
    tag.replaceChildren(Object.assign(document.createElement("span"), { className: `tag ${TONES[state] || "bad"}`, textContent: this.words[state] }));
    more.replaceChildren(...(given ? this.told(given) : []));
    if (state === "failed") more.append(this.again(file));
    this.tell();
  }

  // What became of a file: its fit with a link, or why it was refused and what to do, and who has the same.
  told(given) {
    const parts = [];
    const link = (text, to) => Object.assign(document.createElement("a"), { textContent: text, href: `${this.base}/candidates/${to}` });
    if (given.state === "done") parts.push(link(given.fit === null ? this.words.look : this.fill(this.words.fit, { fit: given.fit }), given.person_id));
    if (given.message) parts.push(`${given.message[this.lang]} ${given.next?.[this.lang] || ""}`);
    if (given.same_file) parts.push(link(this.fill(this.words.same_file, { name: given.same_file_name || "" }), given.same_file.split("-")[0]));
    for (const person of given.same_people) parts.push(link(this.words.same_person, person));
    return parts.map((part) => { const line = document.createElement("span"); line.append(part); return line; });
  }

  again(file) {
    const button = Object.assign(document.createElement("button"), { className: "button slim", type: "button", textContent: this.words.retry });
    button.addEventListener("click", () => { this.mark(file, "waiting"); this.run(); });
    return button;
  }

  tell() {
    if (this.told_soon) return;
    this.told_soon = requestAnimationFrame(() => {
      this.told_soon = 0;
      const going = this.count(...UNDER_WAY), all = this.files.length;
      this.sum.textContent = this.fill(this.words.sum, { all, going, done: this.count("done"), bad: all - going - this.count("done") });
      this.bar.hidden = false;
      this.bar.max = all;
      this.bar.value = all - going;
      if (all && !going) this.say(this.sum.textContent);
    });
  }

  async run() {
    if (this.running) return;
    this.running = true;
    for (let pile; (pile = this.files.filter((file) => file.state === "waiting").slice(0, BATCH)).length;) {
      const fresh = pile.filter((file) => !file.upload);
      try {
        if (fresh.length) await this.announce(fresh);
        await this.send([...pile]);
      } catch (problem) {
        for (const file of pile) if (file.state === "waiting") this.mark(file, "failed");
        this.say(problem.message);
      }
    }
    this.running = false;
  }

  // The same key at every try: a lost answer announces nothing twice.
  async announce(pile) {
    const key = crypto.randomUUID(), files = pile.map((file) => ({ file_name: file.source.name.slice(-200) }));
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { uploads, batch_id: batch } = await this.api("POST", this.path, { files }, key);
        uploads.forEach((upload, place) => { pile[place].upload = upload; });
        this.batches.set(batch, new Map(pile.map((file) => [file.upload.upload_id, file])));
        return;
      } catch (problem) {
        if (attempt === TRIES || (problem.status && problem.status < 500)) throw problem;
        await this.wait(500 * 2 ** attempt);
      }
    }
  }

  send(queue) {
    const worker = async () => {
      for (let file; (file = queue.shift());) {
        this.mark(file, "sending");
        try {
          await post(file.upload.post, file.source, this.wait);
          this.mark(file, "reading");
          this.follow();
        } catch { this.mark(file, "failed"); }
      }
    };
    return Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  // One request a second, whatever the number of files: batches are asked by turns.
  async follow() {
    if (this.following) return;
    this.following = true;
    for (let turn = 0; this.count("reading"); turn += 1) {
      await this.wait(EVERY_MS);
      const open = [...this.batches].filter(([, files]) => [...files.values()].some((file) => file.state === "reading"));
      if (!open.length) continue;
      const [batch, files] = open[turn % open.length];
      const given = await this.api("GET", `${this.path}?batch=${batch}`).catch(() => null);
      for (const one of given?.files || []) {
        const file = files.get(one.upload_id);
        if (file?.state === "reading" && one.state !== "expected") this.mark(file, one.state === "done" ? "done" : "rejected", one);
      }
    }
    this.following = false;
  }
}

function row(name) {
  const line = document.createElement("li");
  line.append(document.createElement("span"), document.createElement("span"), document.createElement("div"));
  line.firstChild.textContent = name;
  return line;
}

// Folders are walked; what a browser cannot walk is taken as the plain list of files.
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return found.filter((file) => !file.name.startsWith("."));
}

async function walk(entry, found) {
  if (entry.isFile) { found.push(await new Promise((resolve, reject) => entry.file(resolve, reject))); return; }
  const reader = entry.createReader();
  for (let part; (part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;) for (const each of part) await walk(each, found);
}

async function post(permit, content, wait) {
  const form = new FormData();
  for (const [name, value] of Object.entries(permit.fields)) form.append(name, value);
  form.append("file", content);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(permit.url, { method: "POST", body: form }).catch(() => null);
    if (answer?.ok) return;
    if (attempt === TRIES || (answer && answer.status < 500)) throw new Error(String(answer?.status || ""));
    await wait(250 * 2 ** attempt);
  }
}
