import type { Link } from '../rule';

/** What this project says about silences. */
export const silencesPage: Link = {
  title: 'Silencing a finding',
  url: 'https://github.com/seaworthy-dev/seaworthy#silencing-a-finding',
};
