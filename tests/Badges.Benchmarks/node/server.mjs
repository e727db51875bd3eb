// The reference: Digital Bazaar's verifier behind Node's own HTTP server, one process.
// node server.mjs FILE    FILE: {"contexts", "documents"} by address: what a verification looks up is in memory.
// POST a form with a PNG; the answer says whether its credential is verified. No status list is read.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import extractPng from 'png-chunks-extract';

const { contexts, documents } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const known = { ...contexts, ...documents };
const documentLoader = async url => {
  if (!(url in known)) throw new Error(`${url} is not known`);
  return { contextUrl: null, documentUrl: url, document: known[url] };
};

/** The one file of a form. */
const fileOf = form => {
  const boundary = form.subarray(0, form.indexOf('\r\n'));
  const start = form.indexOf('\r\n\r\n') + 4;
  return form.subarray(start, form.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), start));
};

const head = Buffer.from('openbadgecredential\0\0\0\0\0', 'latin1');
const credentialOf = png => {
  const chunk = extractPng(png).find(({ name, data }) =>
    name === 'iTXt' && Buffer.from(data.buffer, data.byteOffset, head.length).equals(head));
  return JSON.parse(Buffer.from(chunk.data).toString('utf8', head.length));
};

const verify = async form => {
  const credential = credentialOf(fileOf(form));
  const { verified, error } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    checkStatus: async () => ({ verified: true }),
  });
  return { verified, error: error ? String(error.errors?.[0] ?? error) : undefined };
};

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  let answer;
  try {
    answer = await verify(Buffer.concat(parts));
  } catch (error) {
    answer = { verified: false, error: String(error) };
  }
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`{"port":${server.address().port}}`));
process.stdin.on('end', () => process.exit()).resume();
