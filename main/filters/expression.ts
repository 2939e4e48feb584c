import { createContext, Script } from "node:vm";

/** Milliseconds that one expression may take over one text. */
const limit = 200;
/** An expression that was too slow so often is not tried any more. */
const mostFailures = 3;

/** Why an expression cannot be used; `message` is the engine's own. */
export interface ExpressionFault {
  readonly kind: "invalid-expression";
  readonly message: string;
}

/** What is wrong with a regular expression; null: nothing. Never throws. */
export function checkExpression(text: string): ExpressionFault | null {
  try {
    compile(text);
    return null;
  } catch (error) {
    return {
      kind: "invalid-expression",
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

/** With the rules for Unicode; what they refuse and the older rules take is meant as those have it. */
function compile(text: string): RegExp {
  try {
    return new RegExp(text, "iu");
  } catch {
    return new RegExp(text, "i");
  }
}

interface Sandbox {
  text: string;
  readonly expression: RegExp | null;
}

/**
 * A person's regular expression, which can be one that never comes to an end: each look at a text is
 * cut off after 200 ms. It holds the thread for that long, so it belongs into a worker.
 */
export class Expression {
  readonly #script: Script | null;
  readonly #context: Sandbox;
  #failures = 0;

  /** One that is not valid finds nothing. */
  constructor(text: string) {
    let expression: RegExp | null = null;
    try {
      expression = compile(text);
    } catch {
      // Told by `checkExpression` when it is written.
    }
    this.#script = expression === null ? null : new Script("expression.exec(text)?.index ?? -1");
    this.#context = createContext({ text: "", expression }) as Sandbox;
  }

  /** It was too slow three times and is given up. */
  get isSlow(): boolean {
    return this.#failures >= mostFailures;
  }

  /** Where in a text it fits first, in UTF-16 units; −1: nowhere, or not within its time. */
  find(text: string): number {
    if (this.#script === null || this.isSlow) return -1;
    this.#context.text = text;
    try {
      return Number(this.#script.runInContext(this.#context, { timeout: limit }));
    } catch {
      this.#failures += 1;
      return -1;
    } finally {
      this.#context.text = "";
    }
  }
}
