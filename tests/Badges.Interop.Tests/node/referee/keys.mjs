/** How a key pair is published: its name, and the documents of the key and of its controller, by address. */
export const publish = async pair => {
  const key = await pair.export({ publicKey: true });
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: key.controller,
    verificationMethod: [key],
    assertionMethod: [key.id],
  };
  return { verificationMethod: key.id, documents: { [key.id]: key, [key.controller]: controller } };
};
