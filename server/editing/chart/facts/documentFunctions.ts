import { fact } from './functionFact';

// Source: text/template of Go 1.25, Sprig 3.3.0 and Helm 4.1.4, their documentation and what they do when they are tried.

/** Functions about templates, documents, secrets and what is random. */
export const documentFunctions = [
  fact(
    'include',
    'name string, context any → string',
    'What a template writes with a context, as a text that can be piped on.',
  ),
  fact('tpl', 'template string, context any → string', 'Renders a text as a template with a context.'),
  fact(
    'required',
    'message string, value any → any',
    'The value; if it is nothing or an empty text, rendering ends with the message.',
  ),
  fact('fail', 'message string → string', 'Ends rendering with a message.'),
  fact(
    'lookup',
    'apiVersion string, kind string, namespace string, name string → map',
    'An object of the cluster, or a list of them without a name. `helm template` and dry runs get an empty map.',
  ),
  fact('toYaml mustToYaml', 'value any → string', 'A value as YAML, without a line end behind it.'),
  fact('toYamlPretty', 'value any → string', 'A value as YAML, with the items of lists indented.'),
  fact('fromYaml', 'yaml string → map', 'Reads a YAML document; what is wrong with it stands under `Error`.'),
  fact(
    'fromYamlArray',
    'yaml string → list',
    'Reads a YAML document that is a list; what is wrong with it is its only item.',
  ),
  fact('toJson mustToJson', 'value any → string', 'A value as JSON on one line, with `<`, `>` and `&` escaped.'),
  fact('toPrettyJson mustToPrettyJson', 'value any → string', 'A value as JSON, indented.'),
  fact(
    'toRawJson mustToRawJson',
    'value any → string',
    'A value as JSON on one line, with nothing escaped that needn’t be.',
  ),
  fact(
    'fromJson mustFromJson',
    'json string → any',
    'Reads a JSON document; what is wrong with it stands under `Error`.',
  ),
  fact(
    'fromJsonArray',
    'json string → list',
    'Reads a JSON document that is a list; what is wrong with it is its only item.',
  ),
  fact('toToml', 'value any → string', 'A value as TOML.'),
  fact('fromToml', 'toml string → map', 'Reads a TOML document; what is wrong with it stands under `Error`.'),
  fact('b64enc', 'text string → string', 'Encodes a text with Base64, as Secrets want it: that hides nothing.'),
  fact('b64dec', 'text string → string', 'Decodes Base64.'),
  fact('b32enc', 'text string → string', 'Encodes a text with Base32.'),
  fact('b32dec', 'text string → string', 'Decodes Base32.'),
  fact('sha1sum', 'text string → string', 'The SHA-1 of a text, in hexadecimal digits.'),
  fact('sha256sum', 'text string → string', 'The SHA-256 of a text, in hexadecimal digits.'),
  fact('sha512sum', 'text string → string', 'The SHA-512 of a text, in hexadecimal digits.'),
  fact('adler32sum', 'text string → string', 'The Adler-32 checksum of a text.'),
  fact('randAlphaNum', 'length int → string', 'Random letters and digits: each rendering differs.'),
  fact('randAlpha', 'length int → string', 'Random letters: each rendering differs.'),
  fact('randNumeric', 'length int → string', 'Random digits: each rendering differs.'),
  fact('randAscii', 'length int → string', 'Random printable characters: each rendering differs.'),
  fact('randBytes', 'length int → string', 'Random bytes, encoded with Base64: each rendering differs.'),
  fact(
    'randInt',
    'start int, end int → int',
    'A random whole number from one on up to another, without that: each rendering differs.',
  ),
  fact('uuidv4', '→ string', 'A random UUID: each rendering differs.'),
  fact('bcrypt', 'password string → string', 'The bcrypt hash of a password: each rendering differs.'),
  fact('htpasswd', 'user string, password string → string', 'A line of an htpasswd file: each rendering differs.'),
  fact(
    'genPrivateKey',
    'kind string → string',
    'A new private key, `rsa`, `dsa`, `ecdsa` or `ed25519`: each rendering differs.',
  ),
  fact(
    'derivePassword',
    'counter number, type string, password string, user string, site string → string',
    'A password that is made of a master password and a site’s name, always the same.',
  ),
  fact(
    'genCA',
    'name string, days int → certificate',
    'A new certificate authority, its `Cert` and its `Key`: each rendering differs.',
  ),
  fact(
    'genCAWithKey',
    'name string, days int, key string → certificate',
    'A new certificate authority with a given key.',
  ),
  fact(
    'genSelfSignedCert',
    'name string, ips list, hosts list, days int → certificate',
    'A new certificate that signs itself, its `Cert` and its `Key`: each rendering differs.',
  ),
  fact(
    'genSelfSignedCertWithKey',
    'name string, ips list, hosts list, days int, key string → certificate',
    'A new certificate that signs itself, with a given key.',
  ),
  fact(
    'genSignedCert',
    'name string, ips list, hosts list, days int, ca certificate → certificate',
    'A new certificate that an authority has signed: each rendering differs.',
  ),
  fact(
    'genSignedCertWithKey',
    'name string, ips list, hosts list, days int, ca certificate, key string → certificate',
    'A new certificate with a given key that an authority has signed.',
  ),
  fact(
    'buildCustomCert',
    'cert string, key string → certificate',
    'A certificate for `genSignedCert`, from texts in Base64.',
  ),
  fact('encryptAES', 'password string, text string → string', 'Encrypts a text with AES: each rendering differs.'),
  fact('decryptAES', 'password string, text string → string', 'Decrypts what `encryptAES` has written.'),
  fact(
    'getHostByName',
    'host string → string',
    'The address of a host; Helm asks no name server unless it is told to, and gives an empty text.',
  ),
  fact('hello', '→ string', 'The text `Hello!`.'),
];
