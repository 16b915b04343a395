import { nearestWord } from '../nearestWord';
import { settingsSection } from '../protocol/starting';
import { isObject } from '../unknownJson';
import { type ConfigurationProblem, type ConfigurationReading, emptyConfiguration } from './configuration';
import { advice, wordAt } from './expectations';
import { configurationFrom } from './validation';
import { placeOfItem, placeOfKey, type WrittenValue } from './written';

/**
 * Reads the settings under `seaworthy.`: the words of a configuration file as a plain object. What is null or
 * undefined is not set, and other settings that live in the section are left alone.
 */
export function readSettings(settings: unknown): ConfigurationReading {
  if (settings === undefined || settings === null) return { configuration: emptyConfiguration, problems: [] };
  const written = writtenAt(settingsSection, settings);
  const { configuration, problems } = configurationFrom(written, 'ignored');
  const files = checkedFilesAt(written);
  return {
    configuration: { ...configuration, alone: configuration.alone || files.word === 'alone' },
    problems: [...problems, ...files.problems],
  };
}

/** Reads what a program asks for: the same words, all of them as they are told of. */
export function readOptions(options: unknown): ConfigurationReading {
  return configurationFrom(writtenAt('options', options), 'reported');
}

/** What `workspace` may say; `openFiles` is how `open` was written once. */
const checkedFiles = ['open', 'all', 'alone', 'openFiles'] as const;

/** Which files are checked, and how: that they are judged by themselves is a word of a configuration. */
function checkedFilesAt(settings: WrittenValue): {
  readonly word: (typeof checkedFiles)[number] | undefined;
  readonly problems: readonly ConfigurationProblem[];
} {
  const problems: ConfigurationProblem[] = [];
  const entry = settings.kind === 'mapping' ? settings.entries.find(({ name }) => name === 'workspace') : undefined;
  if (!entry || entry.value.kind === 'nothing') return { word: undefined, problems };
  const word = wordAt(entry.value, checkedFiles, 'a choice of files', ({ place, range }, message, { wrong } = {}) => {
    const meant = wrong && nearestWord(wrong.word, wrong.legal);
    const sentence = wrong ? message + advice(meant, wrong) : message;
    problems.push({
      message: `${place}: ${sentence}`,
      ...range,
      isFormal: true,
      ...(meant !== undefined && { meant }),
    });
  });
  return { word, problems };
}

const noRange = { start: 0, end: 0 };

function writtenAt(place: string, value: unknown): WrittenValue {
  const at = { place, range: noRange };
  if (typeof value === 'string') return { ...at, kind: 'text', text: value };
  if (Array.isArray(value)) {
    const items = value.map((item, index) => writtenAt(placeOfItem(place, index), item));
    return { ...at, kind: 'list', items };
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, below]) => {
      const placeBelow = placeOfKey(place, name);
      return { name, place: placeBelow, range: noRange, isRepeated: false, value: writtenAt(placeBelow, below) };
    });
    return { ...at, kind: 'mapping', entries };
  }
  if (value === undefined || value === null) return { ...at, kind: 'nothing' };
  return { ...at, kind: 'number or boolean', text: String(value) };
}
