export interface Target {
  readonly url: string;
  readonly hospital: string;
  readonly doctorId: string;
  readonly departmentId: string;
  /** Free times of the doctor. */
  readonly slots: readonly string[];
  /** The access token of the attacker’s session as a patient. */
  readonly accessToken: string;
}

/** Runs until the signal aborts. */
export type Flood = (target: Target, signal: AbortSignal) => Promise<void>;

/** The attacker’s single address, different from the doctor’s. */
export const localAddress = '127.0.0.9';

/** Requests, connections and events so far: shows that a flood floods. */
export const attempts = { count: 0 };

/** Waits longer than a connection takes to be refused, so that the attacker’s own loop stays free for its other sockets. */
export const breath = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));
