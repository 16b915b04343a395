/*
 * What a kubectl helper is. Helpers are data: commands, menus, the cheat-sheet and docs/helpers.md are made from it, so
 * nothing here may need VS Code.
 */

/** The headings that helpers are listed under, in this order. */
export const helperGroups = [
  'Pods',
  'Resources and fields',
  'Manifests',
  'Rollouts',
  'Access',
  'Isolation of a process',
  'Kubeconfig',
  'On a node or with Docker',
] as const;

export type HelperGroup = (typeof helperGroups)[number];

/** The menus "Kubernetes" that a right-click opens: in an editor, and on a file of the explorer. */
export type Menu = 'editor' | 'explorer';

/** What a helper can ask for; `inputs/inputs.ts` says how. The word is also the placeholder: `<pod>`. */
export type InputName =
  | 'context'
  | 'namespace'
  | 'pod'
  | 'container'
  | 'targetContainer'
  | 'node'
  | 'serviceAddress'
  | 'serviceAccount'
  | 'podServiceAccount'
  | 'tokenSecret'
  | 'resource'
  | 'apiVersion'
  | 'fieldPath'
  | 'workload'
  | 'workloadContainer'
  | 'image'
  | 'portTarget'
  | 'ports'
  | 'process'
  | 'debugProfile'
  | 'file'
  | 'copiedText'
  | 'profileName'
  | 'program';

/** Placeholders that nobody is asked for: images from the settings, and what tells one debug pod from another. */
export type FilledPlaceholder = 'busyboxImage' | 'curlImage' | 'amicontainedImage' | 'suffix';

/** An argument, with `<placeholders>`; in a group, left out when the input it names was left open. */
export type Word = string | { readonly given: InputName; readonly words: readonly string[] };

/** One command line: the arguments of kubectl behind `--kubeconfig`, `--context` and `--namespace`. */
export interface Step {
  readonly words: readonly Word[];
  /** True for what tidies up: it is run even when a step before it failed. */
  readonly always?: boolean;
}

/** Which of `--context` and `--namespace` a helper's command line names. */
export type Scope = 'namespace' | 'cluster' | 'kubeconfig';

interface Described {
  /** Lasting name: what menus, links and the cheat-sheet call the helper by. */
  readonly id: string;
  readonly title: string;
  /** What else people type to find it, in the palette as in the list of helpers: programs, options, other names. */
  readonly synonyms: readonly string[];
  readonly group: HelperGroup;
  /** When it is useful, as one sentence. */
  readonly useful: string;
  /** The menus it stands in beside the palette; its group is a section there. */
  readonly menus?: readonly Menu[];
  /** The commands of the page "Practice Kubernetes" that it stands for, word for word. */
  readonly source?: readonly string[];
  /** What it does otherwise than those commands, and why. */
  readonly changed?: string;
}

/** A helper that runs kubectl in a terminal. */
export interface KubectlHelper extends Described {
  readonly kind: 'kubectl';
  readonly scope: Scope;
  readonly steps: readonly Step[];
  /** What it changes in the cluster, as a sentence that follows the title in a question; left out when nothing. */
  readonly changes?: string;
  /** True when it waits for input or runs on: it gets a terminal of its own. */
  readonly staysOpen?: boolean;
  /** The namespace that is offered first. */
  readonly usualNamespace?: string;
  /** The oldest minor version of kubectl 1.x that has what it takes. */
  readonly kubectlSince?: number;
  /** What its output is read for, where Seaworthy explains it. */
  readonly explains?: 'processStatus' | 'appArmorProfile';
  /** The helper that is offered when a step failed. */
  readonly undo?: string;
  /** Exit codes beside 0 that are answers, not failures. */
  readonly answers?: readonly number[];
}

/** What is run elsewhere: a line to copy for each kind of host. */
export interface HostHelper extends Described {
  readonly kind: 'host';
  readonly lines: readonly HostLine[];
}

/** A line for one kind of host. */
export interface HostLine {
  /** Where it is right, as in "A node with systemd". */
  readonly host: string;
  readonly line: string;
}

/** What opens a terminal in which kubectl has short names. */
export interface ShellHelper extends Described {
  readonly kind: 'shell';
  /** What can be typed in it. */
  readonly aliases: readonly string[];
}

export type Helper = KubectlHelper | HostHelper | ShellHelper;
