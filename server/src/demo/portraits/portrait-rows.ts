import { cutPortrait } from '../../api/directory/index.ts';
import { pictureLibrary } from '../../platform/files/picture-library.ts';
import { drawPortrait } from './portrait-drawing.ts';
import { portraitLooks } from './portrait-looks.ts';

type Row = Record<string, unknown>;

const svg = { operation: ['VipsForeignLoadSvg'] };

/** Rasterises our own drawing. The loader is blocked for uploads, so it is open only for this. */
async function rasterise(drawing: string): Promise<Buffer> {
  const sharp = await pictureLibrary();
  sharp.unblock(svg);
  try {
    return await sharp(Buffer.from(drawing)).png().toBuffer();
  } finally {
    sharp.block(svg);
  }
}

/** Drawn portraits of the demo’s doctors, as rows of `practitioner_portrait`. A doctor without a look keeps the initials. */
export async function portraitRows(practitioners: readonly Row[], now: Date): Promise<Row[]> {
  const rows: Row[] = [];
  // One after the other, so that none closes the loader for another.
  for (const doctor of practitioners) {
    const look = doctor['kind'] === 'doctor' ? portraitLooks[String(doctor['name_latin'])] : undefined;
    if (!look) continue;
    const { sha256, small, large } = await cutPortrait(await rasterise(drawPortrait(look)));
    rows.push({
      practitioner_id: doctor['id'],
      hospital_id: doctor['hospital_id'],
      sha256,
      small: `\\x${small.toString('hex')}`,
      large: `\\x${large.toString('hex')}`,
      uploaded_by_account_id: doctor['account_id'],
      uploaded_at: now,
    });
  }
  return rows;
}
