import type { Caption } from '@yunzhen/shared/calls/call.contract';

/** A line on the stage. `participantId` is null for this participant’s own. */
export interface ShownCaption extends Caption {
  readonly participantId: string | null;
  /** Its writer when it arrived: a guest may leave before the line does. Empty for this participant’s own. */
  readonly name: string;
  /** When its text last changed, in milliseconds. */
  readonly at: number;
}

/** A line of 200 characters takes about ten seconds to read aloud. */
export const captionShownMs = 12_000;
const maxLines = 3;

/** Adds a caption, or replaces the text of the line that is still being spoken. Keeps the latest three lines, in the order in which they began. */
export function withCaption(lines: readonly ShownCaption[], caption: ShownCaption): readonly ShownCaption[] {
  const at = lines.findIndex(
    ({ participantId, line }) => participantId === caption.participantId && line === caption.line,
  );
  return (at === -1 ? [...lines, caption] : lines.with(at, caption)).slice(-maxLines);
}

/** Returns the lines that are still shown at a time. */
export const shownCaptions = (lines: readonly ShownCaption[], now: number): readonly ShownCaption[] =>
  lines.filter(({ at }) => now - at < captionShownMs);
