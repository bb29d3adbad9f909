/** Somebody who has been appointed. */
export interface Editor {
  readonly userId: number
  /** As Telegram showed it when they were appointed; null when only the id was known. */
  readonly name: string | null
  readonly appointedBy: number
  /** Epoch milliseconds. */
  readonly appointedAt: number
}

/** Who has been appointed editor. Each change is one transaction and leaves its entry in the audit log. */
export interface EditorStore {
  isEditor(userId: number): Promise<boolean>
  /** In the order of their appointment. */
  list(): Promise<Editor[]>
  /** False when they are one already. */
  appoint(editor: { userId: number; name: string | null }, ownerId: number): Promise<boolean>
  /** False when they are none. From this moment on their buttons and drafts do nothing for them any more. */
  dismiss(userId: number, ownerId: number): Promise<boolean>
}
