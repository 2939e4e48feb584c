import type { Template } from "../template.ts";

export const entertainmentEvents: readonly Template[] = [];
