import { Fault } from '../go/fault';
import { quoted } from '../go/quote';
import { kindName } from '../go/typeNames';
import { madeOf } from '../origins/source';
import { sourceOf, type Table, table, text, type Value } from '../values/value';
import { define, type Family, tableAt, textAt } from './define';
import { escapedBytes } from './urlEscapes';

interface Url {
  readonly scheme: string;
  readonly opaque: string;
  readonly userinfo: string | undefined;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** `url.Parse`. */
function parseUrl(written: string): Url {
  const wrong = (why: string) => new Fault(`unable to parse url: parse ${quoted(written)}: ${why}`);
  if (/\p{Cc}/u.test(written) && !/[\u0080-\u009f]/.test(written))
    throw wrong('net/url: invalid control character in URL');
  const mark = written.indexOf('#');
  let rest = mark < 0 ? written : written.slice(0, mark);
  const fragment = mark < 0 ? '' : decoded(written.slice(mark + 1), wrong);
  const scheme = /^[a-zA-Z][a-zA-Z\d+.-]*(?=:)/.exec(rest)?.[0] ?? '';
  if (scheme === '' && rest.startsWith(':')) throw wrong('missing protocol scheme');
  if (scheme !== '') rest = rest.slice(scheme.length + 1);
  const question = rest.indexOf('?');
  const query = question < 0 ? '' : rest.slice(question + 1);
  if (question >= 0) rest = rest.slice(0, question);
  const url = { scheme: scheme.toLowerCase(), opaque: '', userinfo: undefined, host: '', path: '', query, fragment };
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ...url, opaque: rest };
    const [segment = ''] = rest.split('/');
    if (segment.includes(':')) throw wrong('first path segment in URL cannot contain colon');
  }
  if (!rest.startsWith('//') || (scheme === '' && rest.startsWith('///')))
    return { ...url, path: decoded(rest, wrong) };
  const [, authority = '', path = ''] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  if (port !== undefined && !/^\d*$/.test(port)) throw wrong(`invalid port ${quoted(`:${port}`)} after host`);
  if (/[ "<>\\^`{|}]/.test(host))
    throw wrong(`invalid character ${quoted(/[ "<>\\^`{|}]/.exec(host)?.[0] ?? '')} in host name`);
  return { ...url, userinfo: at < 0 ? undefined : authority.slice(0, at), host, path: decoded(path, wrong) };
}

function decoded(written: string, wrong: (why: string) => Fault): string {
  const bad = /%(?![\da-fA-F]{2}).{0,2}/s.exec(written)?.[0];
  if (bad !== undefined) throw wrong(`invalid URL escape ${quoted(bad)}`);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Sprig's functions of addresses. */
export const urls: Family = {
  urlParse: define('string', (values) => {
    const written = textAt(values, 0);
    const url = parseUrl(written.text);
    const hostname = url.host.startsWith('[')
      ? url.host.slice(1, url.host.indexOf(']'))
      : url.host.replace(/:\d*$/, '');
    const said = { ...url, hostname, userinfo: url.userinfo ?? '' };
    const entries = Object.entries(said).map(([key, value]): [string, Value] => [
      key,
      text(value, madeOf([written.source])),
    ]);
    return table(new Map(entries), undefined, written.source);
  }),
  urlJoin: define('map', (values) => {
    const from = tableAt(values, 0);
    const said = (key: string) => stringOf(from, key);
    const { source } = { source: sourceOf(values) };
    return text(
      urlText({
        scheme: said('scheme'),
        opaque: said('opaque'),
        userinfo: said('userinfo') || undefined,
        host: said('host'),
        path: said('path'),
        query: said('query'),
        fragment: said('fragment'),
      }),
      source,
    );
  }),
};

function stringOf(from: Table | undefined, key: string): string {
  const value = from?.entries.get(key);
  if (value === undefined) return '';
  if (value.kind === 'string') return value.text;
  throw new Fault(`unable to parse ${key} key, must be of type string, but ${kindName(value)} found`);
}

/** `url.URL.String`. */
function urlText({ scheme, opaque, userinfo, host, path, query, fragment }: Url): string {
  let written = scheme === '' ? '' : `${scheme}:`;
  if (opaque !== '') written += opaque;
  else {
    if (scheme !== '' || host !== '' || userinfo !== undefined) {
      const hasAuthority = host !== '' || path.startsWith('//') || userinfo !== undefined;
      if (hasAuthority) written += '//';
      if (userinfo !== undefined) written += `${userinfo}@`;
      written += host;
    }
    const shown = escapedBytes(path, /[\w.~$&+,/:;=@!*'()-]/);
    if (shown !== '' && !shown.startsWith('/') && host !== '') written += '/';
    written += shown;
  }
  if (query !== '') written += `?${query}`;
  if (fragment !== '') written += `#${escapedBytes(fragment, /[\w.~$&+,/:;=?@!*'()-]/)}`;
  return written;
}
