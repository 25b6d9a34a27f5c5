import { spawnSync } from 'node:child_process';
import { expect, vi } from 'vitest';
import { newId } from '../../../../../server/src/platform/ids.ts';
import type { NodeFixture } from './node-fixture.ts';
import { ticketFor } from './node-fixture.ts';
import { TestBrowser } from './test-browser.ts';

/** Returns the resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]).stdout.toString());
  if (!kilobytes) throw new Error(`process ${pid} is not running`);
  return kilobytes * 1024;
}

/** A call of two with real media both ways, which must survive the attacks around it. */
export class CallUnderAttack {
  readonly patient: TestBrowser;
  readonly doctor: TestBrowser;
  readonly #fixture: NodeFixture;
  readonly #workerPid: number;
  readonly #consumers: readonly string[];

  private constructor(fixture: NodeFixture, patient: TestBrowser, doctor: TestBrowser) {
    this.#fixture = fixture;
    this.patient = patient;
    this.doctor = doctor;
    this.#workerPid = workerPid(fixture);
    this.#consumers = this.#consumerIds();
  }

  static async start(fixture: NodeFixture): Promise<CallUnderAttack> {
    const visitId = newId();
    const patient = await TestBrowser.join(fixture.url, ticketFor({ visitId }));
    const doctor = await TestBrowser.join(fixture.url, ticketFor({ visitId, role: 'doctor' }));
    await Promise.all([patient.publish(), doctor.publish()]);
    for (const { received } of [patient, doctor]) {
      await vi.waitFor(() => expect(received).toHaveLength(2), { timeout: 20_000 });
    }
    return new CallUnderAttack(fixture, patient, doctor);
  }

  /** Expects that both still receive and decode picture and sound with the same consumers and received no push. */
  async expectUndisturbed(): Promise<void> {
    const both = [this.patient, this.doctor];
    for (const browser of both) {
      const before = await browser.bytesReceived();
      await Promise.all([browser.picture(), browser.sound()]);
      await expect
        .poll(async () => {
          const now = await browser.bytesReceived();
          return now.audio > before.audio && now.video > before.video;
        })
        .toBe(true);
      for (const bad of ['participant-left', 'consumer-closed', 'call-closed'] as const) {
        expect(browser.client.received(bad)).toEqual([]);
      }
      expect(browser.client.socket.connected).toBe(true);
    }
    expect(this.#consumerIds()).toEqual(this.#consumers);
    expect(workerPid(this.#fixture)).toBe(this.#workerPid);
  }

  close(): void {
    this.patient.close();
    this.doctor.close();
  }

  #consumerIds(): string[] {
    return [this.patient, this.doctor].flatMap(({ received }) => received.map(({ parameters }) => parameters.id));
  }
}

/** Returns the process id of the only worker of a fixture. */
export function workerPid(fixture: NodeFixture): number {
  const [worker] = fixture.node.workers.workers;
  if (!worker) throw new Error('no worker is running');
  return worker.pid;
}
