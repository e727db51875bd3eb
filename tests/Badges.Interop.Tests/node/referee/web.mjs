import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schemas = {
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json':
    'achievementcredential.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json':
    'endorsementcredential.json',
};
const network = globalThis.fetch;

/** The only server that is fetched from, such as http://localhost:1234; null for none. */
let origin = null;
let schemaFolder = null;

/**
 * Takes the place of fetch in this process: one origin, over http although libraries ask for https, and the published
 * schemas from their copies. Anything else is refused.
 */
export const closeTheWeb = folder => {
  schemaFolder = folder;
  globalThis.fetch = async (input, init) => {
    const address = new URL(input.url ?? input);
    if (address.href in schemas) return new Response(readFileSync(join(schemaFolder, schemas[address.href])));
    if (origin === null || address.host !== new URL(origin).host) throw new Error(`${address} is not fetched`);
    const local = `${origin}${address.pathname}${address.search}`;
    return network(local, init ?? { method: input.method, headers: input.headers });
  };
};

/** Runs an operation during which one origin may be fetched from. */
export const during = async (allowed, operation) => {
  origin = allowed;
  try {
    return await operation();
  } finally {
    origin = null;
  }
};

/** The JSON at an address. */
export const load = async address => {
  const answer = await fetch(address, { headers: { accept: 'application/ld+json, application/json' } });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.json();
};
