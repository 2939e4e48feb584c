import type { Enclosure } from "../../../preload/contract/contract.ts";

const knownNames = /\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav|mp4|m4v|webm|mov)(?:$|[?#])/i;

/** Whether what came with an article says that it is a sound or a film. */
export function isRecording({ address, type }: Pick<Enclosure, "address" | "type">): boolean {
  if (/^(?:audio|video)\/|^application\/ogg\b/.test(type)) return true;
  const saysNothing = type === "" || type.startsWith("application/octet-stream");
  return saysNothing && knownNames.test(address);
}
