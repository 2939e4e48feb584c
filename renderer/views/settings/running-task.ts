import { html, type TemplateResult } from "lit";
import "../../components/task-progress.ts";
import type { TaskProgress } from "../../state/storage-store.ts";
import { formatPercent } from "../../text/formats.ts";
import { t } from "../../text/text.ts";

/** Long work and how far it has come, in words and as a bar. */
export function runningTask({ task, done, total }: TaskProgress): TemplateResult {
  const share = total > 0 ? Math.min(1, done / total) : null;
  const name = t(`task.${task}`);
  const label =
    share === null
      ? t("task.begins", { task: name })
      : t("task.share", { task: name, share: formatPercent(share) });
  return html`<bs-task-progress .label=${label} .share=${share}></bs-task-progress>`;
}
