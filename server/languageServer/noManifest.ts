import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mayBeManifest } from '../documents/manifest/read/glance';

/**
 * True for a document that isn't to be judged as a manifest: a part of a chart that is no YAML, and JSON that nobody asks about.
 *
 * @param looksAtJson whether the client wants manifests in JSON looked at
 */
export function isNoManifest(document: TextDocument, looksAtJson: boolean): boolean {
  return /\/templates\/.*\.(?:tpl|txt)$/i.test(document.uri) || isUnwantedJson(document, looksAtJson);
}

/**
 * True for a template that the editor takes for no language of manifests: clients tell of it in case it belongs to a chart, and
 * other tools have templates too.
 */
export function isForeignTemplate({ uri, languageId }: TextDocument): boolean {
  return uri.includes('/templates/') && !/^(?:yaml|helm|json)/.test(languageId);
}

/**
 * True for JSON with an object of Kubernetes in it that the client wants no word about. It tells of JSON all the same
 * where a seccomp profile may stand, which has help of its own.
 */
function isUnwantedJson(document: TextDocument, looksAtJson: boolean): boolean {
  return !looksAtJson && document.languageId === 'json' && mayBeManifest(document.getText());
}
