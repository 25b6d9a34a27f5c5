/** Two soft notes, a third apart, in hertz. */
const notes = [523.25, 659.25];
const noteSeconds = 0.45;
const loudness = 0.18;

/** Plays a short sound on a speaker and resolves when it has ended. Uses the system’s default when none is named or the browser cannot choose. */
export async function playTestTone(speakerId?: string): Promise<void> {
  const context = new AudioContext();
  try {
    if (speakerId && 'setSinkId' in context) await (context.setSinkId as (id: string) => Promise<void>)(speakerId);
    await context.resume();
    await Promise.all(notes.map((frequency, index) => playNote(context, frequency, index * noteSeconds)));
  } finally {
    await context.close();
  }
}

/** Plays a note that fades in and out, so that it neither clicks nor startles. */
function playNote(context: AudioContext, frequency: number, delay: number): Promise<void> {
  const start = context.currentTime + delay;
  const end = start + noteSeconds;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + 0.06);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
  return new Promise((resolve) => {
    oscillator.onended = () => resolve();
  });
}
