// What every part of the candidate's page stands on: its data, its words, its way to the API.
export const root = document.getElementById("interview");
export const { token, session, application, person, language } = root.dataset;
const words = JSON.parse(root.dataset.words);
export const { base, lang } = document.body.dataset;
export const one = (wanted, place = root) => place.querySelector(wanted);
export const many = (wanted, place = root) => [...place.querySelectorAll(wanted)];
export const say = (key, values = {}) => words[key].replace(/{(\w+)}/g, (_, name) => values[name]);
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
export const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function api(method, path, body, key, more = {}) {
  const headers = { Authorization: `Bearer ${token}`, Accept: "application/json" };
  if (method !== "GET") Object.assign(headers, { "Content-Type": "application/json", "Idempotency-Key": key || crypto.randomUUID() });
  const answer = await fetch(base + path, { method, headers, body: method === "GET" ? undefined : JSON.stringify(body || {}), credentials: "omit", ...more });
  const plain = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const told = [plain.message?.[lang] || answer.statusText, plain.next?.[lang]].filter(Boolean).join(" ");
    throw Object.assign(new Error(told), { status: answer.status, code: plain.code, refused: answer.status < 500 && answer.status !== 408 && answer.status !== 429 });
  }
  return plain;
}

export function complain(place, text) {
  const note = one("[role=alert]", place) || document.getElementById("problem");
  note.textContent = text;
  note.hidden = !text;
}

// A sentence that screen readers say and nobody has to see.
export const announce = (text) => { const live = document.getElementById("said"); if (live) live.textContent = text; };
