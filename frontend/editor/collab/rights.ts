import { saving, type Standing } from './parts';
import type { RejectCode, ServerMessage } from './wire';

/** Whether this person may type here, as the server said last. */
export class Rights {
  /** close code after which the session does not come back by itself, else 0 */
  ended = 0;
  private locked = false;
  private mayEdit = false;
  private lockReason = '';

  granted({ locked, mayEdit }: { locked: boolean; mayEdit: boolean }): void {
    this.locked = locked;
    this.mayEdit = mayEdit;
  }

  lock({ locked, reason }: Extract<ServerMessage, { type: 'lock' }>): void {
    this.locked = locked;
    this.lockReason = reason ?? '';
  }

  refused(code: RejectCode): void {
    if (code === 'locked') this.locked = true;
    if (code === 'read-only') this.mayEdit = false;
  }

  /**
   * @param opened whether a text was ever received
   * @param unsent edits that the server has not stored
   */
  standing(opened: boolean, online: boolean, unsent: number): Standing {
    const { ended, locked, mayEdit, lockReason } = this;
    return {
      saving: saving({ ended, online, opened, unsent, locked, mayEdit }),
      unsent,
      mayType: opened && mayEdit && !locked && ended === 0,
      lockReason,
      ended,
    };
  }
}
