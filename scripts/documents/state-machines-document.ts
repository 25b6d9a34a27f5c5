import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StateMachine } from '../../shared/src/core/state-machine.ts';
import { root } from '../paths.ts';
import { page, table } from './markdown.ts';

type Machine = StateMachine<string, string>;

export async function stateMachinesPage(): Promise<string> {
  const files = globSync('shared/src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith(join('shared', 'src', 'core')))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('defineStateMachine('))
    .sort();
  const parts: string[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const machine of Object.values(module).filter(isMachine)) {
      parts.push(`## ${machine.name}`, `\`${file}\``, diagram(machine), transitions(machine));
    }
  }
  return page(
    'State machines',
    'the transition tables in `shared`',
    '[State machines](../mechanisms/state-machines.md) describes the mechanism.',
    ...parts,
  );
}

function isMachine(value: unknown): value is Machine {
  return typeof value === 'object' && value !== null && 'transitions' in value && 'isFinal' in value;
}

function edgesOf({ transitions }: Machine): { command: string; from: readonly string[]; to: string }[] {
  return Object.entries(transitions).map(([command, { from, to }]) => ({ command, from, to }));
}

/** Mermaid does not allow dashes in state names. */
function diagram(machine: Machine): string {
  const name = (state: string) => state.replaceAll('-', '_');
  const edges = edgesOf(machine).flatMap(({ command, from, to }) =>
    from.map((state) => `  ${name(state)} --> ${name(to)}: ${command}`),
  );
  const ends = machine.states.filter((state) => machine.isFinal(state)).map((state) => `  ${name(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${name(machine.initial)}`, ...edges, ...ends, '```'].join('\n');
}

function transitions(machine: Machine): string {
  return table(
    ['Command', 'From', 'To'],
    edgesOf(machine).map(({ command, from, to }) => [
      `\`${command}\``,
      from.map((state) => `\`${state}\``).join(', '),
      `\`${to}\``,
    ]),
  );
}
