import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Configurations } from '../workspace/configurations';
import { mayPatch } from '../workspace/patchFiles';
import { normalUri } from '../workspace/uris';
import { isConfiguration } from './configurationAnswers';
import type { WorkspaceScan } from './workspace/scanningSession';

/** What following edits needs of a session. */
export interface EditingSession {
  readonly configurations: Pick<Configurations, 'renewKustomization'>;
  readonly scan: Pick<WorkspaceScan, 'onConfiguration'>;
}

/** Who wants to know of edits. */
export interface EditListener {
  /** Configurations say something else. */
  readonly onConfigured: () => void;
  /** Kustomizations do something else to other files. */
  readonly onPatched: () => void;
}

/**
 * Has what is said of other files count as it is typed: in configurations, and in kustomizations. It is told what an open
 * document says, undefined when it was closed.
 *
 * @param session undefined before the client has said hello
 */
export function followEdits(
  session: () => EditingSession | undefined,
  { onConfigured, onPatched }: EditListener,
): (document: TextDocument, text: string | undefined) => Promise<void> {
  return async ({ uri }, text) => {
    const { configurations, scan } = session() ?? {};
    if (!configurations || !scan) return;
    const tellScan = () => scan.onConfiguration(normalUri(uri), text);
    if (isConfiguration({ uri })) {
      tellScan();
      onConfigured();
    } else if (mayPatch(uri)) {
      const isOther = await configurations.renewKustomization(normalUri(uri));
      // Once it is closed, whatever it said in the editor counts no longer.
      if (isOther || text === undefined) tellScan();
      if (isOther) onPatched();
    }
  };
}
