/** The number that a field or a choice holds now. */
export function numberOf({ target }: Event): number {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? Number(target.value)
    : 0;
}

/** Whether a box is checked now. */
export function isChecked({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}
