import type { CodeLens, CodeLensParams, ExecuteCommandParams } from 'vscode-languageserver';
import { podSecurityLenses, resolvedLens } from '../features/podSecurityLenses';
import { type LiftParams, liftCommand } from '../protocol/actions';
import { isObject, valueAt } from '../unknownJson';
import { liftWorkload } from './lifting';
import { openManifest } from './manifestAnswers';
import type { Session } from './session';

/** The Pod Security level of each workload. Lenses stand above workloads unless the settings say otherwise. */
export async function lenses(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  if (valueAt(await session.settings.of(), 'codeLens') === false) return [];
  const manifest = await openManifest(session, uri);
  return manifest ? podSecurityLenses(manifest.linted, uri, session.skills.annotatesEdits) : [];
}

/** What a lens says of its workload. */
export async function resolvedPodSecurity(session: Session, lens: CodeLens): Promise<CodeLens> {
  const params: unknown = lens.data;
  if (!isLiftParams(params)) return lens;
  const manifest = await openManifest(session, params.uri);
  return manifest ? resolvedLens(lens, manifest.linted, params) : lens;
}

/** Lifts a workload, as its lens offers it. */
export async function executed(
  session: Session,
  { command, arguments: [params] = [] }: ExecuteCommandParams,
): Promise<void> {
  if (command === liftCommand && isLiftParams(params)) await liftWorkload(session, params);
}

function isLiftParams(value: unknown): value is LiftParams {
  if (!isObject(value)) return false;
  const { uri, line, previews } = value;
  return (
    typeof uri === 'string' && typeof line === 'number' && (previews === undefined || typeof previews === 'boolean')
  );
}
