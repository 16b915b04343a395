import { type Field, items, mayHaveMore, member, numberOf, stringOf } from '../../yaml/field/field';
import type { Container } from './podSpec';
import { portNameFault } from './portNames';

/** A port that a container declares. */
export interface ContainerPort {
  /** Undefined where none is written, or a template writes it. */
  readonly name: string | undefined;
  readonly number: number | undefined;
  /** TCP where nothing is written, undefined where a template writes it. */
  readonly protocol: string | undefined;
  readonly field: Field;
}

/** The ports that a container declares. Others may be open: declaring is for readers, and for names. */
export function containerPorts(container: Container): ContainerPort[] {
  return items(member(container.field, 'ports')).map((field) => {
    const protocol = member(field, 'protocol');
    return {
      name: stringOf(member(field, 'name')),
      number: numberOf(member(field, 'containerPort')),
      protocol: protocol.state === 'absent' ? 'TCP' : stringOf(protocol),
      field,
    };
  });
}

/** True if a template may declare further ports, or give names to those that are there. */
export function mayDeclareMorePorts(container: Container): boolean {
  const ports = member(container.field, 'ports');
  return mayHaveMore(ports) || items(ports).some((port) => member(port, 'name').state === 'unknown');
}

/** What a probe or a Service calls a port: by its name, else by its number. Undefined where neither is known. */
export function portReference({ name, number }: ContainerPort): string | number | undefined {
  return name !== undefined && portNameFault(name) === undefined ? name : number;
}
