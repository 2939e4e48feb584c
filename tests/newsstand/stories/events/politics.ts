import type { Template } from "../template.ts";

export const politicsEvents: readonly Template[] = [];
