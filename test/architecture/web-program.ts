import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';
import { root } from './cruise.ts';

const web = join(root, 'web');
/** Loads modules as vue-tsc does, with its own compiler and template parser. */
const load = createRequire(join(root, 'node_modules/vue-tsc/package.json'));

interface VueCore {
  createParsedCommandLine(compiler: typeof ts, system: ts.System, file: string): { vueOptions: object };
  createVueLanguagePlugin(compiler: typeof ts, options: ts.CompilerOptions, vue: object, idOf: unknown): object;
}
interface Volar {
  proxyCreateProgram(
    compiler: typeof ts,
    create: typeof ts.createProgram,
    plugins: () => object[],
  ): typeof ts.createProgram;
}

/** The sources of web as vue-tsc sees them: templates are code, errors in them are reported where the template has them. */
export interface WebProgram {
  readonly compiler: typeof ts;
  readonly program: ts.Program;
}

/** Creates the program of `vue-tsc -p web --noEmit`. */
export function webProgram(): WebProgram {
  const compiler = load('typescript') as typeof ts;
  const { createParsedCommandLine, createVueLanguagePlugin } = load('@vue/language-core') as VueCore;
  const { proxyCreateProgram } = load('@volar/typescript/lib/node/proxyCreateProgram') as Volar;
  const { options, fileNames, errors } = parsedConfig(compiler);
  const { vueOptions } = createParsedCommandLine(compiler, compiler.sys, join(web, 'tsconfig.json'));
  const plugin = createVueLanguagePlugin(compiler, options, vueOptions, (id: string) => id);
  const create = proxyCreateProgram(compiler, compiler.createProgram.bind(compiler), () => [plugin]);
  const host = compiler.createCompilerHost(options);
  const program = create({ rootNames: fileNames, options, host, configFileParsingDiagnostics: errors });
  return { compiler, program };
}

function parsedConfig(compiler: typeof ts): ts.ParsedCommandLine {
  const fail = ({ messageText }: ts.Diagnostic) => {
    throw new Error(compiler.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const parsed = compiler.getParsedCommandLineOfConfigFile(
    join(web, 'tsconfig.json'),
    // As vue-tsc, which has the compiler read files of other kinds.
    { noEmit: true, allowNonTsExtensions: true },
    { ...compiler.sys, onUnRecoverableConfigFileDiagnostic: fail },
    undefined,
    undefined,
    [{ extension: 'vue', isMixedContent: true, scriptKind: compiler.ScriptKind.Deferred }],
  );
  if (!parsed) throw new Error('web/tsconfig.json cannot be read');
  return parsed;
}
