import type { WorkspaceState } from '../../protocol/workspace';
import { gathered } from './gathered';
import { type ClientListener, scanClient } from './scanClient';
import type { Delayed, ScanEffect } from './scanEffects';
import type { ScanNews } from './scanMessages';
import type { ScanningSession } from './scanningSession';
import { workerOf } from './scanWorker';
import { waitingRoom } from './waitingRoom';

/** Milliseconds for which things gather before they are done. */
const delays: Readonly<Record<Delayed, number>> = {
  'tell changes': 250,
  'tell open files': 50,
  'scan anew': 250,
  'read more': 0,
};

/** The listener that effects report to. */
export interface RunnerListener extends Omit<ClientListener, 'onCancel'> {
  readonly onNews: (news: ScanNews) => void;
  /** The thread is gone; `uri` is the file that it was reading. */
  readonly onDeath: (reason: string, uri: string | undefined) => void;
  /** What was to be delayed is due. */
  readonly onDue: (delayed: Delayed) => void;
}

/** Runs the effects of steps: the only part of the scan that knows connection, thread and timers. */
export interface EffectRunner {
  readonly run: (effects: readonly ScanEffect[]) => void;
  /** Settles when whoever asked for a scan is answered. */
  readonly scanned: () => Promise<WorkspaceState>;
  /** Settles when more is known of neighbourhoods. */
  readonly neighbourhoodsKnown: () => Promise<void>;
}

/** A runner that has nothing to do yet. */
export function effectRunner(session: ScanningSession, listener: RunnerListener): EffectRunner {
  const worker = workerOf(session.startWorker, { onMessage: listener.onNews, onDeath: listener.onDeath });
  const client = scanClient(session, { ...listener, onCancel: worker.cancel });
  const scanned = waitingRoom<WorkspaceState>();
  const neighbourhoodsKnown = waitingRoom<void>();
  const delay = delaying(listener.onDue);
  const { reportsSyntax, crowdedFolders, rulePages } = session;

  const run = (effect: ScanEffect): void => {
    switch (effect.kind) {
      case 'start thread':
        worker.start({ leftOut: effect.leftOut, reportsSyntax, crowdedFolders, rulePages });
        break;
      case 'end thread':
        worker.end();
        break;
      case 'tell thread':
        worker.tell(effect.task);
        break;
      case 'delay':
        delay[effect.delayed]();
        break;
      case 'answer':
        scanned.wake(listener.state());
        break;
      case 'wake':
        neighbourhoodsKnown.wake();
        break;
      default:
        client(effect);
    }
  };

  return {
    run(effects) {
      for (const effect of effects) run(effect);
    },
    scanned: scanned.wait,
    neighbourhoodsKnown: neighbourhoodsKnown.wait,
  };
}

function delaying(onDue: (delayed: Delayed) => void): Readonly<Record<Delayed, () => void>> {
  const due = (delayed: Delayed) => gathered(() => onDue(delayed), delays[delayed]);
  return {
    'tell changes': due('tell changes'),
    'tell open files': due('tell open files'),
    'scan anew': due('scan anew'),
    'read more': due('read more'),
  };
}
