const hour = 3_600_000;

/** Hours (0 to 23) and days (0 is Sunday), UTC, in which a publisher wants no visits. */
export interface SkipWishes {
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

/** Moves a visit out of the hours and days (UTC) in which the publisher wants none. */
export function afterSkipped(moment: number, wishes: SkipWishes | null): number {
  if (wishes === null) return moment;
  const hours = new Set(wishes.skipHours);
  const days = new Set(wishes.skipDays);
  let candidate = moment;
  for (let step = 0; step < 7 * 24; step += 1) {
    const date = new Date(candidate);
    if (!hours.has(date.getUTCHours()) && !days.has(date.getUTCDay())) return candidate;
    candidate = (Math.floor(candidate / hour) + 1) * hour;
  }
  // Every hour is forbidden: a mistake, which cannot be meant.
  return moment;
}
