/** Lowest level that is shown; a quiet room is around -60 dB of full scale. */
const floorDb = -60;
const intervalMs = 66;

/**
 * Returns the loudness of samples from 0 (at or below the floor) to 1 (full scale). Root mean square in decibels, because loudness is perceived by
 * ratio.
 */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms === 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / floorDb));
}

/**
 * Calls back about fifteen times a second with the level of a microphone, 0 to 1. Returns a function that stops it. The track is only read; it
 * belongs to its opener.
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
  // A context created before the first user gesture starts suspended; it can resume from that gesture on.
  if (context.state === 'suspended') void context.resume();
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close();
  };
}
