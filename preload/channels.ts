/** The two channels of the bridge; used by `preload/index.ts` and `main/electron` alone. */
export const channels = { request: "broadsheet:request", event: "broadsheet:event" } as const;
