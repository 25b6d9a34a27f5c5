import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Addresses of this machine on the link to the namespace: one for the pages, one for the relay, since both use port 443. */
export const addresses = { pages: '10.203.0.1', relay: '10.203.0.2' };
const inside = '10.203.0.3';
const name = 'yunzhen-narrow';
const [outer, inner] = ['yunzhen-n0', 'yunzhen-n1'];

/** Lets out TCP to port 443 and nothing else, and counts what it drops. */
const rules = `table inet narrow {
  chain out {
    type filter hook output priority 0; policy drop;
    oif lo accept
    ip daddr { ${addresses.pages}, ${addresses.relay} } tcp dport 443 accept
    meta l4proto udp counter drop
    counter drop
  }
  chain in {
    type filter hook input priority 0; policy drop;
    iif lo accept
    tcp sport 443 accept
  }
}
`;

/** A network namespace from which only TCP port 443 of this machine can be reached. Needs root, `ip` and `nft`. */
export class NarrowNetwork {
  static async make(folder: string): Promise<NarrowNetwork> {
    const network = new NarrowNetwork();
    await network.remove();
    await run('ip', ['netns', 'add', name]);
    await run('ip', ['link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', name]);
    for (const address of Object.values(addresses)) await run('ip', ['address', 'add', `${address}/24`, 'dev', outer]);
    await run('ip', ['link', 'set', outer, 'up']);
    await network.#inside('ip', 'link', 'set', 'lo', 'up');
    await network.#inside('ip', 'address', 'add', `${inside}/24`, 'dev', inner);
    await network.#inside('ip', 'link', 'set', inner, 'up');
    const file = `${folder}/narrow.nft`;
    await writeFile(file, rules);
    await network.#inside('nft', '-f', file);
    return network;
  }

  /** Writes a program to `file` that runs `program` in the namespace with the same arguments. */
  async wrap(program: string, file: string): Promise<string> {
    await writeFile(file, `#!/bin/sh\nexec ip netns exec ${name} ${program} "$@"\n`);
    await chmod(file, 0o755);
    return file;
  }

  /** Returns how many UDP packets the network has dropped. */
  async droppedUdp(): Promise<number> {
    const { stdout } = await this.#inside('nft', 'list', 'chain', 'inet', 'narrow', 'out');
    return Number(/udp counter packets (\d+)/.exec(stdout)?.[1] ?? 0);
  }

  async remove(): Promise<void> {
    await run('ip', ['netns', 'delete', name]).catch(() => undefined);
    await run('ip', ['link', 'delete', outer]).catch(() => undefined);
  }

  #inside(...command: string[]) {
    return run('ip', ['netns', 'exec', name, ...command]);
  }
}
