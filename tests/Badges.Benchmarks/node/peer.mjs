// Answers a line {"work"} with {"perSecond"}: how often the peer does that work in a second of its processor's time.
// The first line brings what the work is done on: {"document", "contexts", "png"}, contexts by address, the picture in
// base64.
import { createInterface } from 'node:readline';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import canonicalizeJson from 'canonicalize';
import jsonld from 'jsonld';
import pngText from 'png-chunk-text';
import encodePng from 'png-chunks-encode';
import extractPng from 'png-chunks-extract';
import { canonize } from 'rdf-canonize';

const runTime = 400_000; // microseconds of processor time

const spent = start => {
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

const perSecond = async work => {
  const start = process.cpuUsage();
  let count = 0;
  do {
    for (let turn = 0; turn < 10; turn++) await work();
    count += 10;
  } while (spent(start) < runTime);
  return count / (spent(start) / 1_000_000);
};

const prepare = async ({ document, contexts, png }) => {
  const picture = new Uint8Array(Buffer.from(png, 'base64'));
  const text = JSON.stringify(document);
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
  const issueOnce = () => issue({ credential: structuredClone(document), suite: suite(), documentLoader });
  const signed = await issueOnce();
  const verify = async () => {
    const { verified, error } = await verifyCredential({
      credential: structuredClone(signed),
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now: new Date(document.validFrom),
      checkStatus: async () => ({ verified: true }),
    });
    if (!verified) throw error;
  };
  return {
    canonicalize: async () => canonize(
      await jsonld.toRDF(document, { safe: true, base: null, documentLoader }), { algorithm: 'RDFC-1.0' }),
    issue: issueOnce,
    verify,
    jcs: () => canonicalizeJson(JSON.parse(text)),
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
