import { placeholder } from '../../yaml/templates';

/** Where secret stores and tools keep what a manifest only points to. */
const references =
  /^(?:ENC\[|ENC\(|\{cipher\}|\{vault\}|!vault|@Microsoft\.KeyVault|(?:ref\+)?(?:vault|awssecrets?|awsssm|gcpsecrets?|azurekeyvault|sops|secretref|secretsmanager|secret|ssm|keyvault|op|sm|k8s|doppler|bws|env|file|configmap)(?::|\+?:?\/\/)|arn:|projects\/[^/]+\/secrets\/|\/run\/secrets\/|\/var\/run\/)/i;

/** What stands where a person, a script or a template shall put the real value. */
const placeholders =
  /^(?:<[^>]*>|\[[^\]]*\]|\{+[^}]*\}+|%[^%]*%|%[sdvq]|@[\w.-]+@|#\{.*\}#?|__\w+__|[x*.•#_?-]+|x{3,}[\w-]*|…|n\/?a|none|null|nil|undefined|unset|unused|empty|todo|fixme|tbd|redacted|masked|hidden|placeholder|dummy|replace[-_ ]?.*|your[-_ ]?(?:password|passwd|secret|token|api|key|access|own).*|(?:your|my|the|some|enter|insert|put|fill|add|paste|provide)[-_ ].*|.*[-_ ]?(?:goes|here|placeholder|replace[-_ ]?me|redacted)|<.*|.*>)$/i;

/**
 * True for what is no secret itself but stands for one: a variable (`$(NAME)`, `${NAME}`, `$NAME`, `%(NAME)s`), a
 * template, a reference to a secret store, ciphertext of SOPS and its like, a placeholder such as `<your-password>`.
 * `changeme` and `password` are none: whoever applies the manifest has that password.
 */
export function isStandIn(value: string): boolean {
  if (value === '' || value.includes(placeholder) || value.includes('{{')) return true;
  if (/^\$[\d@*]|\$[A-Za-z_({]|%\(\w+\)s|`/.test(value)) return true;
  return references.test(value) || placeholders.test(value);
}
