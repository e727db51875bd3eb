// {"credential", "documents", "now"}  →  {"verified": true, "status": [bits of the status lists]}, or a refusal
// Verifies a credential, its proofs, its dates and its place in the status list as another verifier would.
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { verifyCredential } from '@digitalbazaar/vc';
import { loaderOf } from './documents.mjs';
import { suiteOf } from './suites.mjs';

export const run = async ({ credential, documents, now }, contexts) => {
  const proofs = [].concat(credential.proof ?? []);
  const suite = [...new Set(proofs.map(proof => proof.cryptosuite ?? proof.type))].map(name => suiteOf(name).verify());
  const { verified, error, statusResult } = await verifyCredential({
    credential, suite, documentLoader: loaderOf(contexts, documents), checkStatus, now,
  });
  if (!verified) throw statusResult?.error ?? error ?? new Error('not verified');
  return { verified, status: (statusResult?.results ?? []).map(result => result.status) };
};
