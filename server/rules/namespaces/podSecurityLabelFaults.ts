import {
  isLabelledVersion,
  namedLevels,
  type PodSecurityMode,
  podSecurityModes,
  podSecurityPrefix,
} from '../../manifests/podSecurity/podSecurityLabels';
import { parseVersion, versionName } from '../../manifests/versions/kubernetesVersion';
import { nearestWord } from '../../nearestWord';
import { descend, type Field, member, members, pathOf, writtenText } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import type { Fault, FieldFault, Fix, RuleContext } from '../rule';

/** The labels that Pod Security admission reads, without their prefix. */
const readLabels: readonly string[] = podSecurityModes.flatMap((mode) => [mode, `${mode}-version`]);

/** Values of the labels that the API server refuses the Namespace for. */
export function* refusedLabels(labels: Field, { kubernetesVersion }: RuleContext): Iterable<Fault> {
  for (const mode of podSecurityModes) {
    const level = member(labels, podSecurityPrefix + mode);
    const named = writtenText(level);
    if (named !== undefined && !namedLevels.includes(named)) {
      yield refusal(level, `"${named}" is no Pod Security level`, likelyLevels(named));
    }
    const version = member(labels, `${podSecurityPrefix}${mode}-version`);
    const release = writtenText(version);
    if (release !== undefined && !isLabelledVersion(release)) {
      const choices = likelyVersions(release, kubernetesVersion);
      yield refusal(version, `"${release}" is no version for Pod Security, which takes v1.N and latest`, choices);
    }
  }
}

function refusal(at: Field, message: string, choices: readonly string[]): Fault {
  return {
    at,
    message: `${message}, so the API server refuses the namespace`,
    severity: 'error',
    fixes: choices.map((choice) => ({ title: `Write ${choice}`, class: 'ask', edits: [set(pathOf(at), choice)] })),
  };
}

function likelyLevels(named: string): readonly string[] {
  const nearest = nearestWord(named, namedLevels);
  return nearest === undefined ? [...namedLevels].reverse() : [nearest];
}

function likelyVersions(written: string, cluster: number): string[] {
  const meant = parseVersion(written.toLowerCase());
  if (meant !== undefined) return [`v${versionName(meant)}`];
  return nearestWord(written, ['latest']) === undefined ? ['latest', `v${versionName(cluster)}`] : ['latest'];
}

/** What does nothing, and why, as a part of a sentence. */
export interface IdleLabel extends FieldFault {
  readonly reason: string;
}

/** Labels and annotations for Pod Security that do nothing. */
export function* idleLabels(root: Field): Iterable<IdleLabel> {
  const labels = descend(root, 'metadata', 'labels');
  for (const { name, value } of members(labels)) {
    if (!name.startsWith(podSecurityPrefix)) continue;
    const suffix = name.slice(podSecurityPrefix.length);
    const levels = levelsFor(suffix);
    if (!readLabels.includes(suffix)) {
      const meant = nearestWord(suffix, readLabels);
      yield idle(value, `Pod Security knows no label ${name}`, moves(value, labels, meant));
    } else if (levels[0] && levels.every((mode) => isAbsent(labels, mode))) {
      yield idle(value, `a version says nothing without ${podSecurityPrefix}${levels[0]}`, [removal(value)]);
    }
  }
  for (const { name, value } of members(descend(root, 'metadata', 'annotations'))) {
    const suffix = name.slice(podSecurityPrefix.length);
    if (!name.startsWith(podSecurityPrefix) || !readLabels.includes(suffix)) continue;
    yield idle(value, `Pod Security reads the label ${name}, not the annotation`, moves(value, labels, suffix));
  }
}

/** The labels of which a version label needs one to say anything; none for other labels. */
function levelsFor(suffix: string): readonly PodSecurityMode[] {
  // A namespace that enforces a level also warns of what breaks it.
  if (suffix === 'warn-version') return ['warn', 'enforce'];
  return podSecurityModes.filter((mode) => suffix === `${mode}-version`);
}

function isAbsent(labels: Field, suffix: string): boolean {
  return member(labels, podSecurityPrefix + suffix).state === 'absent';
}

function idle(at: Field, reason: string, fixes: readonly Fix[]): IdleLabel {
  const { key } = at;
  return {
    at,
    ...(key?.range && { range: { start: key.range[0], end: key.range[1] } }),
    reason,
    message: `${reason.replace(/^\w/, (letter) => letter.toUpperCase())}, so it does nothing`,
    fixes,
  };
}

function removal(label: Field): Fix {
  return { title: 'Remove the label', class: 'ask', edits: [remove(pathOf(label))] };
}

/** Makes a label of a value, if its name is clear and that label isn't there. */
function moves(value: Field, labels: Field, meant: string | undefined): Fix[] {
  if (meant === undefined || !isAbsent(labels, meant) || value.isShared) return [];
  const written = writtenText(value);
  const isVersion = meant.endsWith('-version');
  if (written === undefined || !(isVersion ? isLabelledVersion(written) : namedLevels.includes(written))) return [];
  const label = podSecurityPrefix + meant;
  return [
    {
      title: `Write it as the label ${label}${meant === 'enforce' ? ' (pods that break it are no longer created)' : ''}`,
      class: 'ask',
      edits: [remove(pathOf(value)), set(pathOf(member(labels, label)), written)],
    },
  ];
}
