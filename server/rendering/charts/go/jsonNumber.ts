import { formatFloat } from './numbers';

/** A float as Go's encoding/json writes it. */
export function jsonNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-6 && size < 1e21)) return formatFloat(value, 'f');
  return formatFloat(value, 'e').replace(/e-0(\d)$/, 'e-$1');
}
