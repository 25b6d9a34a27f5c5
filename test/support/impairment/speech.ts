const SAMPLE_RATE = 48_000;

/** Returns ten seconds of speech-like sound as mono WAV: a voice of 120 Hz, four syllables a second, with a pause after each sentence unless `pauses` is false. */
export function speech({ pauses = true } = {}): Buffer {
  const samples = 10 * SAMPLE_RATE;
  const wave = Buffer.alloc(44 + samples * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples * 2, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(SAMPLE_RATE, 24);
  wave.writeUInt32LE(SAMPLE_RATE * 2, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    const time = at / SAMPLE_RATE;
    const speaking = !pauses || time % 5 < 4;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * time)) ** 0.6;
    const pitch = 120 + 15 * Math.sin(2 * Math.PI * 0.7 * time);
    let voice = 0;
    for (let harmonic = 1; harmonic <= 20; harmonic += 1) {
      const frequency = pitch * harmonic;
      const formant =
        Math.exp(-(((frequency - 600) / 250) ** 2)) +
        0.6 * Math.exp(-(((frequency - 1500 - 400 * Math.sin(2 * Math.PI * 2 * time)) / 350) ** 2));
      voice += formant * Math.sin(2 * Math.PI * frequency * time);
    }
    wave.writeInt16LE(Math.round(speaking ? 7000 * syllable * Math.tanh(voice) : 0), 44 + at * 2);
  }
  return wave;
}
