import { parseAllDocuments } from 'yaml';
import type { GoProgram } from './goPrograms/goProgram';
import type { RealApiServer } from './realApiServer';

/** What an API server has against objects. */
export interface Refusals {
  /** Why the server takes the object of a text not: a complaint a fault, none if it does; undefined where it serves no such kind. */
  readonly of: (text: string) => Promise<readonly string[] | undefined>;
}

/** The plugins of admission that ask for other objects, which aren't there. */
export const withoutOtherObjects = [
  '--disable-admission-plugins=NamespaceLifecycle,PodSecurity,Priority,RuntimeClass,StorageObjectInUseProtection',
] as const;

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Asks a server, which keeps nothing of it. */
export function refusalsBy(server: RealApiServer): Refusals {
  const groups = new Map<string, Promise<readonly Resource[]>>();
  const known = new Map<string, Promise<readonly string[] | undefined>>();
  const resources = (prefix: string) => {
    const asked = groups.get(prefix) ?? resourcesAt(server, prefix);
    groups.set(prefix, asked);
    return asked;
  };
  const ask = async (text: string) => {
    const head = headOf(text);
    if (!head) return undefined;
    const prefix = head.apiVersion.includes('/') ? `/apis/${head.apiVersion}` : `/api/${head.apiVersion}`;
    const resource = (await resources(prefix)).find(({ name, kind }) => kind === head.kind && !name.includes('/'));
    if (!resource) return undefined;
    const place = resource.namespaced ? `${prefix}/namespaces/${head.namespace}` : prefix;
    const answer = await server.ask(`${place}/${resource.name}?dryRun=All&fieldValidation=Strict`, {
      method: 'POST',
      yaml: text,
    });
    return answer.status < 300 ? [] : complaintsIn(answer.body);
  };
  return {
    of(text) {
      const answer = known.get(text) ?? ask(text);
      known.set(text, answer);
      return answer;
    },
  };
}

/** Asks the packages that an API server validates pods, and what makes pods, with; of other kinds nothing is known. */
export function refusalsByLibrary(program: GoProgram): Refusals {
  return {
    async of(text) {
      const [line = ''] = await program.ask([{ text, level: 'baseline', version: 'latest' }]);
      const { refused }: { refused: string } = JSON.parse(line);
      if (/^(?:a \*\S+ makes no pods|no kind )/.test(refused)) return undefined;
      return refused === '' ? [] : [refused];
    },
  };
}

/** The objects of a file, each as the text of a document; those of a List as JSON. */
export function objectsIn(documents: readonly string[]): string[] {
  return documents.flatMap((text) => {
    if (!/^[ \t"{]*kind["]?:[ \t]*["']?\w*List\b/m.test(text)) return [text];
    const [document] = parseAllDocuments(text, { version: '1.1', logLevel: 'silent' });
    const value: unknown = document && 'toJS' in document ? document.toJS() : undefined;
    if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items))
      return [text];
    return value.items.map((item: unknown) => JSON.stringify(item));
  });
}

async function resourcesAt(server: RealApiServer, prefix: string): Promise<readonly Resource[]> {
  const { status, body } = await server.ask(prefix);
  if (status !== 200) return [];
  const { resources }: { resources: Resource[] } = JSON.parse(body);
  return resources;
}

function headOf(text: string): Head | undefined {
  const [document] = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' });
  if (!document || !('getIn' in document)) return undefined;
  const at = (...path: string[]) => {
    const value: unknown = document.getIn(path);
    return typeof value === 'string' ? value : undefined;
  };
  const [apiVersion, kind] = [at('apiVersion'), at('kind')];
  if (apiVersion === undefined || kind === undefined) return undefined;
  return { apiVersion, kind, namespace: at('metadata', 'namespace') ?? 'default' };
}

interface Status {
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly field?: string; readonly message?: string }[] };
}

function complaintsIn(body: string): string[] {
  const { message, details }: Status = JSON.parse(body);
  const causes = details?.causes?.map((cause) => `${cause.field}: ${cause.message}`) ?? [];
  return causes.length > 0 ? causes : [message ?? body];
}
