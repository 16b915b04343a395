import type { Link } from '../rule';

/** What this project says about silences. */
export const silencesPage: Link = {
  title: 'Silencing a finding',
  url: 'https://marketplace.visualstudio.com/items?itemName=seaworthy.seaworthy#silencing-a-finding',
};
