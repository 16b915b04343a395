import type { Rule } from '../rule';
import { cpuLimit } from './cpuLimit';
import { cpuRequest } from './cpuRequest';
import { ephemeralStorage } from './ephemeralStorage';
import { memoryLimit } from './memoryLimit';
import { memoryRequest } from './memoryRequest';
import { requestOverLimit } from './requestOverLimit';

/** What containers ask of their nodes and may use at most, in the order in which documentation lists it. */
export const resourceRules: readonly Rule[] = [
  memoryRequest,
  memoryLimit,
  cpuRequest,
  cpuLimit,
  ephemeralStorage,
  requestOverLimit,
];
