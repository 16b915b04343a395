/** What a baseline is called unless somebody chooses otherwise. */
export const baselineName = '.seaworthy-baseline.json';
