/** Quietest level that is shown; a quiet room is around -60 dB of full scale. */
const floorDb = -60;
const intervalMs = 66;

/**
 * Loudness of samples as a share of what the meter can show: 0 is at or below the floor, 1 is full scale. Root mean square in
 * decibels, because ears and eyes judge loudness by ratio.
 */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms === 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / floorDb));
}

/**
 * Calls back about fifteen times a second with the level of a microphone, 0 to 1. Returns the function that ends it.
 * The track is only listened to; it belongs to its opener.
 */
export function meterLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, intervalMs);
  // A context that was made before the person touched the page starts suspended; it may run from the first touch on.
  if (context.state === 'suspended') void context.resume();
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close();
  };
}
