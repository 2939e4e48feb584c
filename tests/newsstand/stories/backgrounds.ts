import type { Section } from "../../../preload/contract/model.ts";
import type { Background } from "./background.ts";
export const backgrounds: Readonly<Record<Section, Background | null>> = {} as never;
