import { booleanOf, descend, type Field, items, mayHaveMore, member, stringOf } from '../../yaml/field/field';
import type { Truth } from '../truth';
import type { Container } from './podSpec';

/** The capabilities that a container adds or drops, as they are written. */
export function capabilityItems(container: Container, list: 'add' | 'drop'): readonly Field[] {
  return items(descend(container.securityContext, 'capabilities', list));
}

/** Whether a list of capabilities names one of these, exactly so; null where a template may name it. */
export function listsCapability(container: Container, list: 'add' | 'drop', names: readonly string[]): Truth {
  const field = descend(container.securityContext, 'capabilities', list);
  const written = items(field);
  if (written.some((item) => names.includes(stringOf(item) ?? ''))) return true;
  return mayHaveMore(field) || written.some((item) => item.state === 'unknown') ? null : false;
}

/**
 * Whether a container is privileged or adds SYS_ADMIN or ALL: beside that the kernel's other walls are none, and no
 * privilege is left to be gained.
 */
export function grantsFullControl(container: Container): Truth {
  const privileged = member(container.securityContext, 'privileged');
  if (booleanOf(privileged) === true) return true;
  const adds = listsCapability(container, 'add', ['SYS_ADMIN', 'CAP_SYS_ADMIN', 'ALL', 'CAP_ALL', 'all']);
  return adds === false && privileged.state === 'unknown' ? null : adds;
}
