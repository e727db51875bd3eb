import { load } from './web.mjs';

const documentOf = async did => {
  const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  const document = await load(`https://${host}/${[...path.length ? path : ['.well-known'], 'did.json'].join('/')}`);
  if (document.id !== did) throw new Error(`${did} is ${document.id} in its own document`);
  return document;
};

/** What a did:web address stands for: a controller's document, or one of its keys with the context of a Multikey. */
export const resolve = async address => {
  const [did, fragment] = address.split('#');
  const document = await documentOf(did);
  if (fragment === undefined) return document;
  const method = document.verificationMethod.find(each => each.id === address);
  if (method === undefined) throw new Error(`${did} has no key ${fragment}`);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
};
