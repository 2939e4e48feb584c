import type { RequestOutput } from "../../../preload/contract/contract.ts";
import type { RequestFailure } from "../../state/client.ts";

export type ChosenBackup = NonNullable<RequestOutput<"backup.choose">>;
export type RestoreReport = RequestOutput<"backup.restore">;
export type RestoreMode = "merge" | "replace";

/** How far restoring a backup has come; one after the other, and back until it runs. */
export type RestoreStep =
  | {
      readonly kind: "choose";
      /** A backup is being looked into. */
      readonly looking: boolean;
      readonly failure: RequestFailure | null;
    }
  | {
      readonly kind: "decide";
      readonly backup: ChosenBackup;
      readonly mode: RestoreMode;
      /** Replacing was chosen and is to be confirmed. */
      readonly asks: boolean;
      readonly failure: RequestFailure | null;
    }
  | { readonly kind: "run" }
  | { readonly kind: "done"; readonly report: RestoreReport };
