import { createHash, timingSafeEqual } from 'node:crypto';
import type { Client } from 'pg';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { StartError } from '../platform/process/start-failure.ts';
import { openAgain, reopen } from './departing-hospital.ts';
import { insertHospital, moveAtTarget } from './arriving-hospital.ts';
import { deleteRows } from './moved-rows.ts';
import { inTransaction, logStep, openOwnerSession, takeHospital, writeRowsAsTheyAre } from './owner-session.ts';

interface Parts {
  ownerUrl: string;
  files: Pick<FileStore, 'owner' | 'remove'>;
  say: (line: string) => void;
}

/**
 * Gives a move up, on the side where this runs. The source opens the hospital again; once it has moved, only with the code that the target printed when
 * it gave up, so that both can never be open. The target deletes what has arrived.
 */
export async function giveUp(
  hospitalId: string,
  code: string | undefined,
  { ownerUrl, files, say }: Parts,
): Promise<void> {
  const client = await openOwnerSession(ownerUrl, hospitalId);
  try {
    await takeHospital(client, hospitalId);
    const found = await moveAtTarget(client, hospitalId);
    if (!found) throw new StartError('No move of this hospital is under way here.');
    const { move, state, withdrawal, arriving } = found;
    if (state === 'opened') throw new StartError('The hospital is open here. Move it back instead.');
    if (state === 'copying' || state === 'closed') {
      await reopen(client, hospitalId);
      say('The hospital is open here.');
    } else if (state === 'moved') {
      if (!code || !withdrawal || !isCode(code, withdrawal))
        throw new StartError(
          'The hospital has moved. Run "move give-up" at the target first: it prints the code to give here (--code=…). If the hospital is open there, move it back instead.',
        );
      await inTransaction(client, 'BEGIN', () => openAgain(client, hospitalId, move));
      say('The hospital is open here.');
    } else {
      if (state === 'ready' || !withdrawal) {
        await writeRowsAsTheyAre(client);
        await inTransaction(client, 'BEGIN', async () => {
          await withdraw(client, hospitalId, withdrawal !== null);
          await logStep(client, 'hospital.move-given-up', { hospitalId, move });
          await deleteRows(client, hospitalId, files, say);
          if (arriving?.former) await insertHospital(client, arriving.former);
        });
      }
      say('What had arrived is deleted.');
      if (withdrawal)
        say(`If the source has moved the hospital, run there: move give-up --hospital=… --code=${withdrawal}`);
    }
  } finally {
    await client.end();
  }
}

/** From now on this side cannot open the hospital. It keeps the code, so that another run prints it again: without it no side could. */
async function withdraw(client: Client, hospitalId: string, keepsCode: boolean): Promise<void> {
  if (!keepsCode) await client.query('DELETE FROM hospital_move WHERE hospital = $1', [hospitalId]);
  else
    await client.query(
      `UPDATE hospital_move SET state = 'arriving', changed_at = now(), arriving = jsonb_build_object('jobs', '[]'::jsonb, 'former', NULL,
         'hospital', jsonb_build_object('slug', arriving->'hospital'->'slug')) WHERE hospital = $1`,
      [hospitalId],
    );
}

function isCode(code: string, digest: string): boolean {
  return timingSafeEqual(createHash('sha256').update(code).digest(), Buffer.from(digest, 'hex'));
}

/** Deletes the rows and objects of a hospital that has moved. Its row stays, and with it the way to the new address. */
export async function deleteMoved(hospitalId: string, { ownerUrl, files, say }: Parts): Promise<void> {
  const client = await openOwnerSession(ownerUrl, hospitalId);
  try {
    await takeHospital(client, hospitalId);
    const found = await moveAtTarget(client, hospitalId);
    if (found?.state !== 'moved') throw new StartError('The hospital has not moved: nothing is deleted.');
    await writeRowsAsTheyAre(client);
    await inTransaction(client, 'BEGIN', async () => {
      await deleteRows(client, hospitalId, files, say);
      // From now on it cannot be opened here again.
      await client.query('UPDATE hospital_move SET withdrawal = NULL WHERE hospital = $1', [hospitalId]);
      await logStep(client, 'hospital.rows-deleted', { hospitalId, move: found.move });
    });
    say('Its rows and objects are deleted. Backups still have them.');
  } finally {
    await client.end();
  }
}
