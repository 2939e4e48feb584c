/**
 * `npm run etiquette`: plays three weeks of the program at the newsstand, on a clock of their own,
 * and prints how each rule of good manners was kept. Exit code 1 when one was broken.
 */
import { playWeeks } from "../tests/newsstand/weeks/play-weeks.ts";

const { checks, breaches, score } = await playWeeks(3);
const width = Math.max(...checks.map(({ name }) => name.length));
for (const { name, rule, occasions, breaches: broken } of checks) {
  const verdict = broken.length > 0 ? "BROKEN" : occasions === 0 ? "–" : "kept";
  console.log(
    `${name.padEnd(width)}  ${verdict.padEnd(6)}  ${String(occasions).padStart(6)}  ${rule}`,
  );
  for (const line of broken.slice(0, 5)) console.log(`${" ".repeat(width)}  ${line}`);
}
console.log(`\n${score} % of the rules that could be judged were kept; ${breaches} breaches.`);
if (breaches > 0) process.exitCode = 1;
