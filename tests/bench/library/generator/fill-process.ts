/** Fills a library in a process of its own. */
import { answer } from "../../answer.ts";
import { fill } from "./fill.ts";

await answer(fill);
