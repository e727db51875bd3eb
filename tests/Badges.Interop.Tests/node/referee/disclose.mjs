// {"credential", "mandatory", "selective", "controller", "created", "documents"?}
//   →  {"credential", "signed", "verificationMethod", "documents"}
// Signs a credential with ecdsa-sd-2023 and a new key, and derives from it one that shows only what the JSON pointers
// name, as a holder would.
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { derive, issue } from '@digitalbazaar/vc';
import { loaderOf } from './documents.mjs';
import { publish } from './keys.mjs';

export const run = async ({ credential, mandatory, selective, controller, created, documents }, contexts) => {
  const pair = await EcdsaMultikey.generate({ controller, curve: 'P-256' });
  const documentLoader = loaderOf(contexts, documents);
  const signed = await issue({
    credential,
    suite: new DataIntegrityProof({
      signer: pair.signer(),
      date: created,
      cryptosuite: createSignCryptosuite({ mandatoryPointers: mandatory }),
    }),
    documentLoader,
    now: created,
  });
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers: selective }) });
  return {
    credential: await derive({ verifiableCredential: signed, suite, documentLoader }), signed, ...await publish(pair),
  };
};
