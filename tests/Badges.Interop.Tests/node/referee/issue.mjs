// {"credential", "suite", "curve"?, "controller", "created", "documents"?}
//   →  {"credential", "verificationMethod", "documents"}
// Signs a credential as another issuer would, with a new key.
import { issue } from '@digitalbazaar/vc';
import { loaderOf } from './documents.mjs';
import { publish } from './keys.mjs';
import { suiteOf } from './suites.mjs';

export const run = async ({ credential, suite, curve, controller, created, documents }, contexts) => {
  const { keys, sign } = suiteOf(suite);
  const pair = await keys.generate({ controller, ...(curve ? { curve } : {}) });
  const signed = await issue({
    credential,
    suite: sign({ signer: pair.signer(), date: created }),
    documentLoader: loaderOf(contexts, documents),
    now: created,
  });
  return { credential: signed, ...await publish(pair) };
};
