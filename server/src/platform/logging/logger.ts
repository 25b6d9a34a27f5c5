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
      // A database error quotes the row in `detail`; keep what says where and which kind it was.
      err: (error: { name?: string; message?: string; code?: string; stack?: string }) => ({
        type: error.name,
        code: error.code,
        message: error.message,
        stack: error.stack,
      }),
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
