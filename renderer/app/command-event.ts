import type { CommandId } from "./commands.ts";

/** A control asks for a command; the shell performs it. */
export class CommandEvent extends Event {
  static readonly type = "bs-command";
  readonly command: CommandId;

  constructor(command: CommandId) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-command": CommandEvent;
  }
}
