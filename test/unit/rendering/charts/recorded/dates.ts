import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of dates and their answers. */
export const dates: Recorded = [
  ['date "2006-01-02" (int64 0)', '1970-01-01'],
  ['dateInZone "15:04 MST" (int64 86399) "UTC"', '23:59 UTC'],
  ['toDate "2006-01-02" "2024-02-29" | date "Jan 2, 2006"', 'Feb 29, 2024'],
  ['(toDate "2006-01-02" "2024-02-29").Unix', '1709164800'],
  ['duration "95"', '1m35s'],
  ['durationRound "2h10m5s"', '2h'],
  ['durationRound 95', '0s'],
  ['htmlDate (int64 0)', '1970-01-01'],
  ['unixEpoch (toDate "2006-01-02" "1970-01-02")', '86400'],
  ['dateModify "-24h" (toDate "2006-01-02" "2024-03-01") | date "Mon 02"', 'Thu 29'],
];
