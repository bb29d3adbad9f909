import type { ArticleArchive } from '../articles/archive.ts'
import type { ArticleChanges } from '../articles/article-changes.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import type { DraftStore } from '../articles/draft-store.ts'
import type { Intake } from '../articles/intake.ts'
import type { UndoStore } from '../articles/undo-store.ts'
import type { Drawing } from '../charts/drawing.ts'
import type { Statistics } from '../charts/statistics.ts'
import type { Clock } from '../clock.ts'
import type { DeliveryHistory } from '../deliveries/history.ts'
import type { Outbox } from '../deliveries/outbox.ts'
import type { RunStore } from '../deliveries/runs.ts'
import type { Alerts } from '../digests/alert.ts'
import type { EditionStore } from '../digests/edition-store.ts'
import type { Digests } from '../digests/publish.ts'
import type { AuditLog } from '../editors/audit-log.ts'
import type { EditorStore } from '../editors/editor-store.ts'
import type { FeedDesk } from '../feeds/desk.ts'
import type { Log } from '../log.ts'
import type { ReaderStore } from '../readers/reader-store.ts'
import type { Search } from '../search/search-index.ts'
import type { Cleaner } from '../sources/cleaner.ts'
import type { Story } from '../story/aliases.ts'
import type { DraftRadar } from '../story/radar.ts'
import type { Spellings } from '../story/spellings.ts'
import type { ConversationStore } from './conversation.ts'
import type { ReadingStore } from './editor/reading.ts'

/** Everything the bot can do for people; it reaches the store only through these. */
export interface Capabilities {
  readonly clock: Clock
  readonly log: Log
  readonly articles: ArticleStore
  readonly archive: ArticleArchive
  readonly intake: Intake
  readonly drafts: DraftStore
  readonly changes: ArticleChanges
  readonly undo: UndoStore
  readonly radar: DraftRadar
  readonly cleaner: Cleaner
  readonly readings: ReadingStore
  /** A page or a file waits to be read. */
  wakeReadings(): void
  readonly search: Search
  readonly story: Story | null
  readonly spellings: Spellings
  readonly readers: ReaderStore
  readonly editors: EditorStore
  readonly feeds: FeedDesk
  readonly audit: AuditLog
  readonly digests: Digests
  readonly alerts: Alerts
  readonly editions: EditionStore
  readonly runs: RunStore
  readonly history: DeliveryHistory
  readonly outbox: Pick<Outbox, 'holds'>
  /** Something may be sent at once that had to wait. */
  wakeSender(): void
  readonly conversation: ConversationStore
  readonly statistics: Statistics
  readonly drawing: Drawing
  readonly ownerIds: readonly number[]
  readonly defaultZone: string
  readonly defaultDigestMinute: number
}
