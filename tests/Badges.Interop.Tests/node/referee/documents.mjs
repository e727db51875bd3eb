import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://www.w3.org/2018/credentials/v1': 'credentials-v1.jsonld',
  'https://www.w3.org/ns/credentials/status/v1': 'credentials-status-v1.jsonld',
  'https://www.w3.org/ns/did/v1': 'did-v1.jsonld',
  'https://w3id.org/security/data-integrity/v1': 'data-integrity-v1.jsonld',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2.jsonld',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'ed25519-2020-v1.jsonld',
  'https://w3id.org/security/multikey/v1': 'multikey-v1.jsonld',
  'https://w3id.org/security/jwk/v1': 'jwk-v1.jsonld',
  'https://w3id.org/openbadges/v2': 'ob-v2p0.validator-variant.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': 'context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld': 'context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': 'context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': 'context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'ob-v3p0-3.0.3.validator-variant.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'ob-v3p0-extensions.json',
};

/** The published contexts: a map from address to document. */
export const readContexts = folder => {
  const read = file => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return new Map(Object.entries(files).map(([address, file]) => [address, read(file)]));
};

/** A document loader that knows these contexts and these documents, an object from address to document. */
export const loaderOf = (contexts, documents = {}) => async address => {
  const document = documents[address] ?? contexts.get(address);
  if (document === undefined) throw new Error(`no document was handed in for ${address}`);
  return { contextUrl: null, documentUrl: address, document: structuredClone(document) };
};
