import { pino, type DestinationStream, type Logger } from 'pino';
import { readableLog } from './readable-log.ts';

export type { Logger };

/**
 * Creates the process’s logger. Lines contain ids, never a name, a note, a medicine or a token. The redaction below is a second barrier for what a
 * library logs of a request; it does not permit logging bodies. A terminal gets readable lines; a file, a pipe or a collector gets JSON.
 */
export function createLogger(options: { name: string; level: string; destination?: DestinationStream }): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    redact: {
      paths: [
        '*.password',
        '*.accessToken',
        '*.ticket',
        '*.secret',
        'req.headers',
        'headers.authorization',
        'headers.cookie',
      ],
      censor: '[removed]',
    },
    serializers: {
      // Query strings may contain search terms, so only the path is logged.
      req: (request: { method?: string; url?: string; id?: unknown }) => ({
        id: request.id,
        method: request.method,
        path: request.url?.split('?')[0],
      }),
      err: errorForLog,
    },
  };
  const destination = options.destination ?? (process.stdout.isTTY ? readableLog() : undefined);
  return destination ? pino(settings, destination) : pino(settings);
}

interface LoggedError {
  name?: string;
  message?: string;
  code?: string;
  stack?: string;
  cause?: unknown;
  /** Those of an `AggregateError`. */
  errors?: unknown;
}

/** SQLSTATE 22 (data) and 23 (constraints): their messages may quote the value. */
const quotesValues = /^2[23]...$/;

/** Of the errors within an error: how deep and how many are logged. A job over all hospitals nests about seven. */
const within = { depth: 8, errors: 30 };

/**
 * Returns the loggable part of an error, with its causes and the errors that it collects: where each happened and its type. A database error quotes
 * the row in `detail` and the value in `message`, so both are dropped.
 */
export function errorForLog(error: LoggedError): object {
  return describe(error, within.depth, { left: within.errors });
}

function describe(error: LoggedError, depth: number, budget: { left: number }): object {
  const inner = (value: unknown) => {
    if (!(value instanceof Error) || depth === 0 || budget.left === 0) return undefined;
    budget.left -= 1;
    return describe(value, depth - 1, budget);
  };
  const { cause, errors } = error;
  const collected = Array.isArray(errors) ? errors.flatMap((each: unknown) => inner(each) ?? []) : [];
  return { ...loggable(error), cause: inner(cause), ...(collected.length > 0 && { errors: collected }) };
}

function loggable(error: LoggedError): object {
  const { name, code, message = '', stack = '' } = error;
  if (!quotesValuesOf(error)) return { type: name, code, message, stack };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: name, code, message: '[removed]', stack: frames.join('\n') };
}

/** Also of an error whose message repeats that of its cause. */
function quotesValuesOf({ code, message = '', cause }: LoggedError, depth = within.depth): boolean {
  if (code && quotesValues.test(code)) return true;
  if (depth === 0 || !(cause instanceof Error) || !message.includes(cause.message)) return false;
  return quotesValuesOf(cause, depth - 1);
}
