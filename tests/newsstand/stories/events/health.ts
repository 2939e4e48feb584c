import type { Template } from "../template.ts";

export const healthEvents: readonly Template[] = [];
