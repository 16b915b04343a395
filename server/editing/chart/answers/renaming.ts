import type { Place } from './valuePlaces';

/** Where a name is to be written anew, or why it can't be. */
export type Renaming =
  | { readonly state: 'possible'; readonly places: readonly Place[] }
  | { readonly state: 'refused'; readonly reason: string };
