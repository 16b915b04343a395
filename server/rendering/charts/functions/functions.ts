import type { GoFunction } from '../evaluation/run';
import { text } from '../values/value';
import { builtins } from './builtins';
import { cases } from './cases';
import { dates } from './dates';
import { defaults } from './defaults';
import type { Family } from './define';
import { define } from './define';
import { dicts } from './dicts';
import { documents } from './documents';
import { encodings } from './encodings';
import { includes } from './includes';
import { lists } from './lists';
import { math } from './math';
import { paths } from './paths';
import { quoting } from './quoting';
import { random } from './random';
import { regexes } from './regexes';
import { strings } from './strings';
import { textLists } from './textLists';
import { toml } from './toml';
import { urls } from './urls';
import { versions } from './versions';

const greeting: Family = { hello: define('', () => text('Hello!')) };

const families: readonly Family[] = [
  builtins,
  strings,
  quoting,
  cases,
  textLists,
  math,
  defaults,
  dicts,
  lists,
  documents,
  toml,
  encodings,
  regexes,
  versions,
  dates,
  paths,
  urls,
  random,
  includes,
  greeting,
];

/** All functions that Helm 4 gives to templates, by name. */
export const functions: ReadonlyMap<string, GoFunction> = new Map(families.flatMap((family) => Object.entries(family)));
