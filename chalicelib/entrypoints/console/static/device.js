// Before the questions: consent, what makes it easier, the time zone, and whether this device can record and send.
import { api, complain, many, one, person, root, say, session } from "./page.js";
import { calibrate } from "./frames.js";
import { hide, show } from "./question.js";
import { Take, devices, supported } from "./recorder.js";

const PROBE_BYTES = 200 * 1024, VOICE_BITS = 32000, VIDEO_BITS = 432000, HEARD = 8;

export function consent(go) {
  const form = document.getElementById("consent");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = {}, picked = {};
    for (const box of many("input[type=checkbox]", form)) (("pick" in box.dataset) ? picked : given)[box.name] = box.checked;
    if (given.expression) given.country = form.elements.country.value;
    try {
      await api("POST", `/v1/candidates/${person}/consents`, given);
      if (form.dataset.picked !== JSON.stringify(picked)) allow((await api("PUT", `/v1/sessions/${session}/accommodations`, picked)).allowances, picked);
      form.dataset.picked = JSON.stringify(picked);
      root.dataset.frames = given.expression && (await api("GET", `/v1/sessions/${session}`)).expression.allowed ? "yes" : "";
      complain(form, "");
      go("device");
    } catch (problem) { complain(form, say("failed", { why: problem.message })); }
  });
  where(form);
  zone();
}

// Which country somebody lives in is asked with the consent that its law may bar; named in their own language.
function where(form) {
  const place = one("[data-country]", form), box = form.elements.expression, list = form.elements.country;
  if (!place || !box) return;
  const named = new Intl.DisplayNames([document.documentElement.lang], { type: "region" });
  const rows = [...list.options].slice(1);
  for (const row of rows) row.textContent = named.of(row.value);
  list.append(...rows.sort((a, b) => a.textContent.localeCompare(b.textContent, document.documentElement.lang)));
  const follow = () => { place.hidden = !box.checked; list.required = box.checked; };
  box.addEventListener("change", follow);
  follow();
}

function allow(allowances, picked) {
  for (const each of allowances) {
    const place = one(`.ask[data-question="${CSS.escape(each.question_id)}"]`);
    if (!place) continue;
    if (place.dataset.begun !== "yes") delete place.dataset.left;
    place.dataset.think = each.think_seconds;
    place.dataset.answer = each.answer_seconds;
    const limit = one("[data-limit]", place);
    if (limit) limit.textContent = say("limit", { n: Math.round((each.answer_seconds / 60) * 10) / 10 });
    if (picked.gentler && one(".gentler", place)) one(".gentler", place).open = true;
  }
  root.classList.toggle("text-only", picked.text_only);
  for (const choice of picked.text_only ? many("[data-mode=text]") : []) { choice.checked = true; choice.dispatchEvent(new Event("change")); }
}

// The deadline is one moment; the page tells it in the zone the person is in.
function zone() {
  const note = one("[data-zone]"), here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!here || here === note.dataset.zone) return;
  one("[data-zone-text]", note).textContent = say("zone", { here, kept: note.dataset.zone });
  note.hidden = false;
  one("button", note).addEventListener("click", async () => {
    try { await api("PUT", `/v1/candidates/${person}/timezone`, { timezone: here }); location.reload(); }
    catch (problem) { complain(document.getElementById("consent"), say("failed", { why: problem.message })); }
  });
}

let preview, watching;
export function check() {
  const place = one(".check"), note = one("[data-device]", place), look = one("[data-lens] button", place);
  look.addEventListener("click", async () => {
    look.disabled = true;
    await calibrate(preview.stream, place).catch(() => {});
    look.disabled = false;
  });
  many("[data-try]", place).forEach((button) => button.addEventListener("click", async () => {
    const tell = (key, tone) => { note.textContent = say(key); note.className = `note ${tone}`; note.hidden = false; };
    await stop();
    if (!supported()) return tell("unsupported", "caution");
    try { preview = new Take(await devices(button.dataset.try), button.dataset.try, { meter: one("meter", place) }); } catch { return tell("denied", "caution"); }
    show(place, preview);
    one("[data-lens]", place).hidden = !(button.dataset.try === "video" && root.dataset.frames === "yes");
    tell("speak", "");
    const began = performance.now(), meter = one("meter", place);
    watching = setInterval(() => {
      if (meter.value > HEARD) { tell("heard", "good"); clearInterval(watching); } else if (performance.now() - began > 8000) { tell("not_heard", "caution"); clearInterval(watching); }
    }, 150);
    return undefined;
  }));
}

export async function stop() {
  clearInterval(watching);
  if (!preview) return;
  const ended = preview;
  preview = null;
  await ended.stop();
  hide(one(".check"));
  one("[data-lens]").hidden = true;
}

// A try of the very way that answers go; what is sent is random, unread, and deleted after a day.
export async function network() {
  const note = one("[data-network]"), tell = (text, tone) => { note.textContent = text; note.className = `note ${tone}`; note.hidden = false; };
  tell(say("network_trying"), "");
  try {
    const permit = await api("POST", `/v1/sessions/${session}/upload-test`), form = new FormData(), bytes = new Uint8Array(PROBE_BYTES);
    for (let at = 0; at < bytes.length; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
    for (const [name, value] of Object.entries(permit.fields)) form.append(name, value);
    form.append("file", new Blob([bytes]));
    const start = performance.now();
    const answer = await fetch(permit.url, { method: "POST", body: form, signal: AbortSignal.timeout(60000) });
    if (!answer.ok) throw new Error(String(answer.status));
    const rate = (PROBE_BYTES * 8) / ((performance.now() - start) / 1000);
    const [voice, video] = [VOICE_BITS, VIDEO_BITS].map((bits) => Math.max(1, Math.round((bits * 60) / rate)));
    tell(say(video < 90 ? "network_ok" : "network_slow", { voice, video }), video < 90 ? "good" : "caution");
  } catch { tell(say(navigator.onLine ? "network_bad" : "network_none"), "caution"); }
}
