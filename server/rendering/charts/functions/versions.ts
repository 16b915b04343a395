import { parseConstraint, satisfies } from '../go/constraint';
import { Fault } from '../go/fault';
import { compareVersions, parseVersion, type Version, versionText } from '../go/version';
import type { Source } from '../origins/source';
import { bool, int, type Method, sourceOf, struct, text, type Value } from '../values/value';
import { define, type Family, textAt } from './define';

const type = 'semver.Version';

/** A version as templates see it: what it knows are methods. */
function versionValue(version: Version, source: Source | undefined): Value {
  const said = (value: Value): Method => ({ parameters: [], call: () => value });
  const number = (value: bigint) => said(int(value, 'uint64', source));
  const compared = (holds: (order: number) => boolean): Method => ({
    parameters: ['any'],
    call: ([other]) => bool(holds(compareVersions(version, innerOf(other))), source),
  });
  const methods = new Map<string, Method>([
    ['Major', number(version.major)],
    ['Minor', number(version.minor)],
    ['Patch', number(version.patch)],
    ['Prerelease', said(text(version.prerelease, source))],
    ['Metadata', said(text(version.metadata, source))],
    ['Original', said(text(version.original, source))],
    ['String', said(text(versionText(version), source))],
    ['Equal', compared((order) => order === 0)],
    ['LessThan', compared((order) => order < 0)],
    ['GreaterThan', compared((order) => order > 0)],
    [
      'Compare',
      { parameters: ['any'], call: ([other]) => int(compareVersions(version, innerOf(other)), 'int', source) },
    ],
  ]);
  return struct(
    type,
    {},
    {
      isPointer: true,
      methods,
      asText: () => versionText(version),
      asValue: () => text(versionText(version), source),
      inner: version,
      source,
    },
  );
}

function innerOf(value: Value | undefined): Version {
  if (value?.kind === 'struct' && value.type === type) return value.inner as Version;
  throw new Fault('wrong type for value; expected *semver.Version');
}

/** Sprig's functions of versions. */
export const versions: Family = {
  semver: define('string', (values) => versionValue(parseVersion(textAt(values, 0).text), sourceOf(values))),
  semverCompare: define('string, string', (values) => {
    const constraint = parseConstraint(textAt(values, 0).text);
    return bool(satisfies(parseVersion(textAt(values, 1).text), constraint), sourceOf(values));
  }),
};
