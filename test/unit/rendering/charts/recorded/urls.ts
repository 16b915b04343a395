import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of addresses and their answers. */
export const urls: Recorded = [
  [
    'urlParse "https://u:p@example.com:80/a%20b?q=1#f"',
    'map[fragment:f host:example.com:80 hostname:example.com opaque: path:/a b query:q=1 scheme:https userinfo:u:p]',
  ],
  ['urlJoin (dict "scheme" "http" "host" "h:1" "path" "/p q" "query" "a=b" "fragment" "f")', 'http://h:1/p%20q?a=b#f'],
  ['urlParse "mailto:a@b"', 'map[fragment: host: hostname: opaque:a@b path: query: scheme:mailto userinfo:]'],
];
