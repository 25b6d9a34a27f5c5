import type { Tx } from '../../platform/db/transaction.ts';
import type { AppointmentRow } from './appointments/appointment-view.ts';
import type { AppointmentNotice, NoticeHook } from './ports.ts';

/** Hands what a patient should know to whoever carries it. Each of them works in the transaction of what happened. */
export class Notices {
  readonly #hooks: NoticeHook[] = [];

  add(hook: NoticeHook): void {
    this.#hooks.push(hook);
  }

  async tell(
    tx: Tx,
    notice: AppointmentNotice,
    appointment: AppointmentRow,
    before: Date | null = null,
  ): Promise<void> {
    for (const hook of this.#hooks) await hook(tx, notice, appointment, before);
  }
}
