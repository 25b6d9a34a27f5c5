import type ts from 'typescript';
import { composedKeys } from './composed-keys.ts';
import { root } from './cruise.ts';
import { areas, keys, used } from './used-texts.ts';
import { webProgram, type WebProgram } from './web-program.ts';

/** A key of the browser’s storage, which is no text key. */
const noText = "`intake.${'visitId' in of ? of.visitId : of.appointmentId}`";

/**
 * A static check: types of web as `vue-tsc -p web --noEmit` finds them, and texts that nothing uses. Both in one program, because making a second one
 * takes twenty seconds. Prints what is wrong; the exit code is 0 only when nothing is.
 */
const web = webProgram();
const faults = [...typeErrors(web), ...unusedTexts(web)];
if (faults.length > 0) process.stdout.write(`${faults.join('\n')}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

function typeErrors({ compiler, program }: WebProgram): string[] {
  const host: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  };
  return compiler.getPreEmitDiagnostics(program).map((fault) => compiler.formatDiagnostic(fault, host).trimEnd());
}

/** Composed keys count by the types of their values. */
function unusedTexts(of: WebProgram): string[] {
  const composed = composedKeys(of, new Set(areas));
  const literal = new Set(used.map(({ key }) => key));
  return [
    ...composed.open.filter((key) => key !== noText).map((key) => `text key of values without a finite type: ${key}`),
    ...(composed.open.includes(noText) ? [] : [`no longer composed: ${noText}`]),
    ...(composed.keys.size > 500 ? [] : ['composed text keys were not found']),
    ...keys
      .filter((key) => !literal.has(key) && !composed.keys.has(key))
      .map((key) => `text that nothing uses: ${key}`),
  ];
}
