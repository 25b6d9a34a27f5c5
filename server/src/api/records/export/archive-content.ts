import type { HospitalContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { wordsOf, type Words } from '../fhir/fhir-values.ts';
import type { RecordFile, RecordFiles } from '../reading/record-files.ts';
import type { RecordReader } from '../reading/record-reader.ts';
import type { Archive } from './archive.ts';
import { bundleText } from './bundle-text.ts';
import type { ExportRow } from './exports.repository.ts';
import { volumes } from '../paper/record-volumes.ts';
import { readMe } from './read-me.ts';

/** Share of the progress reached when each of these is written. */
const after = { bundle: 0.35, paper: 0.6 } as const;

interface ArchiveContentDeps {
  reader: RecordReader;
  files: RecordFiles;
  publicUrl: string;
  logo: (context: HospitalContext) => Promise<Uint8Array | null>;
}

/** Writes the archive in this order: introduction, bundle, readable record, files. */
export class ArchiveContent extends Service<ArchiveContentDeps> {
  async fill(
    archive: Archive,
    context: HospitalContext,
    { id, patientId, locale, askedAt }: Pick<ExportRow, 'id' | 'patientId' | 'locale' | 'askedAt'>,
    progress: (share: number) => void,
  ): Promise<void> {
    const words = wordsOf(locale);
    const rows = Math.max(1, await this.deps.reader.count(context, patientId));
    const files: RecordFile[] = [];
    for await (const file of this.deps.files.list(context, patientId)) files.push(file);

    await archive.add(readMe.name(words), askedAt, once(readMe.text(words, askedAt)));
    let written = 0;
    const bundle = bundleText(
      { id, timestamp: askedAt, base: `${this.deps.publicUrl}/fhir/${context.hospitalId}` },
      this.deps.reader.read(context, patientId, words),
      () => progress((++written / rows) * after.bundle),
    );
    await archive.add('record.json', askedAt, bundle);
    let drawn = 0;
    const read = counted(this.deps.reader.read(context, patientId, words), () =>
      progress(after.bundle + (++drawn / rows) * (after.paper - after.bundle)),
    );
    await this.#addPaper(archive, volumes(read, words, askedAt, await this.deps.logo(context)), words, askedAt);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 1);
    let packed = 0;
    for (const file of files) {
      const content = counted(this.deps.files.content(context, file), (piece) => {
        packed += piece.length;
        progress(after.paper + (packed / bytes) * (1 - after.paper));
      });
      await archive.add(file.path, file.at, content, { packed: true });
    }
    await archive.end();
  }

  async #addPaper(archive: Archive, papers: AsyncIterable<Buffer>, words: Words, at: Date): Promise<void> {
    let number = 0;
    for await (const pdf of papers)
      await archive.add(readMe.paperName(words, ++number), at, once(pdf), { packed: true });
  }
}

async function* once<Piece>(piece: Piece): AsyncGenerator<Piece> {
  yield piece;
}

async function* counted<Piece>(source: AsyncIterable<Piece>, count: (piece: Piece) => void): AsyncGenerator<Piece> {
  for await (const piece of source) {
    yield piece;
    count(piece);
  }
}
