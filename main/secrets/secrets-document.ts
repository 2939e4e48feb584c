import { z } from "zod";

/** A secret as it lies on disk: sealed bytes in base64, or its text. */
const storedSecret = z.union([
  z.strictObject({ sealed: z.base64() }),
  z.strictObject({ plain: z.string() }),
]);
export type StoredSecret = Readonly<z.infer<typeof storedSecret>>;

const secretsDocument = z.strictObject({
  version: z.literal(1),
  secrets: z.array(z.strictObject({ name: z.string(), value: storedSecret })),
});

/** The text of `secrets.json`. */
export function writeDocument(secrets: ReadonlyMap<string, StoredSecret>): string {
  const document: z.infer<typeof secretsDocument> = {
    version: 1,
    secrets: [...secrets].map(([name, value]) => ({ name, value })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** The secrets in a text of `secrets.json`. Throws for what is no such text. */
export function readDocument(text: string): Map<string, StoredSecret> {
  const { secrets } = secretsDocument.parse(JSON.parse(text));
  return new Map(secrets.map(({ name, value }) => [name, value]));
}

/** What is sealed of a secret: its name too, so that none can be put in another's place. */
const sealedText = z.strictObject({ name: z.string(), secret: z.string() });

export const textToSeal = (name: string, secret: string): string =>
  JSON.stringify({ name, secret } satisfies z.infer<typeof sealedText>);

/** The secret in a text that was opened. Throws when it is another's, or damaged. */
export function secretIn(text: string, name: string): string {
  const opened = sealedText.parse(JSON.parse(text));
  if (opened.name !== name) throw new Error("the secret of another name");
  return opened.secret;
}
