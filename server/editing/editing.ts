import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindOf } from '../documents/kindOf';
import type { AnyKind } from '../documents/kinds';
import type { DocumentAnswers } from '../features/documentAnswers';
import type { OfferedValue } from '../features/values/offeredValue';
import type { OutlineNode } from '../yaml/typing/outline';
import { type ConfiguringSession, configurationAnswers } from './configuration/configurationAnswers';
import { describedSystemCall } from './seccompProfile/describedSystemCall';
import { profileValues } from './seccompProfile/profileValues';

/** What an editor is told of a kind of document beside what rules find in it. */
interface Editing {
  /** For documents that rules have no part in: all that is said of them. */
  readonly answers?: (session: ConfiguringSession) => (document: TextDocument) => DocumentAnswers;
  /** What stands at an offset of a document, in Markdown, which a hover says before the rules. */
  readonly described?: (text: string, offset: number) => string | undefined;
  /** Values for a place that is in no object: the document may be of the kind once they are typed. */
  readonly values?: (node: OutlineNode, isJson: boolean) => readonly OfferedValue[];
}

/** What is special about editing some kinds; findings, quick-fixes, silences and the rules in hovers come to all of them. */
const editing: Partial<Record<AnyKind['id'], Editing>> = {
  configuration: { answers: configurationAnswers },
  seccompProfile: { described: describedSystemCall, values: profileValues },
};

/** Answers about documents that rules have no part in; undefined for all others. */
export function ownAnswers(session: ConfiguringSession): (document: TextDocument) => DocumentAnswers | undefined {
  const byKind = new Map(Object.entries(editing).map(([id, { answers }]) => [id, answers?.(session)]));
  return (document) => byKind.get(kindOf({ name: document.uri, text: document.getText() }).id)?.(document);
}

/** What stands at an offset of a document of a kind, in Markdown; undefined where nothing is known. */
export function describedAt({ id }: AnyKind, text: string, offset: number): string | undefined {
  return editing[id]?.described?.(text, offset);
}

/** Values for a place that is in no object. */
export function valuesOutsideObjects(node: OutlineNode, isJson: boolean): readonly OfferedValue[] {
  return Object.values(editing).flatMap(({ values }) => values?.(node, isJson) ?? []);
}
