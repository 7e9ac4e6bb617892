// Frames of a video answer while it is recorded, only where the person agreed: one a second, a few
// at a time, lost rather than waited for. An answer never waits for one.
import { api, later, one, say, session } from "./page.js";
import { post } from "./queue.js";

const LONG_SIDE = 720, QUALITY = 0.8, AT_ONCE = 5, MOST = 600, MOST_WAITING = 30, LENS = "lens", LOOKS = 4, LOOK_MS = 500;

export class Frames {
  constructor(stream, { question, take, quiet = () => true, ended = () => {} }) {
    Object.assign(this, { question, take, quiet, ended, began: Math.floor(Date.now() / 1000), waiting: [], least: AT_ONCE, sending: false, over: false });
    this.video = Object.assign(document.createElement("video"), { srcObject: stream, muted: true, playsInline: true });
    this.canvas = document.createElement("canvas");
    this.video.play().catch(() => {});
  }

  async capture(number) {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (this.over || !width || number < 1 || number > MOST) return;
    const scale = Math.min(1, LONG_SIDE / Math.max(width, height));
    Object.assign(this.canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    this.canvas.getContext("2d").drawImage(this.video, 0, 0, this.canvas.width, this.canvas.height);
    const picture = await new Promise((done) => this.canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!picture || this.over) return;
    this.waiting.push({ number, data: await picture.arrayBuffer() });
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
    if (this.waiting.length >= AT_ONCE) this.pump();
  }

  // The last few go too, if they can; then the camera is let go.
  finish() {
    this.video.srcObject = null;
    this.least = 1;
    return this.pump();
  }

  drop() { this.over = true; this.waiting = []; this.ended(); }

  async pump() {
    if (this.sending) return;
    this.sending = true;
    while (!this.over && this.waiting.length >= this.least && this.quiet()) await this.send(this.waiting.splice(0, AT_ONCE));
    this.sending = false;
  }

  async send(batch) {
    const first = batch[0].number, near = batch.filter((each) => each.number < first + 10);
    try {
      const wish = { take: this.take, began: this.began, first, count: near.at(-1).number - first + 1 };
      const permit = await api("POST", `/v1/sessions/${session}/answers/${this.question}/frames`, wish);
      if (!permit.allowed) { this.drop(); return; }
      await Promise.all(near.map((each) => post(permit.frames[each.number - first], { type: "image/jpeg", data: each.data }, permit.frames[each.number - first].key_prefix).catch(() => {})));
    } catch (problem) { if (problem.refused) this.drop(); }
  }
}

// Two seconds at the lens, two at the words: afterwards the lens can be told from the screen.
export async function calibrate(stream, place) {
  const note = one("[data-lens-said]", place), frames = new Frames(stream, { question: LENS, take: 1 });
  const tell = (key) => { note.textContent = say(key); note.hidden = false; };
  let number = 0;
  for (const key of ["lens_look", "lens_read"]) {
    tell(key);
    await later(1200);
    for (let look = 0; look < LOOKS; look += 1) { number += 1; await frames.capture(number); await later(LOOK_MS); }
  }
  await frames.finish();
  tell(frames.over ? "lens_off" : "lens_done");
}
