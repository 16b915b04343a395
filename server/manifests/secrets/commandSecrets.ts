import type { OffsetRange } from '../../yaml/parsing/lines';
import { isNoSecret } from './harmlessValues';
import { isStandIn } from './standIns';

/** Passwords that commands are given without a name that says so. The secret is what the group `secret` holds. */
const commands: readonly RegExp[] = [
  /\b(?:mysql|mariadb)[\w-]*(?=[ \t])[^\n;|&]{0,300}[ \t]-p(?<secret>[^\s"'\\][^\s"']*)/g,
  /\b(?:redis-cli(?=[ \t])[^\n;|&]{0,300}[ \t]-a|sshpass[ \t]+-p)[ \t]*["']?(?<secret>[^\s"'\\][^\s"']*)/g,
  /\bcurl(?=[ \t])[^\n;|&]{0,300}[ \t](?:-u|--user)[ \t=]*["']?[\w.@-]+:(?<secret>[^\s"'\\][^\s"']*)/g,
  /\b(?:mongo|mongosh|mongodump|mongorestore)(?=[ \t])[^\n;|&]{0,300}[ \t]-p[ \t]+["']?(?<secret>[^\s"'-][^\s"']*)/g,
  /\bldap(?:search|add|modify|delete|whoami|passwd)(?=[ \t])[^\n;|&]{0,300}[ \t]-w[ \t]*["']?(?<secret>[^\s"'\\][^\s"']*)/g,
  /\bopenssl(?=[ \t])[^\n;|&]{0,300}[ \t]["']?pass:(?<secret>[^\s"'\\][^\s"']*)/g,
  /\brabbitmqctl[ \t]+(?:add_user|change_password)[ \t]+["']?[\w.-]+["']?[ \t]+["']?(?<secret>[^\s"';|&]+)/g,
  /\b(?:echo|printf)[ \t]+(?:-n[ \t]+)?["']?(?<secret>[^\s"'|;&]{4,})["']?[ \t]*\|[^\n;|&]{0,200}(?:--password-stdin|--with-token|\bsudo[ \t]+-S)/g,
  /\b(?:echo|printf)[ \t]+["']?[\w.-]+:(?<secret>[^\s"'|;&]+)["']?[ \t]*\|[ \t]*chpasswd/g,
  /\b(?:CREATE|ALTER)[ \t]+(?:USER|ROLE|LOGIN)\b[^;\n]{0,300}\b(?:PASSWORD[ \t]*=?|IDENTIFIED(?:[ \t]+WITH[ \t]+["'\w]+)?[ \t]+BY)[ \t]*["'](?<secret>[^"'\n]+)["']/gi,
];

const mayBeCommand =
  /mysql|mariadb|redis-cli|sshpass|curl|mongo|ldap|pass:|rabbitmqctl|-stdin|--with-token|sudo|chpasswd|identified|(?:user|role|login)\b[^;\n]{0,300}\bpassword/i;

/** Where commands of a text hold a password, in the order of what is looked for. */
export function* commandSecrets(text: string): Iterable<OffsetRange> {
  if (!mayBeCommand.test(text)) return;
  for (const pattern of commands) {
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? '';
      if (isStandIn(secret) || isNoSecret(secret)) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      yield { start, end: start + secret.length };
    }
  }
}
