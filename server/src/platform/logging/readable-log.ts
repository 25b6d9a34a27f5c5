import { createRequire } from 'node:module';
import type { DestinationStream } from 'pino';
import type PinoPretty from 'pino-pretty';

/** Control characters that a terminal obeys: those that JSON escapes, but no line ends or tabs, and those that it does not. */
const terminalControls = /\\u00[01][0-9a-f]|[\u007F-\u009F]/g;

/** Returns a destination of log lines for a person at a terminal: local time, level, program and text; further values follow as JSON. */
export function readableLog(
  write: (text: string) => unknown = (text) => process.stdout.write(text),
  { colorize = true } = {},
): DestinationStream {
  // Loaded only where someone reads along.
  const { prettyFactory } = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty;
  // The factory and not its stream, which would lose the last lines before an exit.
  const format = prettyFactory({
    colorize,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return { write: (line) => void write(format(line.replaceAll(terminalControls, '\uFFFD'))) };
}
