import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Containers on one host may share its name, but count processes each on their own. */
const MACHINE = `${hostname()}${processNamespace()}`;

/** A name for this process that no other one has, on no node and at no time. */
export function ownName(): string {
  return `${MACHINE}:${process.pid}:${randomBytes(4).toString('hex')}`;
}

/**
 * Whether the process of a name has certainly ended: it ran on this machine, and its process id is free or ours by now. Of
 * processes elsewhere nothing is known.
 */
export function hasEnded(name: string, own: string): boolean {
  const [, machine, pid] = /^(.*):(\d+):[0-9a-f]+$/.exec(name) ?? [];
  if (machine !== MACHINE || name === own) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH';
  }
}

function processNamespace(): string {
  try {
    return `/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}
