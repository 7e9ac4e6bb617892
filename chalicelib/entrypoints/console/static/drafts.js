// Drafts: kept on the server, so that another device goes on at the same question; here as well while there is no network.
import { api, many, one, say, session } from "./page.js";

const QUIET_MS = 2000;
const box = (name) => `draft-${session}-${name}`;
const stands = new Map();

function told(place) {
  const { begun, left } = place.dataset;
  return { text: one("textarea", place).value, mode: one("[data-mode]:checked", place).dataset.mode, begun: begun === "yes", gentler: Boolean(one(".gentler", place)?.open), think_left_seconds: left ? Number(left) : null, here: !place.hidden };
}

export function watch(place) {
  const name = place.dataset.question, text = one("textarea", place);
  const state = { revision: Number(place.dataset.revision || 0), dirty: false, timer: 0, saving: false };
  stands.set(name, state);
  const here = JSON.parse(localStorage.getItem(box(name)) || "null");
  if (here?.dirty && here.text !== text.value) {
    if (here.seen === state.revision) { text.value = here.text; touched(place); } else offer(place, here.text, say("draft_here"));
  }
  text.addEventListener("input", () => { text.dataset.typed = "yes"; touched(place); });
}

export function touched(place, soon = QUIET_MS) {
  const state = stands.get(place.dataset.question);
  if (!state) return;
  state.dirty = true;
  remember(place, state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(place), soon);
}

function remember(place, state) {
  try { localStorage.setItem(box(place.dataset.question), JSON.stringify({ text: one("textarea", place).value, seen: state.revision, dirty: state.dirty })); } catch { /* no room here; the server has it */ }
}

export async function save(place, last = false) {
  const name = place.dataset.question, state = stands.get(name);
  if (!state?.dirty || state.saving) return;
  const written = told(place);
  state.saving = true;
  mark(place, "draft_saving");
  try {
    const kept = await api("PUT", `/v1/sessions/${session}/drafts/${encodeURIComponent(name)}`, { ...written, seen: state.revision }, undefined, last ? { keepalive: true } : {});
    state.revision = kept.revision;
    state.dirty = JSON.stringify({ ...told(place), here: 0 }) !== JSON.stringify({ ...written, here: 0 });
    remember(place, state);
    if (state.dirty) touched(place); else mark(place, "draft_saved");
  } catch (problem) {
    if (problem.code === "draft-newer") await meet(place, state);
    else { mark(place, "draft_kept_here"); if (!problem.refused) state.timer = setTimeout(() => save(place), 15000); }
  } finally { state.saving = false; }
}

function mark(place, key) { const note = one("[data-draft]", place); if (note) note.textContent = say(key); }

// Another device went on with this answer: what is written here stays, the other text is offered.
async function meet(place, state) {
  const found = (await api("GET", `/v1/sessions/${session}`).catch(() => null))?.progress?.drafts.find((each) => each.question_id === place.dataset.question);
  if (!found) return;
  state.revision = found.revision;
  mark(place, "draft_kept_here");
  if (found.text !== one("textarea", place).value) offer(place, found.text, say("draft_elsewhere"));
}

function offer(place, other, why) {
  const note = one("[data-other]", place), text = one("textarea", place);
  one("[data-other-why]", note).textContent = why;
  one("blockquote", note).textContent = other;
  note.hidden = false;
  const end = (taken) => { note.hidden = true; if (taken) text.value = other; touched(place, 0); text.focus(); };
  one("[data-take]", note).onclick = () => end(true);
  one("[data-keep]", note).onclick = () => end(false);
}

// Leaving the page, or putting the phone away: what is not saved yet goes now.
export function leaving() { for (const place of many(".ask[data-question]:not([data-practice])")) save(place, true); }
