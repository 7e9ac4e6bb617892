// One question: time to think that can be skipped, then an answer in writing, by voice or on video.
import { touched, watch } from "./drafts.js";
import { announce, clock, complain, language, many, one, root, say, session } from "./page.js";
import { pieces } from "./queue.js";
import { Take, devices, extension, recovered, supported } from "./recorder.js";

let take = null, thinking;
const made = new Map();
export const recording = () => Boolean(take);
export const modeOf = (place) => one("[data-mode]:checked", place).dataset.mode;
const practising = (place) => "practice" in place.dataset;

export function prepare(place, queue, gone) {
  many("[data-mode]", place).forEach((choice) => choice.addEventListener("change", () => { turn(place); touched(place); }));
  one("[data-record]", place).addEventListener("click", () => (take ? finish(place) : record(place, queue)));
  one("[data-save]", place).addEventListener("click", () => save(place, queue, gone));
  one("[data-begin]", place)?.addEventListener("click", () => begin(place, true));
  one("[data-resend]", place)?.addEventListener("click", () => queue.again(place.dataset.question));
  one("[data-download]", place)?.addEventListener("click", () => download(place, queue));
  one(".gentler", place)?.addEventListener("toggle", () => longer(place));
  if (!practising(place)) watch(place);
  turn(place);
}

// ---- thinking: a countdown that waits on every device where it stopped, and ends when the person wants
export function think(place) {
  clearInterval(thinking);
  const box = one(".thinking", place);
  if (!box || place.dataset.begun === "yes" || place.dataset.state) return open(place);
  box.hidden = false;
  one(".answering", place).hidden = true;
  place.dataset.left ||= place.dataset.think;
  const tick = () => {
    if (document.hidden || box.closest("[hidden]")) return;
    const left = Number(place.dataset.left);
    one(".count", box).textContent = clock(Math.max(0, left));
    one("progress", box).max = Number(place.dataset.think);
    one("progress", box).value = left;
    if (left <= 0) begin(place, false);
    place.dataset.left = Math.max(0, left - 1);
    if (left % 10 === 5) touched(place);
  };
  tick();
  thinking = setInterval(tick, 1000);
  return undefined;
}

function longer(place) {
  const open_ = one(".gentler", place).open, { think: plain, gentler } = place.dataset;
  if (open_ && gentler > plain && place.dataset.begun !== "yes") {
    place.dataset.left = Number(place.dataset.left || plain) + Number(gentler) - Number(plain);
    place.dataset.think = gentler;
  }
  touched(place);
}

function begin(place, asked) {
  clearInterval(thinking);
  place.dataset.begun = "yes";
  open(place);
  announce(say("think_over"));
  touched(place, 0);
  if (asked) (modeOf(place) === "text" ? one("textarea", place) : one("[data-record]", place)).focus();
}

function open(place) {
  const box = one(".thinking", place);
  if (box) box.hidden = true;
  one(".answering", place).hidden = false;
}

export function turn(place) {
  const spoken = modeOf(place) !== "text", label = one("[data-text-label]", place);
  one(".studio", place).hidden = !spoken;
  one("[data-transcript-note]", place).hidden = !spoken;
  label.textContent = spoken ? label.dataset.spoken : label.dataset.typed;
  complain(place, spoken && !supported() ? say("unsupported") : "");
}

// Writing always works: said kindly, and nothing that was written is lost.
function toText(place, why) {
  one("[data-mode=text]", place).checked = true;
  turn(place);
  complain(place, say(why));
  one("textarea", place).focus();
  touched(place);
}

// ---- recording
// Frames go beside the answer, and only while nothing of an answer is on its way.
function wished(place, queue) {
  if (root.dataset.frames !== "yes" || practising(place)) return null;
  const number = Number(root.dataset.takes) - Number(place.dataset.takes) + 1;
  return { question: place.dataset.question, take: number, quiet: () => !queue.pending, ended: () => { one("[data-frames]", place).hidden = true; } };
}

async function record(place, queue) {
  const mode = modeOf(place), button = one("[data-record]", place), most = Number(place.dataset.answer);
  complain(place, "");
  try {
    const name = practising(place) ? "" : `${session}/${place.dataset.question}/${mode}`;
    take = new Take(await devices(mode), mode, { name, meter: one("meter", place), frames: wished(place, queue), language });
    one("[data-frames]", place).hidden = !(take.wish && mode === "video");
  } catch { toText(place, "denied"); return; }
  take.recorder.addEventListener("error", () => finish(place));
  await pieces.drop(take.name).catch(() => {});
  one(".playback", place).replaceChildren();
  many("[data-mode]", place).forEach((choice) => { choice.disabled = true; });
  show(place, take);
  button.classList.add("recording");
  one("[data-label]", button).textContent = button.dataset.stop;
  announce(say("recording_begun", { time: clock(most) }));
  take.start((seconds) => {
    one(".clock", place).textContent = `${say("recording", { time: clock(seconds) })} / ${clock(most)}`;
    if (most - seconds === 15) announce(say("nearly", { n: 15 }));
    if (seconds >= most) finish(place);
  });
}

export async function finish(place) {
  const ended = take, button = one("[data-record]", place), text = one("textarea", place);
  if (!ended) return;
  take = null;
  const found = await ended.stop();
  hide(place);
  one("[data-frames]", place).hidden = true;
  button.classList.remove("recording");
  many("[data-mode]", place).forEach((choice) => { choice.disabled = false; });
  if (!found.blob.size) { toText(place, "record_failed"); return; }
  one("[data-label]", button).textContent = button.dataset.again;
  one(".clock", place).textContent = say("recorded", { time: clock(found.seconds) });
  if (found.heard) { text.value = found.heard; delete text.dataset.typed; touched(place); }
  keep(place, { ...found, mode: ended.mode, name: ended.name });
  announce(say("recorded", { time: clock(found.seconds) }));
}

function keep(place, found) { made.set(place.dataset.question, found); playback(place, found.blob); }

export async function recover() {
  for (const [name, blob] of await recovered().catch(() => new Map())) {
    const [owner, question, mode] = name.split("/");
    const place = one(`.ask[data-question="${CSS.escape(question || "")}"]`);
    if (owner !== session || !place) continue;
    one(`[data-mode=${mode}]`, place).checked = true;
    place.dataset.begun = "yes";
    turn(place);
    keep(place, { blob, seconds: 0, heard: "", mode, name });
    one(".clock", place).textContent = say("recovered");
    one("[data-label]", place).textContent = one("[data-record]", place).dataset.again;
  }
}

export function show(place, shown) {
  one(".meter", place).hidden = false;
  one(".stage", place).hidden = shown.mode !== "video";
  if (shown.mode === "video") { const video = one(".stage video", place); video.srcObject = shown.stream; video.play().catch(() => {}); }
}
export function hide(place) { one(".meter", place).hidden = true; one(".stage", place).hidden = true; one(".stage video", place).srcObject = null; }
function playback(place, blob) {
  const player = document.createElement(blob.type.startsWith("video") ? "video" : "audio");
  Object.assign(player, { controls: true, playsInline: true, src: URL.createObjectURL(blob) });
  player.setAttribute("aria-label", say("playback"));
  one(".playback", place).replaceChildren(player);
}

// ---- sending
async function save(place, queue, gone) {
  if (take) await finish(place);
  const { question } = place.dataset, mode = modeOf(place), text = one("textarea", place), found = mode === "text" ? null : made.get(question);
  if (!found && mode !== "text" && text.value.trim().length < 2) { complain(place, say("nothing_recorded")); return; }
  if (!found && text.value.trim().length < 2) { complain(place, say("short")); return; }
  complain(place, "");
  if (practising(place)) { gone(place); return; }
  const engine = found?.heard && !text.dataset.typed ? "device" : "typed";
  const document_ = { schema: 1, mode: found ? mode : "text", language, text: text.value.trim(), engine };
  const files = [];
  if (found) {
    const data = await found.blob.arrayBuffer(), name = `recording.${extension(found.blob.type)}`;
    const print = [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    document_.recording = { name, sha256: print, size: data.byteLength };
    if (found.seconds) document_.duration_seconds = found.seconds;
    files.push({ kind: "answer", name, type: found.blob.type, data });
  }
  files.push({ kind: "answer", name: "answer.json", type: "application/json", data: new TextEncoder().encode(JSON.stringify(document_)).buffer });
  try { await queue.add({ question, mode: document_.mode, files }); }
  catch { complain(place, say("not_kept")); return; }
  if (found) await pieces.drop(found.name).catch(() => {});
  made.delete(question);
  place.dataset.takes = Math.max(0, Number(place.dataset.takes) - 1);
  gone(place);
}

// ---- an answer that was not taken stays here, to be sent again or to be kept by its owner
async function download(place, queue) {
  const item = await queue.refused(place.dataset.question);
  for (const file of item?.files.filter((each) => each.kind === "answer") ?? []) {
    const written = file.name === "answer.json";
    const data = written ? JSON.parse(new TextDecoder().decode(file.data)).text : file.data;
    if (!data) continue;
    const link = document.createElement("a"), number = many(".ask[data-question]").indexOf(place) + 1;
    link.href = URL.createObjectURL(new Blob([data], { type: written ? "text/plain" : file.type }));
    link.download = `hireloop-${number}-${written ? "answer.txt" : file.name}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
}

export function pause() { if (take) { if (document.hidden) take.pause(); else take.resume(); } }
