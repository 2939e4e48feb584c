import type { Template } from "../template.ts";

export const scienceEvents: readonly Template[] = [];
