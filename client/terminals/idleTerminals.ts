/** What is known of a terminal that was opened here. */
interface Use {
  readonly name: string;
  readonly environment: string;
  running: number;
  /** True while a text stands at its prompt that nobody has run yet. */
  holdsText: boolean;
}

/** Keeps track of which of our terminals wait for a command. */
export interface IdleTerminals<Terminal> {
  /** Counts a terminal as ours and as busy, until its command has ended. */
  readonly take: (terminal: Terminal, name: string, environment?: Readonly<Record<string, string>>) => void;
  /** Counts a terminal as ours and as busy, until a command of it has started and ended: a text stands at its prompt. */
  readonly leaveText: (terminal: Terminal, name: string) => void;
  readonly started: (terminal: Terminal) => void;
  readonly ended: (terminal: Terminal) => void;
  readonly closed: (terminal: Terminal) => void;
  /** A terminal of this name and environment in which nothing runs; those whose shells say nothing are never known to be. */
  readonly find: (name: string, environment?: Readonly<Record<string, string>>) => Terminal | undefined;
}

/** Nothing is known of any terminal yet. `tells` is whether its shell says when commands start and end. */
export function idleTerminals<Terminal>(tells: (terminal: Terminal) => boolean): IdleTerminals<Terminal> {
  const uses = new Map<Terminal, Use>();
  const change = (terminal: Terminal, by: number) => {
    const use = uses.get(terminal);
    if (use) use.running = Math.max(0, use.running + by);
  };
  const useOf = (terminal: Terminal, name: string, environment: Readonly<Record<string, string>> = {}) => {
    const use = uses.get(terminal) ?? { name, environment: sorted(environment), running: 0, holdsText: false };
    uses.set(terminal, use);
    return use;
  };
  return {
    take(terminal, name, environment) {
      useOf(terminal, name, environment).running++;
    },
    leaveText(terminal, name) {
      useOf(terminal, name).holdsText = true;
    },
    started(terminal) {
      const use = uses.get(terminal);
      if (use) use.holdsText = false;
      change(terminal, 1);
    },
    ended: (terminal) => change(terminal, -1),
    closed: (terminal) => uses.delete(terminal),
    find(name, environment = {}) {
      const wanted = sorted(environment);
      for (const [terminal, use] of uses) {
        const isIdle = use.running === 0 && !use.holdsText && tells(terminal);
        if (isIdle && use.name === name && use.environment === wanted) return terminal;
      }
      return undefined;
    },
  };
}

function sorted(environment: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1)));
}
