// Answers a line {"work"} with {"perSecond"}: how often the peer does that work in a second. The first line brings what the
// work is done on: {"document", "contexts", "png"}, contexts by address, the picture in base64.
import { createInterface } from 'node:readline';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import canonicalizeJson from 'canonicalize';
import jsonld from 'jsonld';
import jsigs from 'jsonld-signatures';
import pngText from 'png-chunk-text';
import encodePng from 'png-chunks-encode';
import extractPng from 'png-chunks-extract';
import { canonize } from 'rdf-canonize';

const { purposes: { AssertionProofPurpose } } = jsigs;
const runTime = 400;
const runs = 5;

const perSecond = async work => {
  await work();
  const rates = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < runTime) {
      await work();
      count++;
    }
    rates.push(count / ((performance.now() - start) / 1000));
  }
  return rates.sort((a, b) => a - b)[Math.floor(runs / 2)];
};

const prepare = async ({ document, contexts, png }) => {
  const picture = new Uint8Array(Buffer.from(png, 'base64'));
  const controller = document.issuer.id;
  const key = await Ed25519Multikey.generate({ controller });
  key.id = `${controller}#${key.publicKeyMultibase}`;
  const method = await key.export({ publicKey: true, includeContext: true });
  const documents = {
    ...contexts,
    [key.id]: method,
    [controller]: {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: controller,
      assertionMethod: [method],
    },
  };
  const documentLoader = async url => ({ contextUrl: null, documentUrl: url, document: documents[url] });
  const suite = () => new DataIntegrityProof({ signer: key.signer(), cryptosuite });
  const purpose = () => new AssertionProofPurpose();
  const issue = () => jsigs.sign(structuredClone(document), { suite: suite(), purpose: purpose(), documentLoader });
  const signed = await issue();
  const verify = async () => {
    const { verified, error } = await jsigs.verify(
      structuredClone(signed), { suite: new DataIntegrityProof({ cryptosuite }), purpose: purpose(), documentLoader });
    if (!verified) throw error;
  };
  return {
    canonicalize: async () => canonize(
      await jsonld.toRDF(document, { safe: true, base: null, documentLoader }), { algorithm: 'RDFC-1.0' }),
    issue,
    verify,
    jcs: () => canonicalizeJson(document),
    bake: () => {
      const chunks = extractPng(picture);
      chunks.splice(-1, 0, pngText.encode('openbadgecredential', 'x'.repeat(3200)));
      return encodePng(chunks);
    },
  };
};

let works;
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.work) {
    console.log(JSON.stringify({ perSecond: await perSecond(works[message.work]) }));
  } else {
    works = await prepare(message);
    console.log('{}');
  }
}
