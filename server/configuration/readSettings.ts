import { settingsSection } from '../protocol';
import { type ConfigurationReading, emptyConfiguration } from './configuration';
import { configurationFrom } from './validation';
import { placeOfItem, placeOfKey, type WrittenValue } from './written';

/**
 * Reads the settings under `seaworthy.`: the words of a configuration file as a plain object. What is null or
 * undefined is not set, and other settings that live in the section are left alone.
 */
export function readSettings(settings: unknown): ConfigurationReading {
  if (settings === undefined || settings === null) return { configuration: emptyConfiguration, problems: [] };
  return configurationFrom(writtenAt(settingsSection, settings), 'ignored');
}

const noRange = { start: 0, end: 0 };

function writtenAt(place: string, value: unknown): WrittenValue {
  const at = { place, range: noRange };
  if (typeof value === 'string') return { ...at, kind: 'text', text: value };
  if (Array.isArray(value)) {
    const items = value.map((item, index) => writtenAt(placeOfItem(place, index), item));
    return { ...at, kind: 'list', items };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, below]) => {
      const placeBelow = placeOfKey(place, name);
      return { name, place: placeBelow, range: noRange, isRepeated: false, value: writtenAt(placeBelow, below) };
    });
    return { ...at, kind: 'mapping', entries };
  }
  if (value === undefined || value === null) return { ...at, kind: 'nothing' };
  return { ...at, kind: 'number or boolean', text: String(value) };
}
