import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/**
 * Creates the process’s logger. Lines contain ids, never a name, a note, a medicine or a token. The redaction below is a second barrier for what a
 * library logs of a request; it does not permit logging bodies.
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
 * Returns the loggable part of an error: where it happened and its type. A database error quotes the row in `detail` and the value in `message`, so
 * both are dropped.
 */
export function errorForLog(error: LoggedError): object {
  const { name, code, message = '', stack = '' } = error;
  if (!code || !quotesValues.test(code)) return { type: name, code, message, stack };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: name, code, message: '[removed]', stack: frames.join('\n') };
}
