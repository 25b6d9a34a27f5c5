interface Given {
  readonly ISOLATED: boolean;
  readonly PORT: number;
  readonly API_URL?: string | undefined;
  readonly BACKUP_TARGET?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
}

/** Returns whether the machine makes backups: of the embedded database only, as an external server has its own, and of no isolated copy. */
export const makesBackups = ({ BACKUP_TARGET: target, DATABASE_URL: database, ISOLATED: isolated }: Given): boolean =>
  Boolean(target && !database && !isolated);

/** Returns the api for the media node. The node of an isolated copy must not register with the hospital’s. */
export function apiOfNode({ API_URL: api, PORT: port, ISOLATED: isolated }: Given): string {
  const own = `http://127.0.0.1:${port}`;
  return isolated ? own : (api ?? own);
}
