import type { Template } from "../template.ts";

export const businessEvents: readonly Template[] = [];
