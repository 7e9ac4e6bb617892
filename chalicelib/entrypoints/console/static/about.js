// The optional form about oneself: sends what is chosen, or nothing, which takes all of it back.
import { api, complain, one, root, say } from "./page.js";

document.documentElement.classList.add("js");
const form = document.getElementById("about");
const kept = document.getElementById("kept");

async function send(stated, told) {
  complain(form, "");
  kept.hidden = true;
  try {
    await api("POST", `/v1/candidates/${root.dataset.person}/self-identification`, stated);
    kept.textContent = say(told);
    kept.hidden = false;
  } catch (problem) { complain(form, problem.message); }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  send(Object.fromEntries([...new FormData(form)].filter(([, value]) => value)), "saved");
});
one("[data-clear]")?.addEventListener("click", (event) => {
  event.preventDefault();
  for (const empty of form.querySelectorAll('input[value=""]')) empty.checked = true;
  send({}, "cleared");
});
