import { CodeActionKind } from 'vscode-languageserver-types';

/** The kind of the actions that close all gaps of a container, a workload or a file at once. */
export const hardenKind = `${CodeActionKind.RefactorRewrite}.seaworthy.harden`;

/** The kind of the action that applies every safe fix of a file: what fix-on-save asks for. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.seaworthy`;

/** Every kind of code action there is. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, hardenKind, fixAllKind];
