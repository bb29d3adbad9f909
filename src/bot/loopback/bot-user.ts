import type { UserFromGetMe } from 'grammy/types'

/** A bot's number, far from any person's. */
const BOT_ID = 7_000_000_001

/** The bot as it learns of itself. */
export function botUser(name: string, username: string): UserFromGetMe {
  return {
    id: BOT_ID,
    is_bot: true,
    first_name: name,
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
    allows_users_to_create_topics: false,
  }
}
