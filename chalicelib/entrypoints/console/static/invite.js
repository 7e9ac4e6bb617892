// Inviting many: chosen by filter or by hand, sent a hundred at a time, each outcome told.
const AT_ONCE = 100, MOST = 1000, TRIES = 5;

export function invitations(form, { api, fill, wait, say, lang }) {
  const words = JSON.parse(form.dataset.words), boxes = [...form.querySelectorAll("[name='application_ids[]']")];
  const panel = form.querySelector(".pick-many"), report = form.querySelector("[data-report]"), button = form.querySelector("button[type=submit]");
  const field = (name) => panel.querySelector(`[data-${name}]`), told = (name) => report.querySelector(name);
  if (!boxes.length) return;
  panel.hidden = false;

  const fits = ({ dataset: { points, failed, unstated } }) => Number(points) >= Number(field("fit").value || 0) && (!field("met").checked || failed === "0") && (!field("stated").checked || unstated === "0");
  const count = () => { field("chosen").textContent = fill(words.chosen, { n: boxes.filter((box) => box.checked).length }); };
  const choose = () => { boxes.forEach((box) => { box.checked = field("all").checked && fits(box); }); count(); };
  panel.addEventListener("change", choose);
  boxes.forEach((box) => box.addEventListener("change", count));
  count();

  // The same people for the same days are the same call: pressed again it goes on and doubles nothing.
  const keys = new Map();
  async function slice(names, days) {
    const wish = `${days}/${names.join()}`, key = keys.get(wish) || crypto.randomUUID();
    keys.set(wish, key);
    for (let tries = 1; ; tries += 1) {
      try {
        const given = await api("POST", `/v1/requisitions/${form.dataset.requisition}/invitations`, { application_ids: names, deadline_days: days }, key);
        if (tries < TRIES && given.refused.some((each) => each.retry)) continue; // the same call goes on with the rest
        return given;
      } catch (problem) {
        if (tries >= TRIES || (problem.status >= 400 && problem.status < 500 && problem.status !== 429)) throw problem;
        await wait(500 * 2 ** tries);
      }
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = boxes.filter((box) => box.checked), names = chosen.map((box) => box.value), days = Number(form.elements.deadline_days.value);
    const bar = told("progress"), sum = told("[data-sum]"), list = told("[data-refused]");
    report.hidden = false;
    list.replaceChildren();
    if (!names.length || names.length > MOST) { sum.textContent = names.length ? words.too_many : words.none; bar.hidden = true; return; }
    Object.assign(bar, { hidden: false, max: names.length, value: 0 });
    button.disabled = true;
    button.classList.add("busy");
    let done = 0, bad = 0;
    try {
      for (let at = 0; at < names.length; at += AT_ONCE) {
        const part = names.slice(at, at + AT_ONCE);
        sum.textContent = fill(words.going, { done: at, all: names.length });
        const given = await slice(part, days);
        done += given.invited.length;
        bad += given.refused.length;
        const invited = new Set(given.invited.map((each) => each.application_id));
        chosen.filter((box) => invited.has(box.value)).forEach((box) => { box.checked = false; box.closest("label").hidden = true; box.disabled = true; });
        for (const each of given.refused) line(list, boxes.find((box) => box.value === each.application_id), each);
        bar.value = at + part.length;
      }
      sum.textContent = fill(words.ended, { n: done, bad });
    } catch (problem) { sum.textContent = fill(words.stopped, { why: problem.message, left: names.length - done - bad }); }
    say(sum.textContent);
    button.disabled = false;
    button.classList.remove("busy");
    count();
    if (done && !bad && done === names.length) setTimeout(() => location.reload(), 2500);
  });

  function line(list, box, refused) {
    const item = document.createElement("li"), name = box?.closest("tr").querySelector(".main a")?.textContent.trim() || refused.application_id;
    item.textContent = `${name}: ${refused.message[lang]}`;
    list.append(item);
  }
}
