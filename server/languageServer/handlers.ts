import { newConfiguration } from '../editing/configuration/newConfiguration';
import { hardenings } from '../features/actions/hardenActions';
import { silenceableFindings } from '../features/actions/silence';
import { standingIn } from '../features/standing';
import type { FindingsParams, HardeningsParams } from '../protocol/actions';
import type { NewConfigurationParams } from '../protocol/configuration';
import type { StandingParams } from '../protocol/documents';
import type { NewChartParams } from '../protocol/newChart';
import { chartSilences } from './charts/chartQuickFixes';
import { renamed, renameRange } from './charts/chartRequests';
import { offeredActions } from './codeActionRequests';
import { completed, resolvedCompletion } from './completionRequests';
import { configurationChoices, ruleSetting } from './configurationRequests';
import { decision } from './decisionRequest';
import { documentDiagnostics } from './diagnosticRequests';
import { mendedInFile } from './fileFixesRequest';
import { followDocuments } from './followDocuments';
import { begin, followFiles, followFolders, followSettings, followTab } from './following';
import { shownValues } from './inlayValueRequests';
import { editedManifest, fromManifest, openManifest } from './manifestAnswers';
import { executed, lenses, resolvedPodSecurity } from './podSecurityRequests';
import { definitions, hover, references, signature } from './readingRequests';
import { renderedChart } from './renderedChartRequest';
import type { Session } from './session';
import { filesOfService, listedSnippets, snippetPlacement } from './snippetRequests';
import { templateColours, templateFolding, templateHighlights, templateOutline } from './templateRequests';

/** All that answers a client, and follows it. The whole engine comes with it, so it is loaded once the client knows what it can ask. */
export const handlers = {
  followDocuments,
  followFolders,
  begin,
  followSettings,
  followFiles,
  followTab,
  documentDiagnostics,
  offeredActions,
  completed,
  resolvedCompletion,
  hover,
  definitions,
  references,
  signature,
  renameRange,
  renamed,
  templateOutline,
  templateHighlights,
  templateFolding,
  templateColours,
  shownValues,
  lenses,
  resolvedPodSecurity,
  executed,
  async silences(session: Session, at: FindingsParams) {
    const manifest = await openManifest(session, at.uri);
    const own = manifest ? silenceableFindings(editedManifest(manifest, session), at) : [];
    return [...own, ...(await chartSilences(session, at))];
  },
  hardenings: fromManifest((manifest, { position, target }: HardeningsParams, session) => {
    return hardenings(editedManifest(manifest, session), manifest.document.offsetAt(position), target);
  }, []),
  mendedInFile,
  decision,
  standing: fromManifest(({ linted }, { line }: StandingParams) => standingIn(linted, line), null),
  configurationChoices,
  newConfiguration: (_: Session, chosen: NewConfigurationParams) => newConfiguration(chosen),
  ruleSetting,
  listedSnippets,
  snippetPlacement,
  filesOfService,
  /** The engine of charts comes with the first one. */
  madeChart: async (_: Session, { name, manifests }: NewChartParams) =>
    (await import('../rendering/newChart/newChart')).newChart(name, manifests),
  renderedChart,
  scanWorkspace: ({ scan }: Session) => scan.scan(),
};

/** For whoever names one of them without loading any. */
export type Handlers = typeof handlers;
