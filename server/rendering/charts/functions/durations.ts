const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** `time.ParseDuration` in nanoseconds; nothing if it is none. */
export function parseDuration(written: string): bigint | undefined {
  const match = /^([+-]?)((?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.exec(written);
  if (!match) return /^[+-]?0$/.test(written) ? 0n : undefined;
  let sum = 0n;
  for (const [, number = '0', unit = 's'] of written.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const [whole = '0', fraction = ''] = number.split('.');
    const size = units[unit] ?? 1n;
    sum += BigInt(whole || '0') * size + (BigInt(fraction || '0') * size) / 10n ** BigInt(fraction.length);
  }
  return match[1] === '-' ? -sum : sum;
}

const second = 1_000_000_000n;
const rounds: readonly (readonly [bigint, string])[] = [
  [second * 86_400n * 365n, 'y'],
  [second * 86_400n * 30n, 'mo'],
  [second * 86_400n, 'd'],
  [second * 3600n, 'h'],
  [second * 60n, 'm'],
  [second, 's'],
];

/** Sprig's `durationRound`. */
export function roundedDuration(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  for (const [unit, name] of rounds) if (size > unit) return `${size / unit}${name}`;
  return '0s';
}
