import { type ClientCapabilities, InsertTextMode, MarkupKind } from 'vscode-languageserver';

/** What a client can do, as far as it decides what the server does. */
export interface ClientSkills {
  /** Asks for diagnostics; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask for all diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** Answers what its settings are; otherwise they come with their changes. */
  readonly answersConfiguration: boolean;
  /** Can be asked to tell of changed settings. */
  readonly registersConfiguration: boolean;
  /** Can be asked to watch files. */
  readonly watchesFiles: boolean;
  /** Watches files outside of the workspace folders too. */
  readonly watchesElsewhere: boolean;
  /** Tells of workspace folders that come and go. */
  readonly tellsFolders: boolean;
  /** Shows progress that the server begins. */
  readonly showsProgress: boolean;
  /** Lets the user fill in what an edit leaves blank. */
  readonly takesSnippets: boolean;
  /** Takes snippets from completion. */
  readonly insertsSnippets: boolean;
  /** Leaves the indentation of what completion inserts alone when told so. */
  readonly insertsAsIs: boolean;
  /** Shows a few words beside what it lists for completion. */
  readonly showsLabelDetails: boolean;
  /** Says what each of several edits is for, and asks before it makes them. */
  readonly annotatesEdits: boolean;
  /** Makes edits of one version of a document alone. */
  readonly takesVersions: boolean;
  /** Makes edits that it did not ask for. */
  readonly appliesEdits: boolean;
  /** Opens a document when told so. */
  readonly showsDocuments: boolean;
  /** Can be told to ask for all lenses again. */
  readonly refreshesLenses: boolean;
  /** Asks what can be renamed before the new name is typed. */
  readonly preparesRename: boolean;
  /** Can be told to ask for all values beside actions again. */
  readonly refreshesValues: boolean;
  /** Shows Markdown beside what it lists for completion. */
  readonly showsMarkdown: boolean;
}

/** Reads a client's skills from its capabilities. */
export function skillsOf({ textDocument, workspace, window }: ClientCapabilities): ClientSkills {
  const completionItem = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    tellsFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    takesSnippets:
      workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    insertsSnippets: completionItem?.snippetSupport === true,
    insertsAsIs: completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    showsLabelDetails: completionItem?.labelDetailsSupport === true,
    annotatesEdits:
      workspace?.workspaceEdit?.changeAnnotationSupport !== undefined &&
      workspace.workspaceEdit.documentChanges === true,
    takesVersions: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    showsDocuments: window?.showDocument?.support === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesValues: workspace?.inlayHint?.refreshSupport === true,
    showsMarkdown: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
  };
}
