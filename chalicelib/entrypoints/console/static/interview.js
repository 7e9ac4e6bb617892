// The interview, step by step. The page reads without it; answering needs it.
import { Queue, pieces } from "./queue.js";
import { Take, devices, extension, recovered, supported } from "./recorder.js";

const root = document.getElementById("interview");
const { token, session, application, person, language } = root.dataset;
const words = JSON.parse(root.dataset.words), { base, lang } = document.body.dataset;
const one = (wanted, place = root) => place.querySelector(wanted), many = (wanted, place = root) => [...place.querySelectorAll(wanted)];
const say = (key, values = {}) => words[key].replace(/{(\w+)}/g, (_, name) => values[name]);
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
document.documentElement.classList.add("js");

async function api(method, path, body, key) {
  const headers = { Authorization: `Bearer ${token}`, Accept: "application/json" };
  if (method !== "GET") Object.assign(headers, { "Content-Type": "application/json", "Idempotency-Key": key || crypto.randomUUID() });
  const answer = await fetch(base + path, { method, headers, body: method === "GET" ? undefined : JSON.stringify(body || {}), credentials: "omit" });
  const plain = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const told = [plain.message?.[lang] || answer.statusText, plain.next?.[lang]].filter(Boolean).join(" ");
    throw Object.assign(new Error(told), { status: answer.status, refused: answer.status < 500 && answer.status !== 408 && answer.status !== 429 });
  }
  return plain;
}

function complain(place, text) {
  const note = one("[role=alert]", place) || document.getElementById("problem");
  note.textContent = text;
  note.hidden = !text;
}

// ---- after the interview: buttons that post, and a look now and then whether something changed
for (const button of many("[data-post]")) button.addEventListener("click", async () => {
  if ("sure" in button.dataset && !button.dataset.asked) { button.dataset.asked = "yes"; button.textContent = say("sure"); return; }
  button.disabled = true;
  try { await api("POST", button.dataset.post, JSON.parse(button.dataset.body || "{}")); location.reload(); }
  catch (problem) { button.disabled = false; complain(root, say("failed", { why: problem.message })); }
});

async function follow() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 8000));
    if (document.hidden) continue;
    const given = await api("GET", `/v1/applications/${application}`).catch(() => null);
    if (given && given.stage !== root.dataset.stage) location.reload();
  }
}

// ---- steps
const order = ["about", "consent", "device", "questions", "submit"];
function go(step, question) {
  many(".step").forEach((each) => { each.hidden = each.dataset.step !== step; });
  many(".ask").forEach((each) => { each.hidden = each.dataset.question !== question; });
  many("#steps li").forEach((each) => {
    const place = order.indexOf(each.dataset.step) - order.indexOf(step);
    each.classList.toggle("past", place < 0);
    if (place) each.removeAttribute("aria-current"); else each.setAttribute("aria-current", "step");
  });
  document.documentElement.classList.toggle("begun", step !== "about");
  if (step === "device") network();
  if (step === "submit") review();
  if (step === "questions" && question) think(one(`.ask[data-question="${question}"]`));
  document.getElementById("main").focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

const unanswered = () => many(".ask").filter((each) => !["sent", "saved", "sending", "waiting", "rated", "expected", "incomplete", "not_scored"].includes(standing(each.dataset.question)));
const standing = (question) => queue?.states.get(question)?.state || one(`.ask[data-question="${question}"]`).dataset.state;
function next() { const place = unanswered()[0]; if (place) go("questions", place.dataset.question); else go("submit"); }

let queue;
function begin() {
  queue = new Queue(session, api);
  queue.addEventListener("state", ({ detail }) => paint(detail.question));
  queue.start();
  document.getElementById("steps").hidden = false;
  many("[data-go]").forEach((button) => button.addEventListener("click", () => (button.dataset.go === "questions" ? next() : go(button.dataset.go))));
  many("[data-open]").forEach((button) => button.addEventListener("click", () => go("questions", button.dataset.open)));
  many(".ask").forEach(prepare);
  many(".ask").forEach((each) => paint(each.dataset.question));
  one("[data-submit]").addEventListener("click", submit);
  addEventListener("beforeunload", (event) => { if (queue.pending || take) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => { if (take) { if (document.hidden) take.pause(); else take.resume(); } });
  navigator.storage?.persist?.();
  consent();
  device();
  go(one("#consent [name=interview]").checked && many(".ask").some((each) => each.dataset.state) ? "device" : "about");
  recover();
}

function consent() {
  const form = document.getElementById("consent");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(many("input[type=checkbox]", form).map((box) => [box.name, box.checked]));
    try { await api("POST", `/v1/candidates/${person}/consents`, given); root.dataset.frames = given.expression ? "yes" : ""; complain(form, ""); go("device"); }
    catch (problem) { complain(form, say("failed", { why: problem.message })); }
  });
}

// ---- devices and practice
let preview;
function device() {
  const place = one('.step[data-step="device"]'), practice = one("[data-practice]", place), note = one("[data-device]", place);
  const tell = (text) => { note.textContent = text; note.hidden = false; };
  many("[data-try]", place).forEach((button) => button.addEventListener("click", async () => {
    if (!supported()) return tell(say("unsupported"));
    await preview?.stop();
    try {
      preview = new Take(await devices(button.dataset.try), button.dataset.try, { meter: one("meter", place) });
      show(place, preview);
      practice.hidden = false;
    } catch { tell(say("denied")); }
    return undefined;
  }));
  practice.addEventListener("click", () => {
    practice.disabled = true;
    preview.start();
    setTimeout(async () => {
      const { blob } = await preview.stop();
      preview = null;
      hide(place);
      playback(place, blob);
      tell(say("practice_done"));
      practice.hidden = true;
      practice.disabled = false;
    }, 5000);
  });
}

function show(place, shown) {
  one(".meter", place).hidden = false;
  one(".stage", place).hidden = shown.mode !== "video";
  if (shown.mode === "video") { const video = one(".stage video", place); video.srcObject = shown.stream; video.play().catch(() => {}); }
}
function hide(place) { one(".meter", place).hidden = true; one(".stage", place).hidden = true; one(".stage video", place).srcObject = null; }
function playback(place, blob) {
  const player = document.createElement(blob.type.startsWith("video") ? "video" : "audio");
  Object.assign(player, { controls: true, playsInline: true, src: URL.createObjectURL(blob) });
  one(".playback", place).replaceChildren(player);
}

async function network() {
  const note = one("[data-network]"), start = performance.now();
  const there = await fetch(`${base}/v1/health`, { cache: "no-store" }).then((answer) => answer.ok, () => false);
  const took = Math.round(performance.now() - start);
  note.textContent = there ? say(took < 1500 ? "network_ok" : "network_slow", { n: took }) : say("network_none");
  note.hidden = false;
}

// ---- one question
let take = null, thinking;
const drafts = new Map();
const modeOf = (place) => one("[data-mode]:checked", place).dataset.mode;

function think(place) {
  clearInterval(thinking);
  const line = one(".think", place);
  let left = Number(place.dataset.think);
  const tick = () => { line.textContent = left > 0 ? say("think", { time: clock(left) }) : say("think_over"); left -= 1; if (left < -1) clearInterval(thinking); };
  tick();
  thinking = setInterval(tick, 1000);
}

function prepare(place) {
  const text = one("textarea", place);
  const key = `draft-${session}-${place.dataset.question}`;
  text.value = localStorage.getItem(key) || "";
  text.addEventListener("input", () => { localStorage.setItem(key, text.value); text.dataset.typed = "yes"; });
  many("[data-mode]", place).forEach((choice) => choice.addEventListener("change", () => turn(place)));
  one("[data-record]", place).addEventListener("click", () => (take ? finish(place) : record(place)));
  one("[data-save]", place).addEventListener("click", () => save(place));
  one("[data-resend]", place).addEventListener("click", () => queue.again(place.dataset.question));
  one("[data-download]", place).addEventListener("click", () => download(place));
  one("[data-later]", place).addEventListener("click", () => { const all = many(".ask"), after = all[all.indexOf(place) + 1]; if (after) go("questions", after.dataset.question); else go("submit"); });
  turn(place);
}

function turn(place) {
  const spoken = modeOf(place) !== "text", label = one("[data-text-label]", place);
  one(".studio", place).hidden = !spoken;
  one("[data-transcript-note]", place).hidden = !spoken;
  label.textContent = spoken ? label.dataset.spoken : label.dataset.typed;
  if (spoken && !supported()) complain(place, say("unsupported")); else complain(place, "");
}

async function record(place) {
  const mode = modeOf(place), button = one("[data-record]", place), most = Number(place.dataset.answer);
  complain(place, "");
  try {
    take = new Take(await devices(mode), mode, { name: `${session}/${place.dataset.question}/${mode}`, meter: one("meter", place), frames: root.dataset.frames === "yes", language });
  } catch { complain(place, say("denied")); return; }
  await pieces.drop(take.name);
  one(".playback", place).replaceChildren();
  many("[data-mode]", place).forEach((choice) => { choice.disabled = true; });
  show(place, take);
  button.classList.add("recording");
  one("[data-label]", button).textContent = button.dataset.stop;
  take.start((seconds) => { one(".clock", place).textContent = `${say("recording", { time: clock(seconds) })} / ${clock(most)}`; if (seconds >= most) finish(place); });
}

async function finish(place) {
  const ended = take, button = one("[data-record]", place), text = one("textarea", place);
  if (!ended) return;
  take = null;
  const made = await ended.stop();
  hide(place);
  button.classList.remove("recording");
  one("[data-label]", button).textContent = button.dataset.again;
  one(".clock", place).textContent = clock(made.seconds);
  many("[data-mode]", place).forEach((choice) => { choice.disabled = false; });
  if (made.heard) { text.value = made.heard; delete text.dataset.typed; }
  keepDraft(place, { ...made, mode: ended.mode, name: ended.name });
  text.focus();
}

function keepDraft(place, made) { drafts.set(place.dataset.question, made); playback(place, made.blob); }

async function recover() {
  for (const [name, blob] of await recovered()) {
    const [owner, question, mode] = name.split("/");
    const place = one(`.ask[data-question="${CSS.escape(question)}"]`);
    if (owner !== session || !place) continue;
    one(`[data-mode=${mode}]`, place).checked = true;
    turn(place);
    keepDraft(place, { blob, seconds: 0, frames: [], heard: "", mode, name });
    one(".clock", place).textContent = say("recovered");
  }
}

async function save(place) {
  if (take) await finish(place);
  const { question } = place.dataset, mode = modeOf(place), text = one("textarea", place), made = mode === "text" ? null : drafts.get(question);
  if (!made && text.value.trim().length < 2) { complain(place, say("short")); return; }
  const engine = made?.heard && !text.dataset.typed ? "device" : "typed";
  const document_ = { schema: 1, mode: made ? mode : "text", language, text: text.value.trim(), engine };
  const files = [];
  if (made) {
    const data = await made.blob.arrayBuffer(), name = `recording.${extension(made.blob.type)}`;
    const print = [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    document_.recording = { name, sha256: print, size: data.byteLength };
    if (made.seconds) document_.duration_seconds = made.seconds;
    files.push({ kind: "answer", name, type: made.blob.type, data });
    made.frames.forEach((frame, place_) => files.push({ kind: "frames", name: `${String(place_ + 1).padStart(3, "0")}.jpg`, type: "image/jpeg", data: frame }));
  }
  files.push({ kind: "answer", name: "answer.json", type: "application/json", data: new TextEncoder().encode(JSON.stringify(document_)).buffer });
  try { await queue.add({ question, mode: document_.mode, files }); }
  catch { complain(place, say("not_kept")); return; }
  if (made) await pieces.drop(made.name);
  drafts.delete(question);
  localStorage.removeItem(`draft-${session}-${question}`);
  place.dataset.takes = Math.max(0, Number(place.dataset.takes) - 1);
  next();
}

// ---- an answer that was not taken stays here, to be sent again or to be kept by its owner
async function download(place) {
  const item = await queue.refused(place.dataset.question);
  for (const file of item?.files.filter((each) => each.kind === "answer") ?? []) {
    const written = file.name === "answer.json";
    const data = written ? JSON.parse(new TextDecoder().decode(file.data)).text : file.data;
    if (!data) continue;
    const link = document.createElement("a"), number = many(".ask").indexOf(place) + 1;
    link.href = URL.createObjectURL(new Blob([data], { type: written ? "text/plain" : file.type }));
    link.download = `hireloop-${number}-${written ? "answer.txt" : file.name}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
}

function refusal(place, known) {
  const box = one("[data-kept]", place), out = [401, 410].includes(known?.status);
  box.hidden = known?.state !== "refused";
  one("[data-why]", box).textContent = box.hidden ? "" : known.why;
  one("[data-what]", box).textContent = box.hidden ? "" : say(out ? "kept_reopen" : "kept");
}

// ---- what has been sent
const TONES = { saved: "caution", waiting: "caution", sending: "busy", sent: "good", refused: "bad" };
function paint(question) {
  const place = one(`.ask[data-question="${question}"]`), known = queue.states.get(question);
  const state = known?.state || (["rated", "not_scored", "incomplete", "expected"].includes(place.dataset.state) ? "sent" : "none");
  for (const line of [one(".state", place), one(`[data-state-of="${question}"]`)]) {
    line.textContent = say(`state_${state}`, { percent: known?.percent ?? 0, why: known?.why ?? "" });
    if (TONES[state]) line.dataset.tone = TONES[state]; else delete line.dataset.tone;
  }
  refusal(place, known);
  const left = Number(place.dataset.takes);
  one("[data-left]", place).textContent = left > 0 ? say("left", { n: left }) : say("no_takes");
  one("[data-save]", place).disabled = left <= 0;
  tray();
  if (!one('.step[data-step="submit"]').hidden) review();
}

function tray() {
  const place = document.getElementById("tray"), bad = queue.count("refused");
  place.hidden = !queue.pending && !bad;
  place.textContent = queue.count("waiting") ? say("state_waiting") : queue.pending ? say("pending", { n: queue.pending }) : bad ? say("refused_some", { n: bad }) : "";
}

function review() {
  const missing = unanswered().length, bad = queue.count("refused"), note = one("[data-pending]");
  note.textContent = queue.pending ? say("pending", { n: queue.pending }) : bad ? say("refused_some", { n: bad }) : missing ? say("unanswered", { n: missing }) : say("all_sent");
  note.className = `note ${queue.pending || missing ? "caution" : "good"}`;
  one("[data-submit]").disabled = Boolean(queue.pending);
}

async function submit() {
  const button = one("[data-submit]"), place = one('.step[data-step="submit"]');
  if (unanswered().length && !button.dataset.asked) { button.dataset.asked = "yes"; button.textContent = `${say("sure")} ${button.textContent}`; return; }
  button.disabled = true;
  button.classList.add("busy");
  try { await api("POST", `/v1/sessions/${session}/submission`); location.reload(); }
  catch (problem) { button.disabled = false; button.classList.remove("busy"); complain(place, say("failed", { why: problem.message })); }
}

if (document.getElementById("consent")) begin(); else follow();
