import { numberAt, textAt, valueAt } from '../../../server/unknownJson';
import { type HostMessage, isHostMessage, type ViewMessage } from '../protocol';

/** What VS Code gives to a webview's script, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: ViewMessage): void;
  getState(): unknown;
  setState(state: ViewState): void;
};

/** What outlives the view: VS Code gives it back after a reload of the window. */
export interface ViewState {
  readonly address: string;
  /** How far the page is scrolled, in CSS pixels. */
  readonly scroll: number;
  readonly back: readonly string[];
  readonly forward: readonly string[];
}

const vscode = acquireVsCodeApi();

/** Tells the extension something. */
export function send(message: ViewMessage): void {
  vscode.postMessage(message);
}

/** Calls the listener with every message of the extension's; what is none is dropped. */
export function onMessage(listener: (message: HostMessage) => void): void {
  window.addEventListener('message', ({ data }) => {
    if (isHostMessage(data)) listener(data);
  });
}

/** Keeps the state for the next time that the view is loaded. */
export function keepState(state: ViewState): void {
  vscode.setState(state);
}

/** The state that was kept last, if there is one and it can be read. */
export function keptState(): ViewState | undefined {
  const state = vscode.getState();
  return isViewState(state) ? state : undefined;
}

function isViewState(value: unknown): value is ViewState {
  return (
    textAt(value, 'address') !== undefined &&
    numberAt(value, 'scroll') !== undefined &&
    Array.isArray(valueAt(value, 'back')) &&
    Array.isArray(valueAt(value, 'forward'))
  );
}
