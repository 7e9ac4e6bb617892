// Answers on their way: kept in IndexedDB until S3 has every part, through reloads, crashes and tunnels.
const AT_MOST_MS = 15000;
const open = new Promise((resolve, reject) => {
  const request = indexedDB.open("hireloop-interview", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("answers", { keyPath: "id" });
    request.result.createObjectStore("pieces", { keyPath: ["take", "number"] });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function ask(store, mode, work) {
  const database = await open;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const pieces = {
  keep: (take, number, data) => ask("pieces", "readwrite", (store) => store.put({ take, number, data })),
  all: () => ask("pieces", "readonly", (store) => store.getAll()),
  drop: (take) => ask("pieces", "readwrite", (store) => store.delete(IDBKeyRange.bound([take, 0], [take, Infinity]))),
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Queue extends EventTarget {
  constructor(session, api) {
    super();
    this.session = session;
    this.api = api;
    this.states = new Map();
    this.running = false;
    this.wake = () => {};
    addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => this.wake());
  }

  get pending() { return [...this.states.values()].filter((each) => ["saved", "sending", "waiting"].includes(each.state)).length; }

  tell(question, state, more = {}) {
    this.states.set(question, { state, ...more });
    this.dispatchEvent(new CustomEvent("state", { detail: { question, state, ...more } }));
  }

  async add(item) {
    await ask("answers", "readwrite", (store) => store.put({ ...item, id: crypto.randomUUID(), session: this.session, at: Date.now(), sent: [], permit: null, round: 0 }));
    this.tell(item.question, "saved");
    this.run();
  }

  async waiting() {
    const all = await ask("answers", "readonly", (store) => store.getAll());
    return all.filter((item) => item.session === this.session).sort((a, b) => a.at - b.at);
  }

  async start() {
    for (const item of await this.waiting()) this.tell(item.question, "saved");
    this.run();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    for (let items, tries = 0; (items = await this.waiting()).length;) {
      const item = items[0];
      try {
        await this.send(item);
        await ask("answers", "readwrite", (store) => store.delete(item.id));
        this.tell(item.question, "sent");
        tries = 0;
      } catch (problem) {
        if (problem.refused) {
          await ask("answers", "readwrite", (store) => store.delete(item.id));
          this.tell(item.question, "refused", { why: problem.message });
          continue;
        }
        this.tell(item.question, "waiting");
        tries += 1;
        const pause = Math.min(500 * 2 ** tries, AT_MOST_MS) * (0.5 + Math.random() / 2);
        await Promise.race([wait(pause), new Promise((resolve) => { this.wake = resolve; })]);
      }
    }
    this.running = false;
  }

  async send(item) {
    if (!item.permit) {
      const frames = item.files.filter((file) => file.kind === "frames").length;
      item.permit = await this.api("POST", `/v1/sessions/${item.session}/answers/${item.question}/uploads`, { mode: item.mode, frames }, `${item.id}-${item.round}`);
      await this.keep(item);
    }
    const files = item.files.filter((file) => item.permit[file.kind]);
    for (const file of files) {
      if (item.sent.includes(file.name)) continue;
      this.tell(item.question, "sending", { percent: Math.round((100 * item.sent.length) / files.length) });
      const status = await post(item.permit[file.kind], file);
      if (status === 400 || status === 403) { // the permit's time is over: ask for a new take
        item.permit = null;
        item.sent = [];
        item.round += 1;
        await this.keep(item);
        if (item.round > 3) throw Object.assign(new Error(String(status)), { refused: true });
        throw new Error("permit over");
      }
      if (status >= 300) throw new Error(String(status));
      item.sent.push(file.name);
      await this.keep(item);
    }
  }

  keep(item) { return ask("answers", "readwrite", (store) => store.put(item)); }
}

async function post(permit, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(permit.fields)) form.append(name, name === "key" ? permit.key_prefix + file.name : value);
  form.append("file", new Blob([file.data], { type: file.type }), file.name);
  const seconds = 20 + file.data.byteLength / 12500; // patient with 100 kbit/s
  const answer = await fetch(permit.url, { method: "POST", body: form, signal: AbortSignal.timeout(seconds * 1000) });
  return answer.status;
}
