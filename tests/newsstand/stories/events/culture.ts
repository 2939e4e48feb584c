import type { Template } from "../template.ts";

export const cultureEvents: readonly Template[] = [];
