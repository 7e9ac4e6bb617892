// The sum of the weights while they are typed; what is not saved is not adopted. Both work without it, after saving.
const editor = document.getElementById("editor");
const sum = document.getElementById("weight-sum");
const dirty = document.getElementById("dirty");

const add = () => {
  const fields = [...editor.querySelectorAll("[data-weight]")];
  const total = fields.reduce((all, field) => all + (Number.parseInt(field.value, 10) || 0), 0);
  sum.value = total;
  sum.closest(".total").classList.toggle("off", total !== Number(sum.dataset.whole));
};
if (editor && sum) {
  let saved = true;
  editor.addEventListener("input", (event) => {
    if (event.target.matches("[data-weight]")) add();
    saved = false;
    for (const button of document.querySelectorAll("[data-clean]")) button.disabled = true;
    if (dirty) dirty.hidden = false;
  });
  editor.addEventListener("submit", () => { saved = true; });
  addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
  add();
}
