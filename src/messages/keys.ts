import type { Html } from './html.ts'
import { ARTICLES } from './keys/articles.ts'
import { BUTTONS } from './keys/buttons.ts'
import { CHANGES } from './keys/changes.ts'
import { CHATS } from './keys/chats.ts'
import { COMMANDS } from './keys/commands.ts'
import { DESK } from './keys/desk.ts'
import { DIGEST } from './keys/digest.ts'
import { DOCUMENTS } from './keys/documents.ts'
import { DRAFTS } from './keys/drafts.ts'
import { FEEDS } from './keys/feeds.ts'
import { FETCH } from './keys/fetch.ts'
import { GENERAL } from './keys/general.ts'
import { OWNER } from './keys/owner.ts'
import { RADAR } from './keys/radar.ts'
import { ROLES } from './keys/roles.ts'
import { SEARCH } from './keys/search.ts'
import { STATS } from './keys/stats.ts'
import { SUBSCRIPTION } from './keys/subscription.ts'

/**
 * Every message of locales/*.ftl with the variables it takes, so that the compiler knows both; one file an area.
 * A test keeps this list and the two files the same.
 */
export const WORDING = {
  ...FEEDS,
  ...FETCH,
  ...RADAR,
  ...STATS,
  ...ARTICLES,
  ...BUTTONS,
  ...CHANGES,
  ...CHATS,
  ...COMMANDS,
  ...DESK,
  ...DIGEST,
  ...DOCUMENTS,
  ...DRAFTS,
  ...GENERAL,
  ...OWNER,
  ...ROLES,
  ...SEARCH,
  ...SUBSCRIPTION,
} as const satisfies Record<string, readonly string[]>

export type WordingKey = keyof typeof WORDING

/** The arguments of a message: none, or one object with a value for each of its variables. */
export type WordingArguments<
  Key extends WordingKey,
  Value extends Html | string | number,
> = (typeof WORDING)[Key] extends readonly []
  ? []
  : [args: { readonly [Name in (typeof WORDING)[Key][number]]: Value }]
