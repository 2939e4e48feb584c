import type { Template } from "../template.ts";

export const investigationEvents: readonly Template[] = [];
