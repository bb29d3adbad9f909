/** Who has been appointed editor. */
export interface EditorStore {
  isEditor(userId: number): Promise<boolean>
}
