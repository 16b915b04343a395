/** What a branch of a template asks before it is taken. */
export type Condition =
  | { readonly kind: 'always' }
  /** True or false as the values are; one that asks the same as another has the same name. */
  | { readonly kind: 'switch'; readonly name: string; readonly said: Said }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** How people are told that a switch is on, and that it is off. */
export interface Said {
  readonly on: string;
  readonly off: string;
}

/** What a name means where an action stands. */
export interface Scope {
  /** What the dot stands for: empty for all that a template is given. */
  readonly dot: string;
  /** The same for `$`. */
  readonly root: string;
  /** How often each variable was assigned above. */
  readonly assigned: ReadonlyMap<string, number>;
}

/** What a template is given, with nothing assigned yet. */
export const outermostScope: Scope = { dot: '', root: '', assigned: new Map() };

const always: Condition = { kind: 'always' };

/** Takes the condition of `if …`, `else if …`, `with …` or `range …` off an action's body. */
export function conditionOf(body: string, scope: Scope): Condition {
  const expression = expressionOf(body);
  return expression === undefined ? always : read(expression, scope);
}

/** What the dot is inside of a branch that an action opens. */
export function scopeInside(body: string, scope: Scope): Scope {
  const keyword = /^(?:else\s+)?([a-z]+)/.exec(body)?.[1];
  const expression = expressionOf(body) ?? body;
  if (keyword === 'with') return { ...scope, dot: `with ${switchName(expression, scope)}` };
  if (keyword === 'range') return { ...scope, dot: `range ${switchName(expression, scope)}` };
  if (keyword === 'define' || keyword === 'block') return { ...scope, dot: body, root: body };
  return scope;
}

/** `if a`, `with $x := a` and `range $i, $x := a` all ask for `a`; undefined where nothing is asked. */
function expressionOf(body: string): string | undefined {
  const asked = /^(?:else\s+)?(?:if|with|range)\b([\s\S]*)$/.exec(body)?.[1];
  return asked?.replace(/^\s*\$\w*\s*(?:,\s*\$\w+\s*)?:?=/, '').trim();
}

function read(expression: string, scope: Scope): Condition {
  const words = wordsOf(expression);
  const [first = '', ...operands] = words;
  if (words.includes('|')) {
    const negated = /^([\s\S]*)\|\s*(?:not|empty)$/.exec(expression)?.[1];
    return negated ? { kind: 'not', of: read(negated.trim(), scope) } : switchFor(words, scope);
  }
  if (operands.length === 0 && first.startsWith('(') && first.endsWith(')')) {
    return read(first.slice(1, -1).trim(), scope);
  }
  if ((first === 'not' || first === 'empty') && operands.length === 1) {
    return { kind: 'not', of: read(operands.join(), scope) };
  }
  if ((first === 'and' || first === 'or') && operands.length > 0) {
    return { kind: first === 'and' ? 'all' : 'any', of: operands.map((operand) => read(operand, scope)) };
  }
  if (first === 'ne' && operands.length === 2) {
    return { kind: 'not', of: switchFor(['eq', ...operands], scope) };
  }
  return switchFor(words, scope);
}

function switchFor(words: readonly string[], scope: Scope): Condition {
  const expression = words.join(' ');
  return { kind: 'switch', name: switchName(expression, scope), said: saidOf(words.map(plainly)) };
}

/** `$.Values` as people think of it. */
function plainly(word: string): string {
  return word.replace(/\$(?=\.[A-Z])/g, '');
}

function saidOf(words: readonly string[]): Said {
  const [first = '', left, right] = words;
  const expression = words.join(' ');
  if (words.length === 1) return { on: `${expression} is set`, off: `${expression} isn't set` };
  if (first === 'eq' && words.length === 3) return { on: `${left} is ${right}`, off: `${left} isn't ${right}` };
  return { on: `(${expression}) holds`, off: `(${expression}) doesn't hold` };
}

/** A name that tells an expression from the same words where they mean something else. */
function switchName(expression: string, scope: Scope): string {
  const text = wordsOf(expression).join(' ');
  const outside = text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""');
  const variables = [...outside.matchAll(/\$(\w+)/g)].map(
    ([, name = '']) => `${name}@${scope.assigned.get(name) ?? 0}`,
  );
  const usesDot = /(?:^|[\s(|])\./.test(outside);
  const usesRoot = /\$(?!\w)/.test(outside);
  const isOfRoot = usesRoot && !usesDot && variables.length === 0;
  // `$.Values.a` is what `.Values.a` is where the dot is still all that the template was given.
  const plain = isOfRoot || scope.dot === scope.root ? text.replace(/\$\./g, '.') : text;
  const dot = usesDot || variables.length > 0 ? scope.dot : scope.root;
  return [plain, dot, ...variables].filter((part) => part !== '').join(' in ');
}

/** The words of an expression; what stands in quotes or parentheses is one. */
function wordsOf(expression: string): string[] {
  const words: string[] = [];
  let word = '';
  let depth = 0;
  const parts = expression.match(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\s+|[()|]|[^\s()|"`']+|["`']/g) ?? [];
  for (const part of parts) {
    const isBetween = depth === 0 && (/^\s/.test(part) || part === '|');
    if (part === '(') depth++;
    if (part === ')') depth--;
    if (!isBetween) word += /^\s/.test(part) ? ' ' : part;
    else {
      if (word !== '') words.push(word);
      if (part === '|') words.push(part);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  return words;
}

/** What follows from one switch for another: what lies below a value is only there with it, and a value is not two texts at once. */
export function impliedBy(name: string, on: boolean, other: string): boolean | undefined {
  if (!on) return isPath(other) && other.startsWith(`${name}.`) ? false : undefined;
  if (isPath(name)) return name.startsWith(`${other}.`) ? true : undefined;
  const [own, their] = [equality(name), equality(other)];
  return own && their && own.value === their.value && own.text !== their.text ? false : undefined;
}

/** Whether what is known of other switches rules a setting out; asks of all of them only where it has to. */
export function isRuledOut(name: string, on: boolean, known: ReadonlyMap<string, boolean>): boolean {
  if (!on) {
    const below = `${name}.`;
    for (const [other, isOn] of known) if (isOn && other.startsWith(below) && isPath(other)) return true;
    return false;
  }
  if (isPath(name)) {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (known.get(name.slice(0, dot)) === false) return true;
    }
    return false;
  }
  const own = equality(name);
  if (!own) return false;
  for (const [other, isOn] of known) {
    const their = isOn && other.startsWith('eq ') ? equality(other) : undefined;
    if (their && own.value === their.value && own.text !== their.text) return true;
  }
  return false;
}

function isPath(name: string): boolean {
  return /^\.[\w.]+$/.test(name);
}

/** The value that `eq .a "x"` compares, with all that tells it from others of the name, and the text. */
function equality(name: string): { readonly value: string; readonly text: string } | undefined {
  const [, value, text = '', place] = /^eq (\S+) ("[^"]*")(.*)$/.exec(name) ?? [];
  return value === undefined ? undefined : { value: `${value} ${place}`, text };
}
