import { StartError } from '../process/start-failure.ts';

/** What kept a backup or a restore from its end, for programs and metrics. */
export type BackupFault =
  | 'busy'
  | 'cancelled'
  | 'damaged'
  | 'disk'
  | 'folder'
  | 'missing'
  | 'nothing'
  | 'settings'
  | 'time'
  | 'version'
  | 'wrong-key';

/** The message says to a person what is wrong and what to do. */
export class BackupError extends StartError {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
