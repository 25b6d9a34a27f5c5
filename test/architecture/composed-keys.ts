import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';
import { root } from './cruise.ts';

const web = join(root, 'web');
/** Loads modules as vue-tsc does, with its own compiler and template parser. */
const load = createRequire(join(root, 'node_modules/vue-tsc/package.json'));

interface VueCore {
  createParsedCommandLine(
    compiler: typeof ts,
    system: ts.System,
    file: string,
  ): { options: ts.CompilerOptions; vueOptions: object };
  createVueLanguagePlugin(compiler: typeof ts, options: ts.CompilerOptions, vue: object, idOf: unknown): object;
}
interface Volar {
  proxyCreateProgram(
    compiler: typeof ts,
    create: typeof ts.createProgram,
    plugins: () => object[],
  ): typeof ts.createProgram;
}

/**
 * Returns the keys that templates such as `` `status.${state}` `` can produce by the types of their values; `open` lists those without a finite type.
 */
export function composedKeys(areas: ReadonlySet<string>): { keys: Set<string>; open: string[] } {
  const compiler = load('typescript') as typeof ts;
  const program = webProgram(compiler);
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
  for (const file of program.getSourceFiles()) if (file.fileName.startsWith(join(web, 'src'))) visit(file, file);
  return { keys, open };
}

function webProgram(compiler: typeof ts): ts.Program {
  const { createParsedCommandLine, createVueLanguagePlugin } = load('@vue/language-core') as VueCore;
  const { proxyCreateProgram } = load('@volar/typescript/lib/node/proxyCreateProgram') as Volar;
  const { options, vueOptions } = createParsedCommandLine(compiler, compiler.sys, join(web, 'tsconfig.json'));
  const plugin = createVueLanguagePlugin(compiler, options, vueOptions, (id: string) => id);
  const create = proxyCreateProgram(compiler, compiler.createProgram.bind(compiler), () => [plugin]);
  const rootNames = compiler.sys
    .readDirectory(join(web, 'src'), ['.ts', '.vue'], undefined, ['**/*'])
    .filter((file) => !/\.(test|stories)\.ts$/.test(file));
  return create({ rootNames, options: { ...options, noEmit: true }, host: compiler.createCompilerHost(options) });
}
