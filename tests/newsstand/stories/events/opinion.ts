import type { Template } from "../template.ts";

export const opinionEvents: readonly Template[] = [];
