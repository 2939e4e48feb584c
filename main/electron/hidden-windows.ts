/** Windows that nobody sees: they are not the reader's, and do not keep the program running. */
const hidden = new WeakSet<Electron.WebContents>();

export function hide(contents: Electron.WebContents): void {
  hidden.add(contents);
}

export const isHidden = (contents: Electron.WebContents): boolean => hidden.has(contents);
