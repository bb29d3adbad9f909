/** Groups, channels and topics. */
export const CHATS = {
  'administrators-only': [],
  'channel-welcome': ['chat'],
  'group-welcome': [],
  'pause-fix-no-rights': [],
  'pause-fix-topic-closed': [],
  'pause-note': ['chat'],
  'pause-why-no-rights': [],
  'pause-why-topic-closed': [],
  'unnamed-chat': [],
} as const
