import type { SearchEntry } from '../content';
import { type SearchEngine, searchEngine } from '../searchEngine';
import { closest, elementWithId, say } from './elements';
import { send } from './extension';
import { goTo } from './navigation';

const mostResults = 30;

let engine: SearchEngine | undefined;
let found: readonly SearchEntry[] = [];
let chosen = -1;

/** Makes the search field search as one types; the entries are asked for when it gets the focus. */
export function listenToSearch(): void {
  const input = searchInput();
  let asked = false;
  const ask = () => {
    if (!asked) send({ type: 'getSearchEntries' });
    asked = true;
  };
  input.addEventListener('focus', ask);
  // The field is there before this script is, and may have been typed into.
  if (document.activeElement === input || input.value) ask();
  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') choose(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') open(Math.max(chosen, 0));
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  results().addEventListener('click', (event) => {
    const option = closest(event, '[role=option]');
    if (option) open(Number(option.getAttribute('data-index')));
  });
  // A press on a result must not take the focus from the field first, which closes the list.
  results().addEventListener('mousedown', (event) => event.preventDefault());
  input.addEventListener('blur', close);
}

/** Takes in what can be found. */
export function setSearchEntries(entries: readonly SearchEntry[]): void {
  engine = searchEngine(entries);
  if (searchInput().value) search();
}

function search(): void {
  const query = searchInput().value.trim();
  if (!engine || query === '') {
    close();
    return;
  }
  found = engine.find(query, mostResults);
  results().replaceChildren(...(found.length > 0 ? found.map(optionFor) : [nothingFound(query)]));
  results().hidden = false;
  searchInput().setAttribute('aria-expanded', 'true');
  choose(found.length > 0 ? 0 : -1);
  announceCount();
}

function optionFor(entry: SearchEntry, index: number): HTMLElement {
  const option = document.createElement('div');
  option.id = `result-${index}`;
  option.setAttribute('role', 'option');
  option.setAttribute('data-index', String(index));
  const line = (className: string, text: string) => {
    const span = document.createElement('span');
    span.className = className;
    span.textContent = text;
    return span;
  };
  const isCode = entry.kind === 'command' || entry.kind === 'YAML';
  option.append(
    line('kind', entry.kind),
    line(isCode ? 'title code' : 'title', entry.title),
    line('place', entry.place === entry.title ? '' : entry.place),
  );
  return option;
}

function nothingFound(query: string): HTMLElement {
  const option = document.createElement('div');
  option.setAttribute('role', 'option');
  option.setAttribute('aria-disabled', 'true');
  option.textContent = `Nothing found for "${query}"`;
  return option;
}

function choose(index: number): void {
  chosen = index;
  for (const option of results().children) {
    const isChosen = option.id === `result-${index}`;
    option.setAttribute('aria-selected', String(isChosen));
    if (isChosen) option.scrollIntoView({ block: 'nearest' });
  }
  if (index < 0) searchInput().removeAttribute('aria-activedescendant');
  else searchInput().setAttribute('aria-activedescendant', `result-${index}`);
}

function open(index: number): void {
  const entry = found[index];
  if (!entry) return;
  searchInput().value = '';
  searchInput().blur();
  goTo(entry.address);
}

function close(): void {
  found = [];
  chosen = -1;
  results().hidden = true;
  results().replaceChildren();
  searchInput().setAttribute('aria-expanded', 'false');
  searchInput().removeAttribute('aria-activedescendant');
}

let counting: ReturnType<typeof setTimeout> | undefined;

/** Told once the typing pauses: a screen reader would otherwise be interrupted by every letter. */
function announceCount(): void {
  clearTimeout(counting);
  counting = setTimeout(() => {
    if (!results().hidden) say(found.length === 1 ? '1 result' : `${found.length} results`);
  }, 700);
}

function searchInput(): HTMLInputElement {
  const input = elementWithId('search');
  if (!(input instanceof HTMLInputElement)) throw new Error('The search field is an input');
  return input;
}

function results(): HTMLElement {
  return elementWithId('results');
}
