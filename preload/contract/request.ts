/** What the lists of requests are written with. */
import { z } from "zod";

export const nothing = z.strictObject({});
export const done = z.object({});
export const count = z.int();

export const request = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): { readonly input: Input; readonly output: Output } => ({ input, output });
