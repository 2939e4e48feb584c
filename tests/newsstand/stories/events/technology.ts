import type { Template } from "../template.ts";

export const technologyEvents: readonly Template[] = [];
