// One take of voice or video: level, pieces kept as they come, frames only where the person agreed.
import { Frames } from "./frames.js";
import { pieces } from "./queue.js";

const VIDEO = ["video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/webm;codecs=vp8,opus", "video/mp4;codecs=avc1.42E01E,opus", "video/webm", "video/mp4"];
const VOICE = ["audio/webm;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4;codecs=opus", "audio/webm", "audio/mp4"];

export const supported = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
const typeFor = (mode) => (mode === "video" ? VIDEO : VOICE).find((type) => !MediaRecorder.isTypeSupported || MediaRecorder.isTypeSupported(type));
export const extension = (type) => (type.includes("mp4") ? "mp4" : "webm");

export async function devices(mode) {
  const video = mode === "video" ? { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15, max: 24 } } : false;
  return navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true }, video });
}

export class Take {
  constructor(stream, mode, { name, meter, frames = null, language = "zh" }) {
    Object.assign(this, { stream, mode, name, meter, wish: frames, language, chunks: [], seconds: 0, heard: "", number: 0 });
    this.type = typeFor(mode);
    this.recorder = new MediaRecorder(stream, { mimeType: this.type, audioBitsPerSecond: 32000, videoBitsPerSecond: 400000 });
    this.recorder.ondataavailable = ({ data }) => this.take(data);
    this.level();
  }

  async take(data) {
    if (!data.size) return;
    this.chunks.push(data);
    const number = this.number++;
    if (this.name) await pieces.keep(this.name, number, await data.arrayBuffer(), this.type.split(";")[0]).catch(() => {});
  }

  level() {
    const context = new AudioContext(), analyser = context.createAnalyser(), wave = new Uint8Array(512);
    context.createMediaStreamSource(this.stream).connect(analyser);
    this.context = context;
    this.levels = setInterval(() => {
      analyser.getByteTimeDomainData(wave);
      const loud = Math.sqrt(wave.reduce((sum, each) => sum + (each - 128) ** 2, 0) / wave.length);
      if (this.meter) this.meter.value = Math.min(100, loud * 4);
    }, 100);
  }

  start(tick = () => {}) {
    this.recorder.start(2000);
    this.clock = setInterval(() => { if (this.recorder.state === "recording") { this.seconds += 1; tick(this.seconds); this.frames?.capture(this.seconds).catch(() => {}); } }, 1000);
    if (this.mode === "video" && this.wish) this.frames = new Frames(this.stream, this.wish);
    this.listen();
  }

  // Transcribes only where the browser does it on this device; speech is never sent to a recogniser elsewhere.
  async listen() {
    const Recognition = window.SpeechRecognition;
    const spoken = this.language === "zh" ? "zh-CN" : "en-US";
    if (!Recognition?.available || !("processLocally" in Recognition.prototype)) return;
    const there = await Recognition.available({ langs: [spoken], processLocally: true }).catch(() => "");
    if (there !== "available" || this.recorder.state !== "recording") return;
    this.recognition = Object.assign(new Recognition(), { lang: spoken, continuous: true, interimResults: false, processLocally: true });
    this.recognition.onresult = (event) => { for (let n = event.resultIndex; n < event.results.length; n += 1) if (event.results[n].isFinal) this.heard += event.results[n][0].transcript; };
    try { this.recognition.start(); } catch { this.recognition = null; }
  }

  pause() { if (this.recorder.state === "recording") this.recorder.pause(); }
  resume() { if (this.recorder.state === "paused") this.recorder.resume(); }

  stop() {
    for (const timer of [this.levels, this.clock]) clearInterval(timer);
    this.recognition?.stop();
    this.frames?.finish().catch(() => {});
    return new Promise((resolve) => {
      this.recorder.onstop = () => {
        this.stream.getTracks().forEach((track) => track.stop());
        this.context.close();
        resolve({ blob: new Blob(this.chunks, { type: this.type.split(";")[0] }), seconds: this.seconds, heard: this.heard });
      };
      if (this.recorder.state === "inactive") this.recorder.onstop(); else this.recorder.stop();
    });
  }
}

// Pieces of a take that a crash or reload cut off, joined again: name -> blob.
export async function recovered() {
  const found = new Map();
  for (const piece of await pieces.all()) found.set(piece.take, [...(found.get(piece.take) || []), piece]);
  return new Map([...found].map(([name, parts]) => [name, new Blob(parts.map((each) => each.data), { type: parts[0].type || (name.endsWith("video") ? "video/webm" : "audio/webm") })]));
}
