/** Which articles a person's filters are about: the public file. Pure; keeps nothing. */
export { checkExpression, type ExpressionFault } from "./expression.ts";
export { compileFilters, type Fit, type Judge } from "./judge.ts";
export type { ArticleFacts, Filter, FilterAction, FilterPlace, FilterTest } from "./types.ts";
