import type { Template } from "../template.ts";

export const localEvents: readonly Template[] = [];
