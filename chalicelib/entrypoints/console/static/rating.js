// Rating by keyboard: 1-5 chooses, Enter keeps.
const form = document.getElementById("rating");
if (form) addEventListener("keydown", (event) => {
  if (event.target.closest("textarea, select, input[type=text], input[type=number], input[name=reason]")) return;
  if (/^[1-5]$/.test(event.key)) {
    const radio = form.querySelector(`input[name=rating][value="${event.key}"]`);
    radio.checked = true;
    radio.focus();
  } else if (event.key === "Enter" && form.checkValidity() && !event.target.closest("a, button")) {
    event.preventDefault();
    form.requestSubmit();
  }
});
