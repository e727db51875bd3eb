// {"credential", "documents", "now"}  →  {"verified": true}, or a refusal
// Verifies a credential with the documents that are handed in.
import { verifyCredential } from '@digitalbazaar/vc';
import { loaderOf } from './documents.mjs';
import { suitesOf } from './suites.mjs';

export const run = async ({ credential, documents, now }, contexts) => {
  const { verified, error } = await verifyCredential({
    credential, suite: suitesOf(credential), documentLoader: loaderOf(contexts, documents), now,
  });
  if (!verified) throw error ?? new Error('not verified');
  return { verified };
};
