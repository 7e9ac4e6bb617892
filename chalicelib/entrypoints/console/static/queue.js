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
  keep: (take, number, data, type) => ask("pieces", "readwrite", (store) => store.put({ take, number, data, type })),
  all: () => ask("pieces", "readonly", (store) => store.getAll()),
  drop: (take) => ask("pieces", "readwrite", (store) => store.delete(IDBKeyRange.bound([take, 0], [take, Infinity]))),
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const PERMIT_MS = 25 * 60 * 1000, MOST_RENEWALS = 3;
const SIGNED_OUT = [401, 410];

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

  count(...wanted) { return [...this.states.values()].filter((each) => wanted.includes(each.state)).length; }

  get pending() { return this.count("saved", "sending", "waiting"); }

  tell(question, state, more = {}) {
    this.states.set(question, { state, ...more });
    this.dispatchEvent(new CustomEvent("state", { detail: { question, state, ...more } }));
  }

  async add(item) {
    // The id is the key of this take: whoever asks for a permit with it again gets the same take.
    await this.keep({ ...item, id: crypto.randomUUID(), session: this.session, at: Date.now(), sent: [], permit: null, refused: null });
    this.tell(item.question, "saved");
    this.run();
  }

  async kept() {
    const all = await ask("answers", "readonly", (store) => store.getAll());
    return all.filter((item) => item.session === this.session).sort((a, b) => a.at - b.at);
  }

  async waiting() { return (await this.kept()).filter((item) => !item.refused); }

  async refused(question) { return (await this.kept()).findLast((item) => item.question === question && item.refused); }

  async start() {
    for (const item of await this.kept()) {
      if (SIGNED_OUT.includes(item.refused?.status)) { // this page came by a link that holds
        item.refused = null;
        await this.keep(item);
      }
      if (item.refused) this.tell(item.question, "refused", item.refused); else this.tell(item.question, "saved");
    }
    this.run();
  }

  async again(question) {
    const item = await this.refused(question);
    if (!item) return;
    await this.keep({ ...item, refused: null, permit: null });
    this.tell(question, "saved");
    this.run();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    for (let items, tries = 0; (items = await this.waiting()).length;) {
      const item = items[0];
      try {
        await this.send(item);
        await this.done(item);
        tries = 0;
      } catch (problem) {
        if (problem.refused) {
          await this.refuse(item, problem);
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

  async refuse(item, problem) {
    item.refused = { why: problem.message, status: problem.status };
    await this.keep(item);
    this.tell(item.question, "refused", item.refused);
  }

  async done(item) {
    const over = (await this.kept()).filter((each) => each.id === item.id || (each.question === item.question && each.refused && each.at < item.at));
    for (const each of over) await ask("answers", "readwrite", (store) => store.delete(each.id));
    this.tell(item.question, "sent");
  }

  async permit(item) {
    if (item.permit && Date.now() - item.permitted < PERMIT_MS) return;
    const permit = await this.api("POST", `/v1/sessions/${item.session}/answers/${item.question}/uploads`, { mode: item.mode }, item.id);
    if (item.take !== permit.take) item.sent = [];
    Object.assign(item, { permit, take: permit.take, permitted: Date.now() });
    await this.keep(item);
  }

  async send(item) {
    for (let renewals = 0; ;) {
      await this.permit(item);
      const status = await this.parts(item);
      if (status < 300) return;
      if (status !== 400 && status !== 403) throw new Error(String(status));
      // The permit's time may be over (a phone's clock is no witness): a fresh one, the same take.
      item.permit = null;
      await this.keep(item);
      renewals += 1;
      if (renewals > MOST_RENEWALS) throw Object.assign(new Error(`S3 ${status}`), { refused: true, status });
      this.tell(item.question, "waiting");
      await wait(500 * 2 ** renewals);
    }
  }

  async parts(item) {
    const files = item.files.filter((file) => item.permit[file.kind]);
    for (const file of files.filter((each) => !item.sent.includes(each.name))) {
      this.tell(item.question, "sending", { percent: Math.round((100 * item.sent.length) / files.length) });
      const status = await post(item.permit[file.kind], file);
      if (status >= 300) return status;
      item.sent.push(file.name);
      await this.keep(item);
    }
    return 200;
  }

  keep(item) { return ask("answers", "readwrite", (store) => store.put(item)); }
}

export async function post(permit, file, key = permit.key_prefix + file.name) {
  const form = new FormData();
  for (const [name, value] of Object.entries(permit.fields)) form.append(name, name === "key" ? key : value);
  form.append("file", new Blob([file.data], { type: file.type }), file.name);
  const seconds = 20 + file.data.byteLength / 12500; // patient with 100 kbit/s
  const answer = await fetch(permit.url, { method: "POST", body: form, signal: AbortSignal.timeout(seconds * 1000) });
  return answer.status;
}
