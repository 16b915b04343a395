import { type Condition, conditionOf, outermostScope, type Scope, scopeInside } from './templateConditions';

/** What an action does: *silent* ones write nothing and steer nothing. */
type ActionRole = 'opens' | 'branches' | 'closes' | 'silent' | 'writes';

/** One `{{ … }}`. */
export interface Action {
  readonly start: number;
  readonly end: number;
  readonly body: string;
  readonly role: ActionRole;
}

/** `if … else … end` and its like. */
export interface Chain {
  readonly branches: Branch[];
  readonly start: number;
  end: number;
}

/** Begins and ends inside of the actions around it. */
export interface Branch {
  /** Taken where this holds and that of no branch before it. */
  readonly condition: Condition;
  readonly start: number;
  end: number;
  readonly chains: Chain[];
}

/** The actions of a template, in its order. One that is still being typed ends with its line. */
export function findActions(text: string): Action[] {
  const actions: Action[] = [];
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const end = actionEnd(text, start);
    const body = text
      .slice(start + 2, end)
      .replace(/^-\s|-?\}\}$/g, '')
      .trim();
    actions.push({ start, end, body, role: roleOf(body) });
    start = text.indexOf('{{', end);
  }
  return actions;
}

/** The offset behind an action's `}}`. An action that is still being typed ends with its line. */
function actionEnd(text: string, start: number): number {
  if (/^\{\{-?\s*\/\*/.test(text.slice(start, start + 16))) {
    const end = text.indexOf('*/', start);
    const close = end < 0 ? -1 : text.indexOf('}}', end);
    if (close >= 0) return close + 2;
  }
  let quote = '';
  for (let index = start + 2; index < text.length; index++) {
    const unit = text.charAt(index);
    if (quote !== '') {
      if (unit === '\\' && quote === '"') index++;
      else if (unit === quote || (unit === '\n' && quote !== '`')) quote = '';
    } else if (unit === '"' || unit === '`') quote = unit;
    else if (unit === '}' && text.charAt(index + 1) === '}') return index + 2;
    else if (unit === '{' && text.charAt(index + 1) === '{') break;
  }
  const lineEnd = text.indexOf('\n', start);
  return lineEnd < 0 ? text.length : lineEnd;
}

function roleOf(body: string): ActionRole {
  const keyword = /^[a-z]+/.exec(body)?.[0];
  switch (keyword) {
    case 'if':
    case 'with':
    case 'range':
    case 'define':
    case 'block':
      return 'opens';
    case 'else':
      return 'branches';
    case 'end':
      return 'closes';
    case 'break':
    case 'continue':
      return 'silent';
    default:
      return body.startsWith('/*') || /^\$\w*\s*(?:,\s*\$\w+\s*)?:?=/.test(body) ? 'silent' : 'writes';
  }
}

/** The choices that go over several lines, those inside of others below these, and all that stand on one line. */
export function findChains(
  text: string,
  actions: readonly Action[],
): { chains: readonly Chain[]; inline: readonly Chain[] } {
  const chains: Chain[] = [];
  const inline: Chain[] = [];
  const open: { readonly chain: Chain; readonly siblings: Chain[]; readonly outside: Scope }[] = [];
  const assigned = new Map<string, number>();
  let scope: Scope = { ...outermostScope, assigned };
  for (const action of actions) {
    const last = open.at(-1);
    const branch = last?.chain.branches.at(-1);
    const { start, end, body, role } = action;
    if (role === 'opens') {
      const siblings = branch?.chains ?? chains;
      const chain = { start, end: text.length, branches: [newBranch(text, end, conditionOf(body, scope))] };
      siblings.push(chain);
      open.push({ chain, siblings, outside: scope });
      scope = scopeInside(body, scope);
    } else if (last && branch && role === 'branches') {
      branch.end = start;
      last.chain.branches.push(newBranch(text, end, conditionOf(body, last.outside)));
      scope = scopeInside(body, last.outside);
    } else if (last && branch && role === 'closes') {
      branch.end = start;
      last.chain.end = end;
      scope = last.outside;
      open.pop();
      if (isInline(text, last.chain)) {
        last.siblings.pop();
        inline.push(last.chain);
      }
    }
    for (const [, name = ''] of body.matchAll(/\$(\w+)\s*(?:,\s*\$\w+\s*)?:?=/g)) {
      assigned.set(name, (assigned.get(name) ?? 0) + 1);
    }
  }
  return { chains, inline };
}

function newBranch(text: string, start: number, condition: Condition): Branch {
  return { condition, start, end: text.length, chains: [] };
}

/** True for `a: {{ if x }}1{{ else }}2{{ end }}`: the whole choice is one value that nobody can know. */
function isInline(text: string, chain: Chain): boolean {
  const lineEnd = text.indexOf('\n', chain.start);
  if (lineEnd >= 0 && lineEnd < chain.end) return false;
  const [first] = chain.branches;
  return first !== undefined && /\S/.test(text.slice(first.start, first.end));
}
