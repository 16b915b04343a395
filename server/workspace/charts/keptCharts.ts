import type { GivenFile } from '../../rendering/charts/chart/givenFile';
import { encodeUtf8 } from '../../rendering/charts/go/bytes';
import type { FileBytes, MaybePromise, ReadableBytes, ReadableFiles, ReadableFolders } from '../files';
import { isWithin, joined, nameOf, pathOfUri, relativeTo } from '../uris';
import { type ChartListing, chartListing } from './chartListing';
import { type ChartPlace, chartFile, chartPlaces } from './chartPlace';
import { largestChart, largestChartFile, mostChartFiles } from './limits';

/** The files of a chart as they stand, or why they can't be had. */
export type ChartReading =
  | {
      readonly state: 'read';
      /** All that helm takes for parts of the chart, with charts in it. A file is the same object as long as its bytes are the same. */
      readonly files: readonly GivenFile[];
      /** What lies in the chart's folder beside them, from there with `/`. */
      readonly ignored: readonly string[];
      /** The files that can't be read; a reason goes on from the file's name. */
      readonly faults: readonly { readonly path: string; readonly reason: string }[];
    }
  /** The reason goes on from the chart. */
  | { readonly state: 'unreadable'; readonly reason: string };

/** A text that an editor has open: it counts before the file is saved. */
export interface OpenFile {
  readonly uri: string;
  readonly text: string;
}

/** The charts that somebody has asked about: what was read of them is kept until it changes. */
export interface KeptCharts {
  /** Where a file lies in a chart; undefined for one that lies in none. */
  readonly placeOf: (uri: string) => Promise<ChartPlace | undefined>;
  /** The files of the chart in a folder, with everything below it. */
  readonly read: (folder: string) => Promise<ChartReading>;
  /** Some of the files that `.helmignore` leaves out of a chart; those that can't be read are missing. */
  readonly readIgnored: (folder: string, paths: readonly string[]) => Promise<readonly GivenFile[]>;
  /**
   * A file has changed on disk, or was opened, edited or closed.
   *
   * @param comesOrGoes whether it may have come or gone, or be a folder that has
   */
  readonly changed: (uri: string, comesOrGoes: boolean) => void;
}

/** What charts are read with. */
export interface ChartMeans {
  /** As they are saved. */
  readonly files: ReadableFiles & ReadableBytes & ReadableFolders;
  readonly openFiles: () => Iterable<OpenFile>;
  /** Hears of each chart whose files are read for the first time. */
  readonly onChart?: (folder: string) => void;
}

/** What is known of a chart's folder. */
interface KeptChart {
  listing: Promise<ChartListing> | undefined;
  /** By their paths. */
  readonly saved: Map<string, MaybePromise<FileBytes>>;
  /** What was given last, by paths. */
  readonly given: Map<string, GivenFile>;
  /** The texts behind what was given of open files. */
  readonly texts: WeakMap<GivenFile, string>;
}

/** A file, or why it can't be had. */
type FoundFile =
  | { readonly state: 'bytes'; readonly file: GivenFile }
  | Exclude<FileBytes, { readonly state: 'bytes' }>;

function givenOf(chart: KeptChart, path: string, read: FileBytes): FoundFile {
  if (read.state !== 'bytes') return read;
  const last = chart.given.get(path);
  const file = last?.bytes === read.bytes ? last : { path, bytes: read.bytes };
  chart.given.set(path, file);
  return { state: 'bytes', file };
}

/** So many files are read at once. */
const atOnce = 64;

/** No charts yet. */
export function keptCharts({ files, openFiles, onChart }: ChartMeans): KeptCharts {
  const openText = (uri: string) => {
    for (const open of openFiles()) if (open.uri === uri) return open.text;
    return undefined;
  };
  const openFirst: ReadableFiles = {
    text(uri) {
      const text = openText(uri);
      return text === undefined ? files.text(uri) : { state: 'text', text };
    },
  };
  const places = chartPlaces(openFirst);
  const known = new Map<string, KeptChart>();

  const keptIn = (folder: string): KeptChart => {
    const found = known.get(folder);
    if (found) return found;
    const created: KeptChart = { listing: undefined, saved: new Map(), given: new Map(), texts: new WeakMap() };
    known.set(folder, created);
    onChart?.(folder);
    return created;
  };

  return {
    placeOf: places.placeOf,
    async read(folder) {
      if (pathOfUri(folder) === undefined && (await files.entriesOf(folder)).length === 0) {
        return { state: 'unreadable', reason: 'lies in no local folder, so its files can’t be read' };
      }
      const chart = keptIn(folder);
      chart.listing ??= chartListing(folder, { text: openFirst.text, entriesOf: files.entriesOf });
      const { own, ignored, isComplete } = await chart.listing;
      if (!isComplete) return { state: 'unreadable', reason: `holds more than ${mostChartFiles} files` };
      return given(folder, chart, own, ignored);
    },
    async readIgnored(folder, paths) {
      const chart = keptIn(folder);
      const open = openTextsIn(folder);
      const found = await Promise.all(paths.map((path) => fileIn(folder, chart, path, open.get(path))));
      return found.flatMap((read) => (read.state === 'bytes' ? read.file : []));
    },
    changed(uri, comesOrGoes) {
      if (comesOrGoes || nameOf(uri) === chartFile) places.forget();
      for (const [folder, chart] of known) {
        const isIn = isWithin(uri, folder);
        if (!isIn && !isWithin(folder, uri)) continue;
        if (comesOrGoes || nameOf(uri) === '.helmignore') chart.listing = undefined;
        if (!comesOrGoes) chart.saved.delete(relativeTo(folder, uri));
        else for (const path of chart.saved.keys()) if (isWithin(joined(folder, path), uri)) chart.saved.delete(path);
      }
    },
  };

  async function given(
    folder: string,
    chart: KeptChart,
    own: readonly string[],
    ignored: readonly string[],
  ): Promise<ChartReading> {
    const open = openTextsIn(folder);
    const left = new Set(ignored);
    const unsaved = [...open.keys()].filter((path) => !left.has(path));
    const given: GivenFile[] = [];
    const faults: { readonly path: string; readonly reason: string }[] = [];
    let size = 0;
    const paths = [...new Set([...own, ...unsaved])];
    for (const [index, path] of paths.entries()) {
      if (index % atOnce === 0) {
        for (const next of paths.slice(index, index + atOnce)) if (!open.has(next)) void saved(folder, chart, next);
      }
      const found = fileIn(folder, chart, path, open.get(path));
      const read = found instanceof Promise ? await found : found;
      if (read.state === 'unreadable') faults.push({ path, reason: read.reason });
      if (read.state !== 'bytes') continue;
      given.push(read.file);
      size += read.file.bytes.length;
      if (size > largestChart) {
        return { state: 'unreadable', reason: `holds more than ${largestChart / 1024 / 1024} MB` };
      }
    }
    return { state: 'read', files: given, ignored, faults };
  }

  /** A file as it stands, the same object as before if it says the same. */
  function fileIn(folder: string, chart: KeptChart, path: string, text: string | undefined): MaybePromise<FoundFile> {
    if (text !== undefined) {
      const last = chart.given.get(path);
      if (last && chart.texts.get(last) === text) return { state: 'bytes', file: last };
      const file = { path, bytes: encodeUtf8(text) };
      chart.texts.set(file, text);
      chart.given.set(path, file);
      return { state: 'bytes', file };
    }
    const read = saved(folder, chart, path);
    return read instanceof Promise ? read.then((later) => givenOf(chart, path, later)) : givenOf(chart, path, read);
  }

  function openTextsIn(folder: string): Map<string, string> {
    const texts = new Map<string, string>();
    for (const { uri, text } of openFiles()) if (isWithin(uri, folder)) texts.set(relativeTo(folder, uri), text);
    return texts;
  }

  function saved(folder: string, chart: KeptChart, path: string): MaybePromise<FileBytes> {
    const found = chart.saved.get(path) ?? files.bytes(joined(folder, path), largestChartFile);
    chart.saved.set(path, found);
    if (found instanceof Promise) {
      // Later readers needn't wait.
      void found.then((read) => {
        if (chart.saved.get(path) === found) chart.saved.set(path, read);
      });
    }
    return found;
  }
}
