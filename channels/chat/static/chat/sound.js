// Is an answer heard? Only by who has asked for it: two soft tones, made here, no file.

export class Sound {
  constructor() {
    this.on = false;
    this.context = null;
  }

  // Browsers let a page sound after a click only: the switch is one.
  turn(on) {
    this.on = on;
    if (on) this.wake();
  }

  wake() {
    if (!this.on) return;
    this.context ??= new AudioContext();
    this.context.resume().catch(() => {});
  }

  play() {
    if (!this.on || this.context?.state !== "running") return;
    const { currentTime: now } = this.context;
    [660, 880].forEach((pitch, index) => this.tone(pitch, now + index * 0.12));
  }

  tone(pitch, at) {
    const tone = this.context.createOscillator();
    const volume = this.context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.08, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.28);
    tone.connect(volume).connect(this.context.destination);
    tone.start(at);
    tone.stop(at + 0.3);
  }
}
