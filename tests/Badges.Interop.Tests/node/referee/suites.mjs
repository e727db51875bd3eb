import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as ecdsaSd2023 from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as ecdsaJcs2019 from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as eddsaJcs2022 from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { cryptosuite as eddsa2022 } from '@digitalbazaar/eddsa-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';

const dataIntegrity = ({ signing, verifying, keys }) => ({
  keys,
  sign: options => new DataIntegrityProof({ ...options, cryptosuite: signing }),
  verify: () => new DataIntegrityProof({ cryptosuite: verifying }),
});

/** Every suite of the independent libraries that we write or read, by the name of its cryptosuite or proof type. */
export const suites = {
  'eddsa-rdfc-2022': dataIntegrity({ signing: eddsaRdfc2022, verifying: eddsaRdfc2022, keys: Ed25519Multikey }),
  'eddsa-2022': dataIntegrity({ signing: eddsa2022, verifying: eddsa2022, keys: Ed25519Multikey }),
  'eddsa-jcs-2022': dataIntegrity({
    signing: eddsaJcs2022.createSignCryptosuite(),
    verifying: eddsaJcs2022.createVerifyCryptosuite(),
    keys: Ed25519Multikey,
  }),
  'ecdsa-rdfc-2019': dataIntegrity({ signing: ecdsaRdfc2019, verifying: ecdsaRdfc2019, keys: EcdsaMultikey }),
  'ecdsa-jcs-2019': dataIntegrity({
    signing: ecdsaJcs2019.createSignCryptosuite(),
    verifying: ecdsaJcs2019.createVerifyCryptosuite(),
    keys: EcdsaMultikey,
  }),
  'ecdsa-sd-2023': dataIntegrity({ verifying: ecdsaSd2023.createVerifyCryptosuite(), keys: EcdsaMultikey }),
  'Ed25519Signature2020': {
    keys: Ed25519Multikey,
    sign: options => new Ed25519Signature2020(options),
    verify: () => new Ed25519Signature2020(),
  },
};

export const suiteOf = name => {
  if (!(name in suites)) throw new Error(`no library is asked for the suite ${name}`);
  return suites[name];
};

/** One suite for each kind of proof that the document has. */
export const suitesOf = document => {
  const names = [].concat(document.proof ?? []).map(proof => proof.cryptosuite ?? proof.type);
  return [...new Set(names)].map(name => suiteOf(name).verify());
};
