import { join } from 'node:path';
import type ts from 'typescript';
import { root } from './cruise.ts';
import type { WebProgram } from './web-program.ts';

const sources = join(root, 'web/src');

/**
 * Returns the keys that templates such as `` `status.${state}` `` can produce by the types of their values; `open` lists those without a finite type.
 */
export function composedKeys(
  { compiler, program }: WebProgram,
  areas: ReadonlySet<string>,
): { keys: Set<string>; open: string[] } {
  const checker = program.getTypeChecker();
  const keys = new Set<string>();
  const open: string[] = [];
  const visit = (node: ts.Node, file: ts.SourceFile): void => {
    const head = compiler.isTemplateExpression(node) ? node.head.text : '';
    if (head.includes('.') && areas.has(head.split('.')[0] ?? '')) {
      const type = checker.getTypeAtLocation(node);
      for (const part of type.isUnion() ? type.types : [type])
        if (part.isStringLiteral()) keys.add(part.value);
        else open.push(node.getText(file));
    }
    compiler.forEachChild(node, (child) => visit(child, file));
  };
  for (const file of program.getSourceFiles())
    if (file.fileName.startsWith(sources) && !/\.(test|stories)\.ts$/.test(file.fileName)) visit(file, file);
  return { keys, open };
}
