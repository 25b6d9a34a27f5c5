import { packageCommand, run } from '../processes.ts';

/** `npm run workbench`: shows the components of the design system in all states, on http://localhost:6006. */
export function workbench(rest: readonly string[]): Promise<number> {
  const options = ['dev', '--config-dir', 'workbench', '--port', '6006', '--ci', '--disable-telemetry', ...rest];
  return run(packageCommand('storybook'), options, { folder: 'web' });
}
