import { AnchorCheck } from '../../server/src/platform/audit-chain/anchor-check.ts';
import { AnchorStore } from '../../server/src/platform/audit-chain/anchor-store.ts';
import type { CheckParts } from '../../server/src/platform/audit-chain/chain-check.ts';
import { ChainReader } from '../../server/src/platform/audit-chain/chain-reader.ts';
import { folderCopies } from '../../server/src/platform/audit-chain/folder-copies.ts';
import { readHospitalSeal } from '../../server/src/api/signing/index.ts';

/** Returns the dependencies of a chain check, with the anchor copies in a folder. */
export const checkParts = (folder: string | null = null): CheckParts => ({
  reader: new ChainReader(),
  anchors: new AnchorCheck(new AnchorStore(), folder ? folderCopies(folder) : null, readHospitalSeal),
});
