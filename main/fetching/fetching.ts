/** The way to publishers: one polite client and the plan of visits. This folder's public file. */
export { createHttpClient, type HttpClient, type HttpClientOptions } from "./http-client.ts";
export {
  never,
  pauseUntil,
  planMerged,
  planVisit,
  type VisitOutcome,
  type VisitPlan,
} from "./visit-plan.ts";
export { rhythmOf, type Rhythm } from "./rhythm.ts";
export { dueAt, isDue, mayVisitAt, mayVisitNow, type VisitFacts } from "./due.ts";
export { withCredentialsOf, withoutCredentials } from "./credentials.ts";
export {
  missingSecret,
  publicAddress,
  publicSite,
  splitSecret,
  withSecretsOf,
} from "./split-secret.ts";
export {
  canResume,
  type DownloadAnswer,
  type DownloadFacts,
  type DownloadRequest,
  type DownloadSink,
} from "./download.ts";
export { FetchError, type FetchedResource, type FetchRequest } from "./types.ts";
export { isPublicAddress } from "./address-guard.ts";
export { readSystemCertificates } from "./trust.ts";
export { silences } from "./word-failure.ts";
export { siteOf } from "./site.ts";
export { isAllowed, rulesForUs } from "./robots.ts";
