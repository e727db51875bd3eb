// {"credential", "suite", "curve"?, "controller", "created", "documents"?}
//   →  {"credential", "verificationMethod", "documents"}
// Signs a credential as another issuer would, with a new key. "documents" are the key and its controller, by address.
import jsigs from 'jsonld-signatures';
import { issue } from '@digitalbazaar/vc';
import { loaderOf } from './documents.mjs';
import { suiteOf } from './suites.mjs';

const controllerOf = key => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: key.controller,
  verificationMethod: [key],
  assertionMethod: [key.id],
});

export const run = async ({ credential, suite: name, curve, controller, created, documents }, contexts) => {
  const { keys, sign } = suiteOf(name);
  const pair = await keys.generate({ controller, ...(curve ? { curve } : {}) });
  const key = await pair.export({ publicKey: true });
  const suite = sign({ signer: pair.signer(), date: created });
  const documentLoader = loaderOf(contexts, documents);
  const signed = credential.type?.includes('VerifiableCredential')
    ? await issue({ credential, suite, documentLoader, now: created })
    : await jsigs.sign(credential, { suite, purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader });
  return {
    credential: signed,
    verificationMethod: key.id,
    documents: { [key.id]: key, [controller]: controllerOf(key) },
  };
};
