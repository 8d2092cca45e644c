import type { Cue } from './cues.ts';

interface Tone {
  /** Hertz. */
  pitch: number;
  loudness: number;
  /** Seconds until it can't be heard any more. */
  rings: number;
}

/** Of a singing bowl: its partials are no whole multiples, and the higher ones die away sooner. */
const partials = [
  { ratio: 1, loudness: 1, rings: 1 },
  { ratio: 2.71, loudness: 0.45, rings: 0.6 },
  { ratio: 5.15, loudness: 0.2, rings: 0.35 },
];

const tones: Record<Cue['kind'], Tone> = {
  count: { pitch: 880, loudness: 0.06, rings: 0.12 },
  begin: { pitch: 392, loudness: 0.22, rings: 3.5 },
  end: { pitch: 294, loudness: 0.18, rings: 2.5 },
  finish: { pitch: 196, loudness: 0.3, rings: 7 },
};

/** Bells on the browser's audio clock, which keeps time where timers are slowed down. */
export interface Bells {
  /** Browsers let sound begin with a press only. True when this one did it. */
  unlock(): boolean;
  /** Takes the place of what was planned before. `now` as the cues have it: epoch milliseconds. */
  plan(cues: readonly Cue[], now: number): void;
}

export function openBells(): Bells {
  let context: AudioContext | undefined;
  let planned: OscillatorNode[] = [];
  return {
    unlock() {
      if (context?.state === 'running' || !('AudioContext' in window)) return false;
      context ??= new AudioContext();
      void context.resume().catch(() => undefined);
      return true;
    },
    plan(cues, now) {
      for (const sound of planned) {
        sound.disconnect();
        sound.stop();
      }
      const audio = context;
      planned = audio
        ? cues.flatMap(({ at, kind }) =>
            ring(audio, tones[kind], audio.currentTime + (at - now) / 1000),
          )
        : [];
    },
  };
}

/** A bell at a moment of the audio clock, in seconds. */
function ring(context: AudioContext, tone: Tone, at: number): OscillatorNode[] {
  return partials.map((partial) => {
    const end = at + tone.rings * partial.rings;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(tone.loudness * partial.loudness, at + 0.008);
    volume.gain.exponentialRampToValueAtTime(0.0001, end);
    volume.connect(context.destination);
    const sound = context.createOscillator();
    sound.frequency.value = tone.pitch * partial.ratio;
    sound.connect(volume);
    sound.start(at);
    sound.stop(end);
    return sound;
  });
}
