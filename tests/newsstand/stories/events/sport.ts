import type { Template } from "../template.ts";

export const sportEvents: readonly Template[] = [];
