import {
  type CancellationToken,
  type InlayHint,
  type InlayHintParams,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import { valueAt } from '../unknownJson';
import { isWithin, normalUri } from '../workspace/uris';
import { askedChart } from './askedChart';
import type { Session } from './session';
import { gathered } from './workspace/gathered';

/** The charts in whose templates values are shown, and what has a client ask for them again. */
interface Shown {
  readonly folders: Set<string>;
  readonly refresh: () => void;
}

const shown = new WeakMap<Session, Shown>();

/** How long values may be those of before something else was edited, in milliseconds. */
const patience = 300;

/** Answers what the actions of a template write with the chart's own values; null unless the settings ask for it. */
export async function shownValues(
  session: Session,
  { textDocument: { uri }, range }: InlayHintParams,
  token: CancellationToken,
): Promise<InlayHint[] | null> {
  const document = session.documents.get(uri);
  if (!document || valueAt(await session.settings.of(), 'inlayValues') !== true) return null;
  const asked = await askedChart(session, uri, undefined, token);
  if (asked.state === 'missing') return null;
  const { folder, chart, options } = asked;
  shownIn(session).folders.add(folder);
  const [{ chartPreview }, { inlayValues }] = await Promise.all([
    import('../features/charts/chartPreview'),
    import('../features/charts/inlayValues'),
  ]);
  const preview = chartPreview(chart);
  if (preview.state === 'refused') return null;
  const { path, set } = chart;
  const kinds = options?.workloadKinds ?? [];
  const values = inlayValues({ rendered: preview.text, path, text: document.getText(), values: set.name, kinds });
  return values.filter(({ position: { line } }) => range.start.line <= line && line <= range.end.line);
}

/** Has a client ask again for values that are made of a file that has changed. */
export function renewValues(session: Session, uri: string): void {
  const known = shown.get(session);
  if (known && [...known.folders].some((folder) => isWithin(normalUri(uri), folder))) known.refresh();
}

/** Has a client ask again for all values: the settings may be others. */
export function renewAllValues({ connection, skills }: Session): void {
  if (skills.refreshesValues) void connection.sendRequest(InlayHintRefreshRequest.type);
}

function shownIn(session: Session): Shown {
  const known = shown.get(session) ?? {
    folders: new Set(),
    refresh: gathered(() => renewAllValues(session), patience),
  };
  shown.set(session, known);
  return known;
}
