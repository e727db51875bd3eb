// {"document", "origin"}  →  {"verified": true, "status": [bits of the status lists]}, or a refusal
// Verifies a credential, or another document with a proof, as somebody would who finds it on the web: keys, their
// controller and the status list are fetched from where they are published.
import jsigs from 'jsonld-signatures';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { verifyCredential } from '@digitalbazaar/vc';
import { resolve } from './did-web.mjs';
import { suitesOf } from './suites.mjs';
import { during, load } from './web.mjs';

export const run = ({ document, origin }, contexts) => during(origin, async () => {
  const documentLoader = async address => ({
    contextUrl: null,
    documentUrl: address,
    document: contexts.get(address) ?? await (address.startsWith('did:web:') ? resolve : load)(address),
  });
  const suite = suitesOf(document);
  const { verified, error, statusResult } = document.type?.includes('VerifiableCredential')
    ? await verifyCredential({ credential: document, suite, documentLoader, checkStatus })
    : await jsigs.verify(document, { suite, purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader });
  if (!verified) throw statusResult?.error ?? error ?? new Error('not verified');
  return { verified, status: (statusResult?.results ?? []).map(result => result.status) };
});
