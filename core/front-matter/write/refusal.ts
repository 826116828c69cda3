import type { WriteRefusal } from '../../diagnostics/messages/params';
import type { Header, HeaderEntry } from '../header';
import type { YamlNode } from '../yaml/node';

/** Lines that hold nothing but blanks and comments. */
const WITHOUT_CONTENT = /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*$/;

/** Why a header as a whole is not written to; null where it may be. */
export function refuseHeader(yaml: string, { ok, root }: Header): WriteRefusal | null {
  if (!ok || !root) return 'unreadable';
  if (root.kind === 'map') return root.flow ? 'flow-root' : root.anchor === null ? null : 'anchored';
  // `~` or `false` is as empty to Jekyll, but no key can follow it.
  return WITHOUT_CONTENT.test(yaml) ? null : 'unreadable';
}

/** Why a pair is not written to; null where it may be. */
export function refuseEntry({ pair }: HeaderEntry): WriteRefusal | null {
  if (pair.explicit) return 'explicit-key';
  if (pair.key.kind === 'alias' || pair.value.kind === 'alias') return 'alias';
  return hasAnchor(pair.key) || hasAnchor(pair.value) ? 'anchored' : null;
}

function hasAnchor(node: YamlNode): boolean {
  if (node.anchor !== null) return true;
  if (node.kind === 'list') return node.items.some(hasAnchor);
  return node.kind === 'map' && node.pairs.some(({ key, value }) => hasAnchor(key) || hasAnchor(value));
}
