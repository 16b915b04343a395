/** What Seaworthy finds in a snippet of its own, and why that is as it should be. */
export interface ExpectedFindings {
  readonly rules: readonly string[];
  readonly reason: string;
}

/** By the snippet's id. Whatever isn't here raises nothing at the default profile. */
export const expectedFindings: Readonly<Record<string, ExpectedFindings>> = {
  'pod/apiserver-admission-volume': {
    rules: ['host-path-volume'],
    reason: 'The API server is a static pod: its files lie on the node.',
  },
  'pod/apparmor-annotation': {
    rules: ['apparmor-annotation'],
    reason: 'It is for clusters older than 1.30, and is linted for the newest.',
  },
};
