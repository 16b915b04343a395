import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Location,
  Log,
  LogicalLocation,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import type { ObjectField } from '../lint/objectField';
import { printableJson } from '../lint/printable';
import { rules } from '../rules/catalogue';
import type { Rule, Severity } from '../rules/rule';
import { isPathWithin, shownPath } from '../workspace/disk/paths';
import type { FileReport, Place, RelatedPlace, ReportedFinding, ReportedFix } from './report';

/** Where SARIF's relative names start. */
const root = '%SRCROOT%';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const ruleIndexes = new Map(rules.map((rule, index) => [rule.id, index]));

/** A log in SARIF 2.1.0 (OASIS Standard, 27 March 2020) of one run. */
export interface SarifRun {
  readonly reports: readonly FileReport[];
  /** What else went wrong, one message each. */
  readonly faults: readonly string[];
  /** The version of this program. */
  readonly version: string;
  /** The folder that names are relative to, absolute. */
  readonly rootFolder: string;
}

/** All findings with their rules and fixes, as SARIF. */
export function sarifOf({ reports, faults, version, rootFolder }: SarifRun): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Seaworthy', version, semanticVersion: version, rules: rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { uri: folderUri(rootFolder) } },
        invocations: [
          {
            executionSuccessful: reports.every(({ outcome }) => outcome.state !== 'crashed'),
            toolExecutionNotifications: faults.map((text): Notification => ({ level: 'error', message: { text } })),
          },
        ],
        results: reports.flatMap((report) => resultsOf(report, rootFolder)),
      },
    ],
  };
  return `${printableJson(JSON.stringify(log, undefined, 2))}\n`;
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  const { id, title, why, remedy, links, bad, good, severity, standards, profile } = rule;
  const pages = links.map((link) => `- [${link.title}](${link.url})`).join('\n');
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: why, markdown: why },
    help: {
      text: `${why}\n\n${remedy}`,
      markdown: [why, remedy, `Reported:\n\n${fenced(bad)}`, `As it should be:\n\n${fenced(good)}`, pages].join('\n\n'),
    },
    helpUri: links[0].url,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [...(rule.looksAt === 'text' ? [] : ['security']), ...standards], profile },
  };
}

function fenced(manifest: string): string {
  return `\`\`\`yaml\n${manifest.trimEnd()}\n\`\`\``;
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function resultsOf({ name, path, outcome }: FileReport, rootFolder: string): Result[] {
  if (outcome.state !== 'linted') return [];
  const artifactLocation = locationOf(name, path, rootFolder);
  return outcome.findings.map((finding) => resultOf(finding, artifactLocation, rootFolder));
}

function resultOf(finding: ReportedFinding, artifactLocation: ArtifactLocation, rootFolder: string): Result {
  const { rule, severity, message, start, end, about, fingerprints } = finding;
  const fixes = finding.fixes.filter(({ edits }) => edits.length > 0).map((fix) => sarifFix(fix, artifactLocation));
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(start, end) }, ...logicalLocations(about) }],
    ...(fingerprints && {
      partialFingerprints: { 'fieldOfManifest/v1': fingerprints.v1, 'fieldOfManifest/v2': fingerprints.v2 },
    }),
    ...(fixes.length > 0 && { fixes }),
    ...(finding.related?.length && { relatedLocations: relatedLocations(finding.related, rootFolder) }),
    ...(about.object && { properties: { object: about.object, field: about.field } }),
  };
}

/** The other places that have a part in a finding. */
function relatedLocations(related: readonly RelatedPlace[], rootFolder: string): Location[] {
  return related.map(({ path, message, start, end }, index) => ({
    id: index + 1,
    message: { text: message },
    physicalLocation: {
      artifactLocation: locationOf(path, path, rootFolder),
      region: regionOf(start, end),
    },
  }));
}

/** The object as a resource, and in it the field; nothing for a fault of the text itself. */
function logicalLocations({ object, field }: ObjectField): Pick<Location, 'logicalLocations'> {
  if (!object) return {};
  const { apiVersion, kind, namespace, name } = object;
  const resource = [apiVersion, kind, namespace, name].filter((part) => part !== null).join('/');
  const own: LogicalLocation = { ...(name !== null && { name }), fullyQualifiedName: resource, kind: 'resource' };
  if (!field) return { logicalLocations: [own] };
  return { logicalLocations: [own, { fullyQualifiedName: `${resource} ${field}`, kind: 'property' }] };
}

function sarifFix(fix: ReportedFix, artifactLocation: ArtifactLocation): SarifFix {
  const replacements = fix.edits.map(({ start, end, newText }) => ({
    deletedRegion: regionOf(start, end),
    ...(newText !== '' && { insertedContent: { text: newText } }),
  }));
  return {
    description: { text: fix.title },
    artifactChanges: [{ artifactLocation, replacements }],
    properties: { class: fix.class },
  };
}

function regionOf(start: Place, end: Place): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function locationOf(name: string, path: string | undefined, rootFolder: string): ArtifactLocation {
  if (path === undefined) return { uri: encodedPath(name) };
  if (!isPathWithin(path, rootFolder)) return { uri: pathToFileURL(path).href };
  return { uri: encodedPath(shownPath(path, rootFolder)), uriBaseId: root };
}

function encodedPath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function folderUri(folder: string): string {
  const { href } = pathToFileURL(folder);
  return href.endsWith('/') ? href : `${href}/`;
}
