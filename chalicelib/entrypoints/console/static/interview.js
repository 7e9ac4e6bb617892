// The interview, step by step. The page reads without it; answering needs it.
import { check, consent, network, stop } from "./device.js";
import { leaving, touched } from "./drafts.js";
import { announce, api, application, complain, later, many, one, root, say, session } from "./page.js";
import { finish, pause, prepare, recording, recover, think } from "./question.js";
import { Queue } from "./queue.js";

document.documentElement.classList.add("js");

// ---- after the interview: buttons that post, and a look now and then whether something changed
for (const button of many("[data-post]")) button.addEventListener("click", async () => {
  if ("sure" in button.dataset && !button.dataset.asked) { button.dataset.asked = "yes"; button.textContent = say("sure"); return; }
  button.disabled = true;
  try { await api("POST", button.dataset.post, JSON.parse(button.dataset.body || "{}")); location.reload(); }
  catch (problem) { button.disabled = false; complain(root, say("failed", { why: problem.message })); }
});

async function follow() {
  for (;;) {
    await later(8000);
    if (document.hidden) continue;
    const given = await api("GET", `/v1/applications/${application}`).catch(() => null);
    if (given && given.stage !== root.dataset.stage) location.reload();
  }
}

// ---- steps
const order = ["about", "consent", "device", "questions", "submit"];
const asks = () => many(".ask[data-question]:not([data-practice])");
const ask = (question) => one(`.ask[data-question="${CSS.escape(question)}"]`);
async function go(step, question) {
  const before = recording() && many(".ask").find((each) => one(".recording", each));
  if (before) await finish(before);
  await stop();
  many(".step").forEach((each) => { each.hidden = each.dataset.step !== step; });
  asks().forEach((each) => { each.hidden = each.dataset.question !== question; });
  many("#steps li").forEach((each) => {
    const place = order.indexOf(each.dataset.step) - order.indexOf(step);
    each.classList.toggle("past", place < 0);
    if (place) each.removeAttribute("aria-current"); else each.setAttribute("aria-current", "step");
  });
  document.documentElement.classList.toggle("begun", step !== "about");
  if (step === "device") network();
  if (step === "submit") { review(); lookAfter(); }
  if (step === "questions" && question) { think(ask(question)); touched(ask(question), 0); }
  const shown = step === "questions" ? ask(question) : one(`.step[data-step="${step}"]`), title = one("h2", shown);
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

const HERE = ["rated", "not_scored", "joined", "transcribing"]; // states in which every part has come
const DONE = ["sent", "saved", "sending", "waiting", ...HERE];
const standing = (question) => queue?.states.get(question)?.state || ask(question).dataset.state;
const unanswered = () => asks().filter((each) => !DONE.includes(standing(each.dataset.question)));
function next(after) {
  const all = asks(), start = after ? all.indexOf(after) + 1 : 0, open = unanswered();
  const place = open.find((each) => all.indexOf(each) >= start) || (after ? null : open[0]);
  if (place) go("questions", place.dataset.question); else go("submit");
}

let queue, started;
function begin() {
  queue = new Queue(session, api);
  queue.addEventListener("state", ({ detail }) => { paint(detail.question); if (detail.state === "sent") lookAfter(); });
  document.getElementById("steps").hidden = false;
  many("[data-go]").forEach((button) => button.addEventListener("click", () => (button.dataset.go === "questions" ? resume() : go(button.dataset.go))));
  prepare(one("[data-practice]"), null, () => { const note = one("[data-practised]"); note.textContent = say("practice_done"); note.hidden = false; announce(note.textContent); });
  asks().forEach(ready);
  many("[data-open]").forEach(opens);
  started = queue.start().catch(() => complain(root, say("no_storage")));
  one("[data-submit]").addEventListener("click", submit);
  addEventListener("beforeunload", (event) => { if (queue.pending || recording()) event.preventDefault(); });
  addEventListener("pagehide", leaving);
  document.addEventListener("visibilitychange", () => { pause(); if (document.hidden) leaving(); });
  navigator.storage?.persist?.();
  consent(go);
  check();
  const agreed = one("#consent [name=interview]").checked, begun = root.dataset.place || asks().some((each) => each.dataset.state);
  if (asks().some((each) => each.dataset.state && !HERE.includes(each.dataset.state))) lookAfter();
  if (agreed && begun) { one("[data-back]").hidden = false; go("device"); } else go("about");
  recover();
}

function ready(place) {
  prepare(place, queue, () => next(place));
  one("[data-later]", place).addEventListener("click", () => next(place));
  paint(place.dataset.question);
}

const opens = (button) => button.addEventListener("click", () => go("questions", button.dataset.open));

// Where another device, or this one yesterday, stopped; an answer that was not taken goes first.
async function resume() {
  await started;
  const place = asks().find((each) => standing(each.dataset.question) === "refused") || (root.dataset.place && ask(root.dataset.place));
  if (place && unanswered().includes(place)) { root.dataset.place = ""; await go("questions", place.dataset.question); } else next();
}

// ---- how answers stand; a follow-up comes when one was read, waits at the end and keeps nobody from handing in
let looking = 0;
async function lookAfter() {
  if (looking > performance.now()) return;
  looking = performance.now() + 45000;
  for (const pause_ of [1500, 2500, 4000, 6000, 10000, 15000]) {
    await later(pause_);
    const given = await api("GET", `/v1/sessions/${session}`).catch(() => null);
    if (!given) continue;
    for (const each of given.answers) { const place = ask(each.question_id); if (place && place.dataset.state !== each.state) { place.dataset.state = each.state; paint(each.question_id); } }
    if (given.follow_ups.some((each) => !ask(each.question_id))) await adopt();
    if (given.answers.every((each) => !["expected", "incomplete", "transcribing"].includes(each.state)) && !queue.pending) break;
  }
  looking = 0;
}

async function adopt() {
  const text = await fetch(location.href, { credentials: "same-origin" }).then((answer) => answer.text(), () => "");
  const fresh = new DOMParser().parseFromString(text, "text/html");
  for (const found of fresh.querySelectorAll(".ask[data-follows]")) {
    const name = found.dataset.question;
    if (ask(name)) continue;
    const place = document.importNode(found, true), line = fresh.querySelector(`.overview [data-open="${CSS.escape(name)}"]`)?.closest("li");
    place.hidden = true;
    one('.step[data-step="questions"]').append(place);
    if (line) { const row = document.importNode(line, true); one(".overview").append(row); opens(one("[data-open]", row)); }
    ready(place);
    announce(say("follow_up"));
  }
  tray();
  if (!one('.step[data-step="submit"]').hidden) review();
}

// ---- what has been sent
const TONES = { saved: "caution", waiting: "caution", sending: "busy", sent: "good", refused: "bad", elsewhere: "caution" };
function paint(question) {
  const place = ask(question), known = queue.states.get(question), { state: kept } = place.dataset;
  const state = known?.state || (HERE.includes(kept) ? "sent" : kept ? "elsewhere" : "none");
  for (const line of [one(".state", place), one(`[data-state-of="${CSS.escape(question)}"]`)].filter(Boolean)) {
    line.textContent = say(`state_${state}`, { percent: known?.percent ?? 0, why: known?.why ?? "" });
    if (TONES[state]) line.dataset.tone = TONES[state]; else delete line.dataset.tone;
  }
  const box = one("[data-kept]", place), out = [401, 410].includes(known?.status);
  box.hidden = known?.state !== "refused";
  one("[data-why]", box).textContent = box.hidden ? "" : known.why;
  one("[data-what]", box).textContent = box.hidden ? "" : say(out ? "kept_reopen" : "kept");
  const left = Number(place.dataset.takes);
  one("[data-left]", place).textContent = left > 0 ? say("left", { n: left }) : say("no_takes");
  one("[data-save]", place).disabled = left <= 0;
  tray();
  if (!one('.step[data-step="submit"]').hidden) review();
}

function tray() {
  const place = document.getElementById("tray"), bad = queue.count("refused"), more = asks().filter((each) => "follows" in each.dataset && unanswered().includes(each)).length;
  const text = queue.count("waiting") ? say("state_waiting") : queue.pending ? say("pending", { n: queue.pending }) : bad ? say("refused_some", { n: bad }) : more && !one('.step[data-step="questions"]').hidden ? say("follow_up") : "";
  place.hidden = !text;
  place.textContent = text;
}

function review() {
  const missing = unanswered(), bad = queue.count("refused"), note = one("[data-pending]"), asked = missing.find((each) => "follows" in each.dataset);
  note.textContent = queue.pending ? say("pending", { n: queue.pending }) : bad ? say("refused_some", { n: bad }) : missing.length ? say("unanswered", { n: missing.length }) : say("all_sent");
  note.className = `note ${queue.pending || missing.length || bad ? "caution" : "good"}`;
  const once = one("[data-once-more]");
  once.hidden = !asked;
  if (asked) one("button", once).onclick = () => go("questions", asked.dataset.question);
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
