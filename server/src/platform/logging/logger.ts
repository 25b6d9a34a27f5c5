import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/**
 * The process’s logger. Lines carry ids, never a name, a note, a drug or a token; the redaction below is the second
 * fence for what a library might log of a request, not a licence to log bodies.
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
      // Query strings can hold what people search for, so only the path is kept.
      req: (request: { method?: string; url?: string; id?: unknown }) => ({
        id: request.id,
        method: request.method,
        path: request.url?.split('?')[0],
      }),
      err: errorForLog,
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

interface LoggedError {
  name?: string;
  message?: string;
  code?: string;
  stack?: string;
}

/** SQLSTATE 22 (data) and 23 (constraints): their messages may quote the value. */
const quotesValues = /^2[23]...$/;

/**
 * An error as it may be logged: where it happened and of which kind it was. A database error quotes the row in `detail` and
 * what was refused in `message`, so neither is kept.
 */
export function errorForLog(error: LoggedError): object {
  const { name, code, message = '', stack = '' } = error;
  if (!code || !quotesValues.test(code)) return { type: name, code, message, stack };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: name, code, message: '[removed]', stack: frames.join('\n') };
}
