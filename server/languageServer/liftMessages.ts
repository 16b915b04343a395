import { fixedAndLeft } from '../fixes/fixedAndLeft';
import type { Lift } from '../fixes/lift';
import type { Finding } from '../lint/finding';

/** More than these would not be read. */
const mostTold = 3;

/** What a lift has done, and what it has left to the user. */
export function liftedMessage(name: string, level: string, { mended, left }: Lift): string {
  const done = `Hardened ${name} to ${level} ${fixedAndLeft(mended.length, left)}.`;
  return left.length === 0 ? done : `${done} Only you can change this: ${told(left)}.`;
}

/** What keeps a workload from a level, and only the user can change. */
export function leftMessage(name: string, level: string, left: readonly Finding[]): string {
  const count = left.length === 1 ? '1 change' : `${left.length} changes`;
  return `${name} is ${count} from ${level}, which only you can make: ${told(left)}.`;
}

function told(left: readonly Finding[]): string {
  const messages = [...new Set(left.map(({ message }) => message))];
  const others = messages.length > mostTold ? `; and ${messages.length - mostTold} more` : '';
  return `${messages.slice(0, mostTold).join('; ')}${others}`;
}
