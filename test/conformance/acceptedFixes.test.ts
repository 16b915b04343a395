import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/rules/catalogue';
import { splitDocuments } from '../../server/yaml/read/documents';
import { isTemplated } from '../../server/yaml/templates/templates';
import { buildingTime, type GoProgram, startGoProgram, whyNoGo } from '../kubernetes/goPrograms/goProgram';
import { type RealApiServer, startRealApiServer, whyNoApiServer } from '../kubernetes/realApiServer';
import { objectsIn, type Refusals, refusalsBy, refusalsByLibrary, withoutOtherObjects } from '../kubernetes/refusals';
import { everyRule } from '../unit/fixes/everyRule';
import { type FixedText, hardenedTexts, singlyFixedTexts } from './fixedTexts';
import { randomManifest } from './randomPods/manifests';
import { randomFrom } from './randomPods/random';

const corpus = path.resolve('../shared/corpus');
const together = path.join(__dirname, '../fixtures/together');
const refusedOnce = path.resolve('../shared/cases/api-server');

/** How many fixes of a rule are tried in the corpus, and how many random pods are mended; more of both with SEAWORTHY_TEST_ALL. */
const most = process.env.SEAWORTHY_TEST_ALL ? 30 : 6;
const pods = process.env.SEAWORTHY_TEST_ALL ? 120 : 60;
const inParallel = 8;

/** A document whose fixes are tried. */
interface Tried {
  readonly name: string;
  readonly text: string;
  readonly fixed: readonly FixedText[];
}

describe('What fixes leave', function () {
  this.timeout(600_000);
  let server: RealApiServer | undefined;
  let program: GoProgram | undefined;
  let refusals: Refusals | undefined;

  before(async function () {
    this.timeout(buildingTime);
    const noServer = whyNoApiServer();
    const noGo = whyNoGo();
    if (noServer !== undefined) console.log(`    What fixes leave: ${noServer}.`);
    if (noGo !== undefined) console.log(`    What fixes leave: ${noGo}.`);
    if (noServer === undefined) server = await startRealApiServer(withoutOtherObjects);
    if (noGo === undefined) program = await startGoProgram('podSecurity');
    if (server) refusals = refusalsBy(server);
    else if (program) refusals = refusalsByLibrary(program);
  });

  after(async () => {
    await server?.stop();
    await program?.stop();
  });

  it('of the examples of rules, and where one thing goes with another, is taken as before', async function () {
    if (!refusals) this.skip();
    const texts = new Map(rules.flatMap(({ id, bad, good }) => [[`bad ${id}`, bad] as const, [`good ${id}`, good]]));
    for (const file of readdirSync(together)) texts.set(file, readFileSync(path.join(together, file), 'utf8'));
    const tried = documentsOf(texts).map(({ name, text }) => ({
      name,
      text,
      fixed: [...hardenedTexts(text, everyRule), ...singlyFixedTexts(text, everyRule)],
    }));
    await assertTaken(tried, refusals);
  });

  it('of manifests whose fixes were once refused is taken as before', async function () {
    if (!refusals || !existsSync(refusedOnce)) this.skip();
    const files = readdirSync(refusedOnce).filter((file) => file.endsWith('.yaml'));
    const texts = new Map(files.map((file) => [file, readFileSync(path.join(refusedOnce, file), 'utf8')]));
    const tried = documentsOf(texts).map(({ name, text }) => ({
      name,
      text,
      fixed: [...hardenedTexts(text, everyRule), ...singlyFixedTexts(text, everyRule)],
    }));
    await assertTaken(tried, refusals);
  });

  it('of the manifests of other projects is taken as before', async function () {
    if (!refusals || !existsSync(corpus)) this.skip();
    const texts = new Map<string, string>();
    for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(?:ya?ml|json)$/.test(file)) texts.set(file, readFileSync(path.join(corpus, file), 'utf8'));
    }
    const counts = new Map<string, number>();
    const isFew = ({ rule = '' }: FixedText) => {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return (counts.get(rule) ?? 0) <= most;
    };
    const tried = documentsOf(texts).map(({ name, text }) => ({
      name,
      text,
      fixed: [...hardenedTexts(text, everyRule), ...singlyFixedTexts(text, everyRule).filter(isFew)],
    }));
    await assertTaken(tried, refusals);
  });

  it('of random pods is taken as before', async function () {
    if (!program) this.skip();
    const random = randomFrom(7);
    const texts = Array.from({ length: pods }, () => randomManifest(random));
    const tried = texts.map((text) => ({
      name: `the pod\n${text}`,
      text,
      fixed: [...hardenedTexts(text, everyRule), ...singlyFixedTexts(text, everyRule)],
    }));
    await assertTaken(tried, refusalsByLibrary(program));
  });
});

/** The plain documents of some texts that may be an object. */
function documentsOf(texts: ReadonlyMap<string, string>): { readonly name: string; readonly text: string }[] {
  return [...texts]
    .filter(([, text]) => !isTemplated(text))
    .flatMap(([name, text]) => splitDocuments(text).map((document) => ({ name, text: document.text })))
    .filter(({ text }) => mayBeObject(text));
}

function mayBeObject(text: string): boolean {
  return text.includes('apiVersion') && text.includes('kind');
}

async function assertTaken(tried: readonly Tried[], refusals: Refusals): Promise<void> {
  const waiting = [...tried];
  const complaints: string[] = [];
  let compared = 0;
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const before = await Promise.all(objectsIn([next.text]).map(refusals.of));
      for (const { what, text } of next.fixed) {
        const documents = splitDocuments(text).map((document) => document.text);
        const after = await Promise.all(objectsIn(documents.filter(mayBeObject)).map(refusals.of));
        for (const [index, said] of after.entries()) {
          // What a fix adds stands behind the rest.
          const was = index < before.length ? before[index] : [];
          // What isn't taken as it is can't be compared: complaints hide others.
          if (!said || was?.length !== 0) continue;
          compared++;
          if (said.length > 0) complaints.push(`${next.name}: ${what}: ${said.join('; ')}`);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: inParallel }, work));
  console.log(`      ${compared} objects were taken before, and are taken with fixes made`);
  assert.deepEqual(complaints, []);
  assert.ok(compared > 100, `only ${compared} objects were compared`);
}
