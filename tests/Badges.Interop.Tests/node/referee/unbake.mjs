// {"png": base64} or {"svg": text}  →  {"text"}
// What a picture carries, read by the letter of Open Badges 3.0: the iTXt chunk or the element of that name, as they
// must be written, and exactly one.
const keyword = 'openbadgecredential';

const chunksOf = png => {
  const chunks = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
  }
  return chunks;
};

const only = found => {
  if (found.length !== 1) throw new Error(`${found.length} credentials in the picture`);
  return found[0];
};

const fromPng = png => {
  const head = Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1');
  const chunk = only(chunksOf(png).filter(({ type, data }) =>
    type === 'iTXt' && data.subarray(0, keyword.length + 1).equals(head.subarray(0, keyword.length + 1))));
  if (!chunk.data.subarray(0, head.length).equals(head)) throw new Error('compressed, or with a language');
  return chunk.data.toString('utf8', head.length);
};

const fromSvg = svg => {
  const [, body] = only([...svg.matchAll(/<openbadges:credential>([^]*?)<\/openbadges:credential>/g)]);
  return [...body.matchAll(/<!\[CDATA\[([^]*?)\]\]>/g)].map(([, text]) => text).join('');
};

export const run = ({ png, svg }) => ({ text: png ? fromPng(Buffer.from(png, 'base64')) : fromSvg(svg) });
