/** Of a measuring script: does its work with the JSON it was started with, and answers with JSON. */
export async function answer(measure: (input: never) => Promise<unknown>): Promise<void> {
  const output = await measure(JSON.parse(process.argv[2] ?? "null") as never);
  process.stdout.write(JSON.stringify(output ?? null));
}
