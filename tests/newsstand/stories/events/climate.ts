import type { Template } from "../template.ts";

export const climateEvents: readonly Template[] = [];
