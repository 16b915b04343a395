import { setFlagsFromString } from 'node:v8';

/** The newest Node whose V8 takes the flag; later ones complain about it. */
const newestNode = 20;

/**
 * Has V8 wait longer before it optimizes code. With its own patience, threads of the compiler compete with ours for
 * the processors, and a run is over before what they make pays: over 800 manifests it takes a quarter less time like
 * this. Bytes of bytecode that a function runs through before it is looked at; V8's own figure is 132 KB.
 */
export function compileLate(): void {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major <= newestNode) setFlagsFromString('--interrupt-budget=1000000');
}
