import { Fault } from './fault';
import { comparePrereleases, compareVersions, parseVersion, type Version } from './version';

/** A part of a constraint; what it leaves open is `dirty`. */
interface Comparison {
  readonly operator: string;
  readonly version: Version;
  readonly isDirty: boolean;
  readonly isMinorDirty: boolean;
  readonly isPatchDirty: boolean;
}

/** Comparisons that must all hold, any of several times. */
type Constraint = readonly { readonly parts: readonly Comparison[]; readonly takesPrereleases: boolean }[];

const version =
  'v?([0-9|x|X|*]+)(\\.[0-9|x|X|*]+)?(\\.[0-9|x|X|*]+)?(-([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?(\\+([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?';
// Go's alternatives take the first that fits too; the empty one stands among them.
const operators = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^';
const blank = '[\\t\\n\\f\\r ]';
const one = new RegExp(`^${blank}*(${operators})${blank}*(${version})${blank}*$`);
const range = new RegExp(`${blank}*(${version})${blank}+-${blank}+(${version})${blank}*`, 'g');
const find = new RegExp(`(${operators})${blank}*(${version})`, 'g');
const valid = new RegExp(
  `^(${blank}*(${operators})${blank}*(${version})${blank}*)((?:${blank}+|,${blank}*)(${operators})${blank}*(${version})${blank}*)*$`,
);

/** Reads a constraint as Masterminds/semver 3.4 does; throws a fault if it is none. */
export function parseConstraint(written: string): Constraint {
  const rewritten = written.replace(range, (...groups: unknown[]) => `>= ${groups[1]}, <= ${groups[11]} `);
  return rewritten.split('||').map((part) => {
    if (!valid.test(part)) throw new Fault(`improper constraint: ${part}`);
    const parts = (part.match(find) ?? [part]).map(parseComparison);
    return { parts, takesPrereleases: parts.some(({ version: { prerelease } }) => prerelease !== '') };
  });
}

function isOpen(part: string | undefined): boolean {
  return part === undefined || part === '' || /^\.?[xX*]$/.test(part);
}

function parseComparison(written: string): Comparison {
  const match = one.exec(written);
  if (!match) throw new Fault(`improper constraint: ${written}`);
  const [, operator = '', whole = '', major = '', minor, patch, prerelease = ''] = match;
  let text = whole;
  let open: 'none' | 'major' | 'minor' | 'patch' = 'none';
  if (isOpen(major)) [text, open] = [`0.0.0${prerelease}`, 'major'];
  else if (isOpen(minor)) [text, open] = [`${major}.0.0${prerelease}`, 'minor'];
  else if (isOpen(patch)) [text, open] = [`${major}${minor}.0${prerelease}`, 'patch'];
  try {
    return {
      operator,
      version: parseVersion(text),
      isDirty: open !== 'none',
      isMinorDirty: open === 'minor',
      isPatchDirty: open === 'patch',
    };
  } catch (error) {
    if (error instanceof Fault) throw new Fault('constraint parser error');
    throw error;
  }
}

/** True if a version keeps to a constraint. */
export function satisfies(version: Version, constraint: Constraint): boolean {
  return constraint.some(({ parts, takesPrereleases }) => {
    if (version.prerelease !== '' && !takesPrereleases) return false;
    return parts.every((part) => holds(version, part));
  });
}

function holds(found: Version, part: Comparison): boolean {
  const { version: wanted, isDirty, isMinorDirty, isPatchDirty } = part;
  const order = compareVersions(found, wanted);
  switch (part.operator) {
    case '':
    case '=':
      return isDirty ? tilde(found, part) : order === 0;
    case '!=':
      return notEqual(found, part);
    case '>':
      if (!isDirty || found.major !== wanted.major) return isDirty ? found.major > wanted.major : order > 0;
      if (isMinorDirty) return false;
      return isPatchDirty ? found.minor > wanted.minor : order > 0;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      if (!isDirty) return order <= 0;
      if (found.major !== wanted.major) return found.major < wanted.major;
      return found.minor <= wanted.minor || isMinorDirty;
    case '~':
    case '~>':
      return tilde(found, part);
    default:
      return caret(found, part);
  }
}

function notEqual(found: Version, { version: wanted, isDirty, isMinorDirty, isPatchDirty }: Comparison): boolean {
  if (isDirty) {
    if (wanted.major !== found.major) return true;
    if (wanted.minor !== found.minor && !isMinorDirty) return true;
    if (isMinorDirty) return false;
    if (wanted.patch !== found.patch && !isPatchDirty) return true;
    if (isPatchDirty) return comparePrereleases(found.prerelease, wanted.prerelease) !== 0;
  }
  return compareVersions(found, wanted) !== 0;
}

function tilde(found: Version, { version: wanted, isMinorDirty, isPatchDirty }: Comparison): boolean {
  if (compareVersions(found, wanted) < 0) return false;
  const isZero = wanted.major === 0n && wanted.minor === 0n && wanted.patch === 0n;
  if (isZero && !isMinorDirty && !isPatchDirty) return true;
  return found.major === wanted.major && (found.minor === wanted.minor || isMinorDirty);
}

function caret(found: Version, { version: wanted, isMinorDirty, isPatchDirty }: Comparison): boolean {
  if (compareVersions(found, wanted) < 0) return false;
  if (wanted.major > 0n || isMinorDirty) return found.major === wanted.major;
  if (found.major > 0n) return false;
  if (wanted.minor > 0n || isPatchDirty) return found.minor === wanted.minor;
  return found.minor === 0n && wanted.patch === found.patch;
}

/** True if both can be read and the version keeps to the constraint. */
export function isCompatible(constraint: string, found: string): boolean {
  try {
    return satisfies(parseVersion(found), parseConstraint(constraint));
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
