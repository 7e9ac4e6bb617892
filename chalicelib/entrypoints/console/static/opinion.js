// The candidate's opinion of the process: sent once, without anything that was left out.
import { api, complain, root, say } from "./page.js";

document.documentElement.classList.add("js");
const form = document.getElementById("opinion");
const kept = document.getElementById("kept");

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  complain(form, "");
  const given = [...new FormData(form)].filter(([, value]) => value.trim());
  const body = Object.fromEntries(given.map(([name, value]) => [name, name === "remark" ? value : Number(value)]));
  try {
    await api("POST", `/v1/applications/${root.dataset.application}/opinion`, body);
    form.hidden = true;
    kept.textContent = say("saved");
    kept.hidden = false;
    kept.scrollIntoView({ block: "center" });
  } catch (problem) { complain(form, problem.message); }
});
