// Lights up a finding's words and a word's finding; adds empty criteria. Both work without it, as links.
const lit = (nodes, on) => nodes.forEach((node) => node.classList.toggle("lit", on));
const wordsOf = (number) => document.querySelectorAll(`mark[data-of~="${number}"]`);

for (const finding of document.querySelectorAll("[data-finding]")) {
  const number = finding.dataset.finding;
  for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]])
    finding.addEventListener(name, () => lit([finding, ...wordsOf(number)], on));
  finding.addEventListener("click", (event) => {
    if (!event.target.closest("a")) wordsOf(number)[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
  });
}
for (const mark of document.querySelectorAll("mark[data-of]")) {
  const numbers = mark.dataset.of.split(" ");
  for (const [name, on] of [["pointerenter", true], ["pointerleave", false]])
    mark.addEventListener(name, () => lit(numbers.flatMap((n) => [document.getElementById(`f-${n}`), ...wordsOf(n)]), on));
}
for (const link of document.querySelectorAll("[data-line]")) {
  const line = document.getElementById(link.dataset.line);
  if (line) for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])
    link.addEventListener(name, () => lit([line], on));
}

// ---- an empty criterion is the rule's own template, numbered on
const rows = document.getElementById("criteria");
for (const link of document.querySelectorAll("[data-add]")) link.addEventListener("click", (event) => {
  event.preventDefault();
  const number = rows.children.length;
  const made = document.getElementById(`row-${link.dataset.add}`).content.cloneNode(true);
  for (const node of made.querySelectorAll("*")) for (const { name, value } of [...node.attributes])
    if (value.includes(`new-${link.dataset.add}`)) node.setAttribute(name, value.replaceAll(`new-${link.dataset.add}`, number));
  rows.append(made);
  rows.lastElementChild.querySelector("input:not([type=hidden], [type=checkbox]), select").focus();
  document.getElementById("no-criteria")?.remove();
});
