import { StartError } from '../process/start-failure.ts';

/** Why a backup or restore failed, for programs and metrics. */
export type BackupFault =
  | 'busy'
  | 'cancelled'
  | 'damaged'
  | 'disk'
  | 'folder'
  | 'missing'
  | 'not-mounted'
  | 'nothing'
  | 'settings'
  | 'time'
  | 'version'
  | 'wrong-key';

/** An error whose message tells an administrator what is wrong and what to do. */
export class BackupError extends StartError {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
